package guiwei.profile;

import guiwei.table.Currencies;
import guiwei.table.Times;
import java.time.ZoneId;

/// What is meant where neither a file nor its profile says it.
///
/// @param zone of moments
/// @param currency of amounts, by ISO 4217
public record Unsaid(ZoneId zone, String currency) {
  /// Most merchants': Beijing's time, and yuan.
  public static final Unsaid USUAL = new Unsaid(Times.BEIJING, "CNY");

  public Unsaid {
    if (!Currencies.known(currency)) {
      throw new IllegalArgumentException(currency);
    }
  }
}
