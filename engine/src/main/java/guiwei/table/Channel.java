package guiwei.table;

import java.util.Locale;

/// The roads that money takes to a merchant.
public enum Channel {
  WECHAT,
  ALIPAY,
  UNIONPAY,
  /// A card terminal or an acquirer that is none of the above.
  POS,
  BANK,
  CASH,
  OTHER;

  /// The word for it in result files: lower case.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
