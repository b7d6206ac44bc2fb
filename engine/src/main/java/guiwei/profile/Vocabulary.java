package guiwei.profile;

import guiwei.table.Channel;
import guiwei.table.Currencies;
import guiwei.table.LineKind;
import guiwei.table.State;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The words that mean the same in every file: states, kinds, channels, directions, currencies.
final class Vocabulary {
  private Vocabulary() {}

  private static final Map<String, State> ORDER_STATES =
      Words.map(
          Map.of(
              State.OPEN,
              words(
                  """
              open unpaid pending new created draft placed submitted confirmed waiting awaiting due
              outstanding overdue processing unsettled invoiced billed issued sent accepted active
              pendingpayment awaitingpayment waitingpayment waitpay waitingforpayment topay notpaid
              notpay tobepaid paymentpending paymentdue waitbuyerpay tradecreated nopay
              unconfirmed booked reserved onhold paying userpaying initiated init initial
              待付款 待支付 未支付 未付款 未付 待缴费 未缴费 待收款 未收款 待结算 未结算 待结账 未结账 未完成
              新建 已创建 已下单 已提交 待确认 已确认 待处理 处理中 支付中 付款中 等待付款 等待支付
              等待买家付款 待买家付款 未清 挂单 挂账 草稿 待核销 待缴 未缴 欠费 进行中 有效 待审核
              未收 应收 逾期 已逾期 待收 待交费 未交费 未缴纳 待缴纳 待收费 未收费 未核销 未结 未结单 未买单 待缴款
              在住 已开台 用餐中 checkedin inhouse dueout duein
              offen unbezahlt neu angelegt fällig überfällig gemahnt inbearbeitung zahlungoffen
              zahlungausstehend wartetaufzahlung nichtbezahlt
              """),
              State.PAID,
              words(
                  """
              paid success succeeded successful ok complete completed done finished fulfilled
              shipped delivered settled captured closedpaid fullypaid paidinfull payed received
              paymentreceived paymentcomplete paymentcompleted paymentsuccess paysuccess tradesuccess
              tradefinished authorizedcaptured processed signed dispatched partiallyshipped waitsellersendgoods
              waitbuyerconfirmgoods tobeshipped awaitingshipment awaitingfulfillment awaitingfulfilment
              readyforpickup pickedup collected closedwon invoicedpaid
              已支付 已付款 已付 已完成 完成 成功 支付成功 付款成功 交易成功 交易完成 已收款 已收 已结算 已结清
              结清 已结账 已缴费 已缴 已交费 已缴款 待发货 已发货 待收货 已收货 已签收 已核销 已消费 已评价 待评价 已到账
              已入账 全额支付 已全额支付 已清 已入住 已使用 待使用 待自提 已自提 已出库 缴费成功 收款成功
              部分发货 已付清 付清 付讫 已付讫 全部收款 买家已付款 等待卖家发货 卖家已发货 等待买家确认 已出货
              出货成功 已出票 出票成功 已取票 已检票 已入园 已配送 已送达 已开通 已激活 已收费 已缴纳 已缴清
              已结 已结单 已买单 已埋单 已离店 已退房 已完结 checkedout departed
              已收齐 收齐 全款已收 已收全款
              bezahlt beglichen ausgeglichen erledigt abgeschlossen versendet versandt geliefert
              vollständigbezahlt komplettbezahlt zahlungerhalten
              等待买家确认收货 等待出库 待出库 等待确认收货 等待发货 出库中 待签收 已成团
              """),
              State.PART_PAID,
              words(
                  """
              partpaid partiallypaid partialpaid partial partialpayment paidpartially paidpartial
              deposit depositpaid downpaymentpaid installment instalment partlypaid partpayment
              部分支付 部分付款 部分缴款 部分交费 已付定金 已付订金 定金已付 订金已付 部分收款 部分已付 已付部分 部分缴费 分期中
              teilbezahlt teilweisebezahlt angezahlt teilzahlung anzahlungerhalten
              已付首付 部分结算 待付尾款 尾款待付 已交定金 部分到账 已收定金
              """),
              State.CANCELLED,
              words(
                  """
              cancelled canceled cancel closed void voided expired timeout timedout abandoned
              rejected declined failed failure fail terminated withdrawn invalid deleted aborted
              tradeclosed ordercancelled ordercanceled paymentfailed payerror revoked dropped removed
              cancelledbyuser cancelledbymerchant autoclosed autocancelled lapsed denied error
              已取消 取消 已关闭 关闭 交易关闭 订单关闭 已作废 作废 已过期 过期 已失效 失效 已撤销 撤销 已撤单
              超时关闭 支付失败 付款失败 失败 交易取消 订单取消 用户取消 系统取消 自动取消 超时取消 已终止 终止
              storniert storno abgebrochen gelöscht widerrufen abgelehnt
              已拒绝 拒绝 已删除 无效 已废弃 商家取消 买家取消 已撤回 已拒单 退单 买家撤销 买家已撤销 售后关闭 售后已关闭 退款关闭 拒绝退款 商家拒绝 已驳回
              已退园 退园 已退学 退学 已退班 退班 已退课 退课 已退卡 退卡 已退租 退租 已退订 退订 已解约 解约 已退会 退会
              """),
              State.REFUNDED,
              words(
                  """
              refunded refund fullyrefunded refundsuccess returned chargedback chargeback reversed
              refundcompleted refunding refundpending partiallyrefunded partrefunded partialrefund
              partialrefunded refundrequested
              已退款 退款 退款成功 全额退款 已全额退款 已退货 退货 已退 退款完成 退款中 部分退款 已部分退款
              erstattet rückerstattet zurückerstattet retoure retourniert gutgeschrieben teilerstattet
              teilweiseerstattet
              待退款 退货退款 申请退款 退费 已退费 退号 已退号 退药 已退药 红冲 已红冲 已冲正 已退单 转入退款 同意退款 已同意退款 待商家退款 售后完成 售后成功
              """)));

