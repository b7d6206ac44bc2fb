package guiwei.world;

/// The way money takes.
enum Way {
  WECHAT("wechat", "微信"),
  ALIPAY("alipay", "支付宝"),
  UNIONPAY("unionpay", "银联"),
  CARD("card", "刷卡"),
  BANK("bank", "银行转账"),
  CASH("cash", "现金");

  final String english;
  final String chinese;

  Way(String english, String chinese) {
    this.english = english;
    this.chinese = chinese;
  }

  boolean isPhone() {
    return this == WECHAT || this == ALIPAY;
  }
}
