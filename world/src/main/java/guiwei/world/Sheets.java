package guiwei.world;

/// Figures as people and small files write them.
final class Sheets {
  private Sheets() {}

  /// `12.30` for 1230 minor units.
  static String yuan(long minor) {
    long cents = Math.abs(minor) % 100;
    String sign = minor < 0 ? "-" : "";
    return sign + Math.abs(minor) / 100 + (cents < 10 ? ".0" : ".") + cents;
  }
}
