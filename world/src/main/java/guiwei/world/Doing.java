package guiwei.world;

/// What a line does, and which way the money goes.
enum Doing {
  PAYMENT(1),
  REFUND(-1),
  VOID(-1),
  PREAUTH(0),
  PREAUTH_DONE(1),
  PAYOUT(1),
  INTEREST(1),
  TOP_UP(1),
  INTERNAL_IN(1),
  INTERNAL_OUT(-1),
  WAGES(-1),
  SUPPLIER(-1),
  BANK_FEE(-1);

  final int sign;

  Doing(int sign) {
    this.sign = sign;
  }

  boolean isTrade() {
    return ordinal() <= PREAUTH_DONE.ordinal();
  }
}
