package guiwei.world;

import java.time.LocalDate;

/// What kind of merchant to invent. See `world/README.md` for every setting.
///
/// @param orders about how many orders, over all days
/// @param seed same setting and seed, same bytes
/// @param temper how hard the days are to read
/// @param isLean only what the speed comparison reads, nothing packed
/// @param otherWords the merchant's own files, the journals and the bank's export under other
///     headings, in other notations
/// @param truth also write the long truth files, one line per receipt and match
public record Setting(
    long orders,
    int days,
    long seed,
    LocalDate firstDay,
    Temper temper,
    boolean isLean,
    boolean otherWords,
    boolean truth) {

  /// How hard the days are to read.
  public enum Temper {
    /// About 2% wrong, 2% look-alikes.
    STANDARD(0.02, 0.02, 0.05, 0.35, 180),
    /// Many equal prices, skewed clocks, 5% look-alikes, more payments without a number.
    HARD(0.025, 0.05, 0.15, 0.80, 30);

    final double wrongShare;
    final double lookalikeShare;
    /// How many of the QR payments in a shop carry no number at all.
    final double numberlessShare;
    /// How many orders cost exactly one of the price points.
    final double pricePointShare;
    final int pricePoints;

    Temper(
        double wrongShare,
        double lookalikeShare,
        double numberlessShare,
        double pricePointShare,
        int pricePoints) {
      this.wrongShare = wrongShare;
      this.lookalikeShare = lookalikeShare;
      this.numberlessShare = numberlessShare;
      this.pricePointShare = pricePointShare;
      this.pricePoints = pricePoints;
    }
  }

  public Setting {
    if (orders < 1 || days < 1 || days > 366) {
      throw new IllegalArgumentException("orders " + orders + ", days " + days + " (1 to 366)");
    }
  }

  public static Setting standard() {
    LocalDate march = LocalDate.of(2026, 3, 1);
    return new Setting(20_000, 30, 7, march, Temper.STANDARD, false, false, true);
  }

  public static Setting hard() {
    LocalDate march = LocalDate.of(2026, 3, 1);
    return new Setting(20_000, 30, 7, march, Temper.HARD, false, false, true);
  }

  /// The speed workload: 0.94 payments per order, about 155 bytes a row.
  public static Setting lean() {
    LocalDate march = LocalDate.of(2026, 3, 1);
    return new Setting(20_000, 30, 7, march, Temper.STANDARD, true, false, true);
  }

  public Setting orders(long count) {
    return new Setting(count, days, seed, firstDay, temper, isLean, otherWords, truth);
  }

  public Setting days(int count) {
    return new Setting(orders, count, seed, firstDay, temper, isLean, otherWords, truth);
  }

  public Setting seed(long value) {
    return new Setting(orders, days, value, firstDay, temper, isLean, otherWords, truth);
  }

  public Setting otherWords(boolean wanted) {
    return new Setting(orders, days, seed, firstDay, temper, isLean, wanted, truth);
  }

  public Setting truth(boolean wanted) {
    return new Setting(orders, days, seed, firstDay, temper, isLean, otherWords, wanted);
  }

  boolean isHard() {
    return temper == Temper.HARD;
  }

  boolean isChinese() {
    return seed % 2 == 0;
  }

  long start() {
    return Clock.of(firstDay, 0);
  }

  long end() {
    return start() + (long) days * Clock.DAY;
  }
}
