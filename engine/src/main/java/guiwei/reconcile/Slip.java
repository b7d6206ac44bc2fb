package guiwei.reconcile;

/// The slip of a hand that turns one amount into another.
enum Slip {
  SAME,
  DIGITS_SWAPPED,
  EXTRA_DIGIT,
  DIGIT_DROPPED,
  POINT_MOVED,
  ONE_DIGIT,
  DOUBLED,
  ROUNDED,
  OTHER;

  /// Whether a hand that types makes this slip, against a price that is simply another.
  boolean isTyping() {
    return this == DIGITS_SWAPPED
        || this == EXTRA_DIGIT
        || this == DIGIT_DROPPED
        || this == POINT_MOVED;
  }

  /// Whether an amount that is wrong in this way hardly comes about by itself: a part of the
  /// amount due differs in many digits.
  boolean isTelling(long due) {
    return isTyping() || (this == ONE_DIGIT && typed(due).length() >= 4);
  }

  String key() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /// The logarithm of how likely a hand that slips on `due` types just `paid`: how often this
  /// slip is made, over the number of ways to make it. Guesses that ship.
  static double log(long due, long paid) {
    double digits = Long.toString(Math.max(due, 10)).length();
    return switch (between(due, paid)) {
      case SAME -> Double.NEGATIVE_INFINITY;
      case DIGITS_SWAPPED -> Math.log(0.25 / (digits - 1));
      case EXTRA_DIGIT -> Math.log(0.2 / (2 * digits));
      case DIGIT_DROPPED -> Math.log(0.2 / digits);
      case POINT_MOVED -> Math.log(0.1);
      case ONE_DIGIT -> Math.log(0.12 / (9 * digits));
      case DOUBLED -> Math.log(0.02);
      case ROUNDED -> Math.log(0.05);
      case OTHER -> Math.log(0.03 * (another(paid) + another(Math.abs(paid - due))) / 2);
    };
  }

  /// A price that is simply another, or is a little off: the density of an amount of which only
  /// the order of magnitude is known.
  private static double another(long amount) {
    return 1 / (4.6 * Math.max(100, amount) / 10);
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