  private static final Map<String, State> LINE_STATES =
      Words.map(
          Map.of(
              State.DONE,
              words(
                  """
              success succeeded successful ok done complete completed approved settled paid posted
              booked book processed captured normal finished tradesuccess tradefinished refunded
              refund 00 0000 t y yes true cleared final accepted credited received
              成功 交易成功 支付成功 已支付 已完成 完成 已入账 已记账 正常 已结算 已清算 已到账 退款成功 已退款
              收款成功 处理成功 交易完成 付款成功 已付款 撤销成功 退货成功 已成功 已收款 转入退款 批准 已退货
              有效 已处理 部分退款 全额退款 是 承兑 入账成功 扣款成功 代扣成功 缴费成功 paidout
              """),
              State.PENDING,
              words(
                  """
              pending processing inprogress unsettled authorised authorized pdng waiting userpaying
              处理中 待处理 支付中 未结算 待入账 退款中 待支付 进行中 未清算 交易中 已受理 待清算 待结算
              """),
              State.FAILED,
              words(
                  """
              fail failed failure declined rejected error cancelled canceled closed voided timeout
              denied invalid f n no false notpay tradeclosed expired payerror rjct
              失败 交易失败 支付失败 已关闭 关闭 已取消 取消 拒绝 交易关闭 退款失败 超时 异常 未支付 无效
              已拒绝 退票 否 付款失败 已作废 作废 扣款失败 代扣失败 缴费失败
              """)));

