package guiwei.world;

/// What the shop system exports about its orders.
final class OrdersFile implements AutoCloseable {
  private final Sheet sheet;
  private final boolean chinese;
  private final People people;
  private final boolean channelTold;

  OrdersFile(Folder folder, Setting setting, People people) {
    this.people = people;
    chinese = setting.isChinese();
    channelTold = !setting.isHard();
    sheet = folder.utf8("orders.csv");
    sheet.text(
        chinese
            ? "订单号,客户号,门店,终端,应收金额,下单时间,订单状态,支付方式,备注,承诺退款\n"
            : "order_no,customer,store,terminal,amount_due,created_at,status,channel,remark,"
                + "promised_refund\n");
  }

  void add(Order order) {
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
    return silent ? "" : chinese ? order.way.chinese : order.way.english;
  }

  private static String remark(Order order) {
    boolean invoiced = order.quote == Quote.INVOICE;
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
