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

  /// Whether money that came by the other road may be what was expected by this one: a card at a
  /// terminal is one road by two names, and of [#OTHER] nothing is known.
  public boolean fits(Channel other) {
    return this == other || this == OTHER || other == OTHER || (isCard() && other.isCard());
  }

  private boolean isCard() {
    return this == POS || this == UNIONPAY;
  }
}