  private static final Map<String, LineKind> KINDS =
      Words.map(
          Map.of(
              LineKind.PAYMENT,
              words(
                  """
              payment sale sales purchase pay charge consume consumption debit paid capture trade
              transaction collection receipt scan qrpay qrcode micropay jsapi native app mweb face
              income credit onlinepayment 22 s
              kauf zahlung umsatz verkauf kartenzahlung
              消费 交易 支付 付款 收款 扫码支付 刷卡 刷卡消费 在线支付 交易付款 被扫 主扫 扫码消费 扫码 二维码支付
              消费成功 网关支付 快捷支付 公众号支付 小程序支付 聚合支付 收款码 充值消费 条码支付 收入 入账 进账
              扫码收款 微信支付 支付宝支付 银联扫码 分期消费 订单支付 云闪付 卡消费 闪付 缴费 代扣 扣款
              """),
              LineKind.REFUND,
              words(
                  """
              refund return refunded reversalrefund creditrefund partialrefund fullrefund refunds r
              gutschrift erstattung rückerstattung
              退款 退货 联机退货 脱机退货 交易退款 部分退款 全额退款 扫码退货 退费 转入退款 退款交易
              """),
              LineKind.VOID,
              words(
                  """
              void reversal reverse cancel cancellation voidsale voided reversed correction revoke
              revoked voidpurchase salevoid purchasevoid v
              storno stornierung storniert
              撤销 消费撤销 冲正 撤单 交易撤销 自动冲正 消费冲正 扫码撤销 取消 当日撤销 撤消 消费撤消 冲销
              """),
              LineKind.FEE,
              words(
                  """
              fee fees commission servicefee charges handlingfee bankcharge bankcharges
              gebühr gebühren entgelt
              收费 手续费 服务费 扣费 交易手续费 工本费 账户管理费 年费 短信费 汇划费 技术服务费 转账手续费
              """),
              LineKind.FEE_BACK,
              words("feerefund feereturn feeback refundfee 退还手续费 手续费退回 手续费返还 退手续费 返手续费"),
              LineKind.PAYOUT,
              words(
                  """
              payout withdrawal withdraw settlement settle transferout cashout disbursement
              提现 结算 划款 结算划款 资金结算 自动提现 出款 清算划款 商户结算 结算出款
              """),
              LineKind.INTEREST,
              words("interest interestpaid 利息 结息 批量结息 存款利息 活期结息 利息收入 季度结息 利息存入"),
              LineKind.TOP_UP,
              words("topup recharge deposit 充值 账户充值 转入 预存"),
              LineKind.PREAUTH,
              words(
                  "preauth preauthorization preauthorisation authorization authorisation 预授权 预授权撤销"),
              LineKind.PREAUTH_DONE,
              words(
                  """
              preauthcompletion preauthdone preauthcapture authcompletion completion
              预授权完成 预授权完成联机 预授权完成请求
              """)));

  private static final Map<String, Boolean> DIRECTIONS =
      Words.map(
          Map.of(
              true,
              words(
                  """
              in credit cr c crdt income incoming inflow deposit receipt received plus +
              贷 贷方 收入 收 入 来账 贷记 存入 转入 进账 收款 入账 贷向 收方 存 进 已收
              """),
              false,
              words(
                  """
              out debit dr d dbit expense outgoing outflow withdrawal payment minus
              借 借方 支出 支 出 往账 借记 支取 转出 出账 付款 付 借向 付方 取 已付
              """)));

  /// Words of orders that are not at their end, paid or not.
  private static final List<String> LEAVE_OPEN =
      words(
          """
          processing confirmed accepted active issued sent new created placed submitted booked
          处理中 进行中 有效 已确认 已提交 已下单 已创建 新建 待处理
          """);

  /// Words of orders whose time is over.
  private static final List<String> LAPSED = words("expired lapsed 已过期 过期 已失效 失效");

  /// What a mark says that an order is cancelled, besides the words of its state.
  private static final List<String> MARKS = words("yes y true x 是");

