package guiwei.world;

/// How fingers slip on figures. Every answer differs from the question, 0 means: not possible.
final class Slips {
  private Slips() {}

  /// A part of an amount, less than it where it can be, mostly in whole yuan.
  static long part(long amount, Dice dice) {
    long part = Math.round(amount * (0.1 + 0.7 * dice.unit()));
    return part > 1_000 ? part / 100 * 100 : Math.clamp(part, 1, Math.max(1, amount - 1));
  }

  /// 1280 typed as 1820; greater or smaller as wanted.
  static long swapped(long amount, boolean greater, Dice dice) {
    char[] figures = figures(amount);
    int start = dice.below(figures.length);
    for (int i = 0; i + 1 < figures.length; i++) {
      int at = (start + i) % (figures.length - 1);
      if (figures[at] < figures[at + 1] == greater && figures[at] != figures[at + 1]) {
        char kept = figures[at];
        figures[at] = figures[at + 1];
        figures[at + 1] = kept;
        return figures[0] == '0' ? 0 : value(figures, amount);
      }
    }
    return 0;
  }

  /// One figure typed twice or another between: 128.00 as 1288.00.
  static long longer(long amount, Dice dice) {
    String figures = trimmed(amount);
    int at = 1 + dice.below(figures.length());
    char more = dice.chance(0.7) ? figures.charAt(at - 1) : (char) ('0' + dice.below(10));
    return scaled(figures.substring(0, at) + more + figures.substring(at), amount);
  }

  /// One figure left out: 128.00 as 18.00.
  static long shorter(long amount, Dice dice) {
    String figures = trimmed(amount);
    if (figures.length() < 2) {
      return 0;
    }
    int at = dice.below(figures.length());
    String rest = figures.substring(0, at) + figures.substring(at + 1);
    return rest.startsWith("0") ? 0 : scaled(rest, amount);
  }

  /// One figure replaced: 128.00 as 158.00.
  static long replaced(long amount, boolean greater, Dice dice) {
    char[] figures = figures(amount);
    int at = dice.below(figures.length);
    char old = figures[at];
    figures[at] = (char) ('0' + dice.below(10));
    if (figures[at] > old != greater || figures[at] == old || figures[0] == '0') {
      return 0;
    }
    return value(figures, amount);
  }

  private static char[] figures(long amount) {
    return trimmed(amount).toCharArray();
  }

  /// What people type: whole yuan without `.00`, otherwise every figure.
  private static String trimmed(long amount) {
    return Long.toString(amount % 100 == 0 ? amount / 100 : amount);
  }

  private static long scaled(String figures, long like) {
    return Long.parseLong(figures) * (like % 100 == 0 ? 100 : 1);
  }

  private static long value(char[] figures, long like) {
    return scaled(new String(figures), like);
  }
}
