package guiwei.world;

import java.util.List;

/// A shop of the merchant, or its page on the web (which has no tills).
///
/// @param wechat the sub-merchant number; two stores may share one
/// @param aggregator payments by phone go through a service with numbers of its own
record Store(
    String id,
    String name,
    String wechat,
    String alipay,
    String unionpay,
    BankBook bank,
    List<Till> tills,
    boolean aggregator) {

  Store {
    tills = List.copyOf(tills);
  }

  boolean isOnline() {
    return tills.isEmpty();
  }
}