  /// Whether a word of a bank's list says that its row sums up others, with a date of its own.
  static Words<Boolean> totals() {
    return new Words<>(word -> Profile.Format.SUMS.contains(word) ? Boolean.TRUE : null);
  }

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+"));
  }

  static Words<State> states(Profile profile) {
    boolean order = profile.origin().side() == guiwei.table.Side.ORDER;
    return new Words<>(table(order ? ORDER_STATES : LINE_STATES, profile.meanings().states())::get);
  }

  static Words<LineKind> kinds(Profile profile) {
    Map<String, LineKind> known = table(KINDS, profile.meanings().kinds());
    if (profile.origin().book() == guiwei.table.Book.BANK) {
      return new Words<>(known::get);
    }
    return new Words<>(
        word -> {
          LineKind said = known.get(word);
          return said == null ? undone(word) : said;
        });
  }

  /// What a channel calls the way back of any payment: 微信退款, 条码支付撤销.
  private static @Nullable LineKind undone(String word) {
    if (word.endsWith("退款") || word.endsWith("退货") || word.endsWith("refund")) {
      return LineKind.REFUND;
    }
    boolean revoked = REVOKED.matcher(word).find();
    if (revoked && UNDOES_REFUND.matcher(word).find()) {
      return null;
    }
    if (HELD.matcher(word).find()) {
      // a reservation moves no money, given up or not; its completion does
      boolean completed = COMPLETED.matcher(word).find();
      return !completed ? LineKind.PREAUTH : revoked ? LineKind.VOID : LineKind.PREAUTH_DONE;
    }
    return revoked ? LineKind.VOID : null;
  }

  private static final Pattern REVOKED =
      Pattern.compile("(撤销|撤消|冲正|撤单|reversal|reversed|void|voided|cancellation)$");

  /// What takes a refund back brings money.
  private static final Pattern UNDOES_REFUND = Pattern.compile("退|refund|return|chargeback");

  private static final Pattern HELD = Pattern.compile("预授权|preauth|authori[sz]ation|^auth(?!ori)");
  private static final Pattern COMPLETED = Pattern.compile("完成|complet|captur|done|confirm");

  static Words<Boolean> directions(Profile profile) {
    Map<Boolean, List<String>> own =
        Map.of(true, profile.meanings().in(), false, profile.meanings().out());
    return new Words<>(table(DIRECTIONS, own)::get);
  }

  static Words<Channel> channels(Profile profile) {
    return new Words<>(channelWords(profile));
  }

  /// The same for words that are found in other ways.
  static Function<String, @Nullable Channel> channelWords(Profile profile) {
    Map<String, Channel> own = Words.map(profile.meanings().channels());
    return word -> {
      Channel said = own.get(word);
      return said == null ? channel(word) : said;
    };
  }

  /// Whether a word of an order's state leaves open whether it is paid.
  static Words<Boolean> leavesOpen() {
    return new Words<>(LEAVE_OPEN::contains);
  }

  /// Whether a word of an order's state says that its time is over.
  static Words<Boolean> lapses() {
    return new Words<>(word -> LAPSED.contains(word) ? Boolean.TRUE : null);
  }

  /// Whether a word of a column beside the state says that the order is cancelled.
  static Words<Boolean> marks() {
    Function<String, @Nullable State> states = orderState();
    return new Words<>(word -> MARKS.contains(word) || states.apply(word) == State.CANCELLED);
  }

  static Words<Integer> currencies() {
    return new Words<>(Vocabulary::currency);
  }

  /// The words known everywhere, with a profile's own words in place of them.
  private static <E> Map<String, E> table(Map<String, E> common, Map<E, List<String>> own) {
    Map<String, E> table = new HashMap<>(common);
    table.putAll(Words.map(own));
    return table;
  }

  private record Sign(Channel channel, List<String> contained, List<String> whole) {}

  private static final List<Sign> CHANNELS =
      List.of(
          new Sign(
              Channel.WECHAT,
              List.of("微信", "wechat", "weixin", "wxpay", "tenpay", "财付通"),
              List.of("wx", "wxp", "wcp", "jsapi", "wxmini", "wxpub", "wxlite", "wxscan")),
          new Sign(
              Channel.ALIPAY,
              List.of("支付宝", "alipay", "zhifubao"),
              List.of("ali", "zfb", "huabei", "花呗", "antom", "ap")),
          new Sign(
              Channel.UNIONPAY,
              List.of("银联", "unionpay", "云闪付", "quickpass", "upacp", "chinaums"),
              List.of("up", "cup", "upi", "ylzf", "ysf", "union", "闪付")),
          new Sign(
              Channel.POS,
              List.of(
                  "刷卡",
                  "银行卡",
                  "pos",
                  "信用卡",
                  "借记卡",
                  "贷记卡",
                  "creditcard",
                  "debitcard",
                  "cardpresent",
                  "visa",
                  "mastercard",
                  "amex",
                  "kreditkarte",
                  "girocard",
                  "kartenzahlung",
                  "拉卡拉"),
              List.of(
                  "card", "cards", "terminal", "卡", "bankcard", "swipe", "emv", "cc", "jcb", "终端")),
          new Sign(
              Channel.BANK,
              List.of("转账", "transfer", "汇款", "网银", "对公", "银行", "remittance", "电汇", "bank", "汇入"),
              List.of(
                  "wire",
                  "fps",
                  "paynow",
                  "转数快",
                  "eft",
                  "ach",
                  "sepa",
                  "iban",
                  "tt",
                  "b2b",
                  "remit",
                  "giro",
                  "支票",
                  "check",
                  "cheque",
                  "directdebit",
                  "lastschrift",
                  "sepalastschrift",
                  "überweisung",
                  "vorkasse",
                  "vorauskasse",
                  "rechnung",
                  "kaufaufrechnung",
                  "qrrechnung",
                  "bankeinzug")),
          // what no statement tells: cash, and what our own books hold for a customer
          new Sign(
              Channel.CASH,
              List.of(
                  "现金",
                  "cash",
                  "储值",
                  "会员卡",
                  "会员余额",
                  "积分",
                  "团购",
                  "券",
                  "礼品卡",
                  "免单",
                  "giftcard",
                  "加油卡",
                  "油卡",
                  "次卡",
                  "疗程卡",
                  "赠金",
                  "医保"),
              List.of(
                  "money",
                  "cod",
                  "货到付款",
                  "xj",
                  "barzahlung",
                  "nachnahme",
                  "gutschein",
                  "余额支付",
                  "优惠券",
                  "抵用券",
                  "storecredit")),
          new Sign(
              Channel.OTHER,
              List.of("其他", "other", "余额", "挂账", "混合", "组合", "balance", "mixed"),
              List.of()));

  static @Nullable Channel channel(String word) {
    for (Sign sign : CHANNELS) {
      if (sign.whole.contains(word)) {
        return sign.channel;
      }
    }
    List<Channel> wallets =
        CHANNELS.stream()
            .filter(sign -> sign.contained.stream().anyMatch(word::contains))
            .map(Sign::channel)
            .toList();
    if (wallets.contains(Channel.WECHAT) && wallets.contains(Channel.ALIPAY)) {
      // a code for either: 微信/支付宝
      return Channel.OTHER;
    }
    if (!wallets.isEmpty()) {
      return wallets.getFirst();
    }
    return word.startsWith("wx") ? Channel.WECHAT : null;
  }

  private static final Map<String, String> CURRENCIES =
      Map.ofEntries(
          Map.entry("人民币", "CNY"),
          Map.entry("人民币元", "CNY"),
          Map.entry("rmb", "CNY"),
          Map.entry("cny元", "CNY"),
          Map.entry("cnh", "CNY"),
          Map.entry("元", "CNY"),
          Map.entry("156", "CNY"),
          Map.entry("01", "CNY"),
          Map.entry("yuan", "CNY"),
          Map.entry("港币", "HKD"),
          Map.entry("港元", "HKD"),
          Map.entry("344", "HKD"),
          Map.entry("美元", "USD"),
          Map.entry("840", "USD"),
          Map.entry("欧元", "EUR"),
          Map.entry("978", "EUR"),
          Map.entry("日元", "JPY"),
          Map.entry("392", "JPY"),
          Map.entry("英镑", "GBP"),
          Map.entry("826", "GBP"));

  /// The currency that a word names, packed, or null.
  static @Nullable Integer currency(String word) {
    String code = CURRENCIES.getOrDefault(word, word.toUpperCase(Locale.ROOT));
    return Currencies.known(code) ? Currencies.pack(code) : null;
  }

  /// Whether every word is one that a table's state column may hold.
  static Function<String, @Nullable State> orderState() {
    return ORDER_STATES::get;
  }

  static Function<String, @Nullable State> lineState() {
    return LINE_STATES::get;
  }

  static Function<String, @Nullable LineKind> lineKind() {
    return KINDS::get;
  }

  static Function<String, @Nullable Boolean> direction() {
    return DIRECTIONS::get;
  }
}
