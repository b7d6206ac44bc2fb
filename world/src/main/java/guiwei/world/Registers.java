package guiwei.world;

import java.util.stream.Collectors;

/// The lists that stay the same: stores with their accounts, customers.
final class Registers {
  private Registers() {}

  static void stores(Folder folder, Merchant merchant) {
    try (Sheet sheet = folder.utf8("stores.csv")) {
      sheet.text(
          "store,name,wechat_account,alipay_account,unionpay_account,bank_account,terminals,"
              + "wechat_rate,alipay_rate,unionpay_rate,card_rate\n");
      for (Store store : merchant.stores) {
        sheet.text(store.id()).mark(',').text(store.name()).mark(',').text(store.wechat());
        sheet.mark(',').text(store.alipay()).mark(',').text(store.unionpay()).mark(',');
        sheet.text(store.bank().number()).mark(',');
        sheet.text(store.tills().stream().map(till -> till.id).collect(Collectors.joining(";")));
        sheet.mark(',').text(Merchant.percent(Way.WECHAT)).mark(',');
        sheet.text(Merchant.percent(Way.ALIPAY)).mark(',').text(Merchant.percent(Way.UNIONPAY));
        sheet.mark(',').text(Merchant.percent(Way.CARD)).mark('\n');
      }
    }
  }

  static void customers(Folder folder, People people) {
    try (Sheet sheet = folder.utf8("customers.csv")) {
      sheet.text("customer,name,phone,email,company\n");
      for (int i = 0; i < people.count; i++) {
        sheet.text(people.number(i)).mark(',').text(people.name(i)).mark(',');
        sheet.text(people.phone(i)).mark(',').text(people.email(i)).mark(',');
        sheet.text(people.company(i)).mark('\n');
      }
    }
  }
}
