package guiwei.reconcile;

/// The slip of a hand that turns one amount into another.
enum Slip {
  SAME(0),
  DIGITS_SWAPPED(0.9),
  EXTRA_DIGIT(0.9),
  DIGIT_DROPPED(0.9),
  POINT_MOVED(0.9),
  ONE_DIGIT(0.6),
  DOUBLED(0.5),
  ROUNDED(0.5),
  OTHER(0.06);

  /// How often such a slip explains two amounts that differ, against a price that is simply
  /// another: a guess that ships, compared between slips only.
  final double prior;

  Slip(double prior) {
    this.prior = prior;
  }

  /// Whether a hand that types makes this slip, against a price that is simply another.
  boolean isTyping() {
    return this == DIGITS_SWAPPED
        || this == EXTRA_DIGIT
        || this == DIGIT_DROPPED
        || this == POINT_MOVED;
  }

  String key() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /// The slip that best explains why `paid` stands where `due` should.
  static Slip between(long due, long paid) {
    if (due == paid) {
      return SAME;
    }
    if (isPointMoved(due, paid)) {
      return POINT_MOVED;
    }
    String d = Long.toString(due);
    String p = Long.toString(paid);
    // hands type whole yuan or yuan and fen: trailing zeros are not typed
    String dTyped = typed(due);
    String pTyped = typed(paid);
    if (swapped(d, p)) {
      return DIGITS_SWAPPED;
    }
    if (dropped(p, d) || dropped(pTyped, dTyped)) {
      return EXTRA_DIGIT;
    }
    if (dropped(d, p) || dropped(dTyped, pTyped)) {
      return DIGIT_DROPPED;
    }
    if (paid == 2 * due) {
      return DOUBLED;
    }
    if (d.length() == p.length() && differing(d, p) == 1) {
      return ONE_DIGIT;
    }
    long difference = Math.abs(due - paid);
    if (difference < 100 && (paid % 100 == 0 || paid % 10 == 0)) {
      return ROUNDED;
    }
    return OTHER;
  }

  private static boolean isPointMoved(long due, long paid) {
    long large = Math.max(due, paid);
    long small = Math.min(due, paid);
    for (long factor = 10; factor <= 1000 && small > 0; factor *= 10) {
      if (large / factor == small && large % factor == 0) {
        return true;
      }
    }
    return false;
  }

  /// The digits a hand types: yuan without fen where they are zero.
  private static String typed(long minor) {
    return Long.toString(minor % 100 == 0 ? minor / 100 : minor);
  }

  private static boolean swapped(String a, String b) {
    if (a.length() != b.length() || differing(a, b) != 2) {
      return false;
    }
    int i = 0;
    while (a.charAt(i) == b.charAt(i)) {
      i++;
    }
    return i + 1 < a.length() && a.charAt(i) == b.charAt(i + 1) && a.charAt(i + 1) == b.charAt(i);
  }

  /// Whether `shorter` is `longer` with one digit left out.
  private static boolean dropped(String longer, String shorter) {
    if (longer.length() != shorter.length() + 1) {
      return false;
    }
    int i = 0;
    while (i < shorter.length() && longer.charAt(i) == shorter.charAt(i)) {
      i++;
    }
    return longer.substring(i + 1).equals(shorter.substring(i));
  }

  private static int differing(String a, String b) {
    int count = 0;
    for (int i = 0; i < a.length(); i++) {
      count += a.charAt(i) == b.charAt(i) ? 0 : 1;
    }
    return count;
  }
}
