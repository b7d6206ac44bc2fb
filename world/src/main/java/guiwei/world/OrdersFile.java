package guiwei.world;

import java.time.LocalDate;

/// What the shop system exports about its orders.
final class OrdersFile implements AutoCloseable {
  private static final String OTHER_HEAD =
      "单据状态,店铺编号,收银机号,销售单号,下单日期,下单时刻,应收合计,会员卡号,收款方式,备注信息,应退金额\r\n";

  private final Sheet sheet;
  private final boolean chinese;
  private final People people;
  private final boolean channelTold;
  private final boolean otherWords;

  OrdersFile(Folder folder, Setting setting, People people) {
    this.people = people;
    chinese = setting.isChinese();
    channelTold = !setting.isHard();
    otherWords = setting.otherWords();
    sheet = otherWords ? folder.gbk("orders.csv") : folder.utf8("orders.csv");
    sheet.text(otherWords ? OTHER_HEAD : head());
  }

  private String head() {
    return chinese
        ? "订单号,客户号,门店,终端,应收金额,下单时间,订单状态,支付方式,备注,承诺退款\n"
        : "order_no,customer,store,terminal,amount_due,created_at,status,channel,remark,"
            + "promised_refund\n";
  }

  void add(Order order) {
    if (otherWords) {
      other(order);
    } else {
      plain(order);
    }
  }

  /// Day and clock apart, thousands marked, yuan named, empty promises as 0.
  private void other(Order order) {
    sheet.text(order.state.chinese).mark(',').text(order.store.id()).mark(',');
    sheet.text(order.till == null ? "-" : order.till.id).mark(',').text(order.number()).mark(',');
    LocalDate day = Clock.date(order.at);
    sheet.number(day.getYear()).mark('/').number(day.getMonthValue()).mark('/');
    sheet.number(day.getDayOfMonth()).mark(',').clock(order.at).text(",\"");
    sheet
        .text(grouped(order.due))
        .text("\",")
        .text(order.member ? people.number(order.customer) : "");
    sheet.mark(',').text(channel(order)).text(",\"").text(remark(order)).text("\",");
    sheet.yuan(order.promised).text("\r\n");
  }

  /// `￥1,234.50`.
  private static String grouped(long minor) {
    String yuan = Long.toString(minor / 100);
    StringBuilder text = new StringBuilder("￥");
    for (int i = 0; i < yuan.length(); i++) {
      text.append(i > 0 && (yuan.length() - i) % 3 == 0 ? "," : "").append(yuan.charAt(i));
    }
    return text.append(Sheets.yuan(minor).substring(yuan.length())).toString();
  }

  private void plain(Order order) {
    sheet.text(order.number()).mark(',').text(order.member ? people.number(order.customer) : "");
    sheet.mark(',').text(order.store.id()).mark(',');
    sheet.text(order.till == null ? "" : order.till.id).mark(',').yuan(order.due).mark(',');
    sheet.time(order.at).mark(',').text(chinese ? order.state.chinese : order.state.english);
    sheet.mark(',').text(channel(order)).mark(',').text(remark(order)).mark(',');
    if (order.promised > 0) {
      sheet.yuan(order.promised);
    }
    sheet.mark('\n');
  }

  /// In the hard setting one order in four does not say how it was to be paid.
  private String channel(Order order) {
    boolean silent = !channelTold && order.way != Way.CASH && order.at % 4 == 0;
    return silent ? "" : chinese || otherWords ? order.way.chinese : order.way.english;
  }

  private static String remark(Order order) {
    boolean invoiced = order.quote == Quote.INVOICE || order.at % 10 == 0;
    if (order.way != Way.BANK || !invoiced) {
      return order.remark;
    }
    String invoice = "发票号" + References.invoice(order);
    return order.remark.isEmpty() ? invoice : order.remark + " " + invoice;
  }

  @Override
  public void close() {
    sheet.close();
  }
}
