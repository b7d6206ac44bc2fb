package guiwei.reconcile;

import guiwei.outcome.Place;
import guiwei.sift.Directory;
import guiwei.table.Book;
import guiwei.table.LineKind;
import java.util.List;
import java.util.Locale;

/// Sets aside what a bank statement has besides customers' money: payouts of channels,
/// interest, transfers between own accounts, top-ups, and everything that went out.
final class BankWords {
  private static final Phrases PAYOUT =
      new Phrases(
          "客户备付金|财付通|微信支付|支付宝|银联(?<!白银联)|网联|拉卡拉|乐刷|通联(?<!南通联)|收钱吧|收单|商户结算|清算款|清算资金|结算款|结算资金|提现|代收货款|货款返款|批量代扣|代扣资金|代扣款"
              + "|tenpay|wechat pay|wechatpay|weixin|alipay|unionpay|acquir|settlement|payout|merchant services"
              + "|bankcard|merch bankcd|merchant bankcd|\\bnexi\\b|\\bconcardis\\b|\\bpayone\\b|\\bworldline\\b|\\badyen\\b|\\bsumup\\b|\\belavon\\b"
              + "|\\bworldpay\\b|\\bfiserv\\b|\\bstripe\\b|\\bpaypal\\b|\\bklarna\\b|\\btelecash\\b|\\bsix payment|\\bgocardless\\b|\\bsquareup\\b|\\bzettle\\b");
  private static final Phrases INTEREST = new Phrases("利息|结息|\\binterest\\b|\\bhabenzins");
  private static final Phrases INTERNAL =
      new Phrases(
          "内部|调拨|划转|本单位|同名|同户|归集|internal|own account|intercompany|sweep|book transfer|umbuchung|eigenübertrag|eigenuebertrag|kontoübertrag|kontouebertrag");
  private static final Phrases TOP_UP =
      new Phrases(
          "注资|增资|出资|投资款|股东|备用金|营业款|缴存现金|现金缴存|现金缴款|现金解款|放款|贷款发放|自有资金|top.?up|capital|shareholder|takings|loan (?:drawdown|disburs)");
  private static final Phrases OTHER_INCOME =
      new Phrases(
          "退税|\\bhmrc\\b|umsatzsteuer|finanzamt|finanzkasse|steuerverwaltung|steuererstattung|补贴|供应商|税务|押金退还|tax refund|subsid|supplier|rebate");

  private final Board board;
  private final Directory directory;
  private final Ours ours;
  private final Exchanges exchanges;
  private final OwnMoves moves;

  BankWords(Board board, Directory directory, Ours ours) {
    this.ours = ours;
    this.exchanges = new Exchanges(board, directory, ours);
    this.moves = new OwnMoves(board, directory);
    this.board = board;
    this.directory = directory;
  }

  void run() {
    for (Paid paid : board.lines) {
      if (paid.placed()) {
        continue;
      }
      if (paid.line.book == Book.BANK) {
        bank(paid);
      } else if (!paid.isPayment() && !paid.isBack()) {
        board.put(paid, Place.APART);
      }
    }
  }

  private void bank(Paid paid) {
    String words =
        (paid.line.payerName
                + " "
                + paid.line.remark
                + " "
                + paid.line.type
                + " "
                + paid.line.goods)
            .toLowerCase(Locale.ROOT);
    if (paid.amount() <= 0) {
      paid.returned = Wording.refund(words) || (Wording.sentBack(words) && quotesOrder(paid));
      if (!paid.isBack()) {
        board.put(paid, Place.APART);
      }
      return;
    }
    if (paid.line.kind == LineKind.INTEREST || INTEREST.in(words)) {
      explained("interest", paid);
    } else if (paid.line.kind == LineKind.PAYOUT || (PAYOUT.in(words) && !quotesOrder(paid))) {
      paid.payout = true;
    } else if (directory.isOurs(paid.line.payer)
        || INTERNAL.in(words)
        || exchanges.isBought(paid)
        || (moves.isMove(paid) && !quotesOrder(paid))) {
      explained("internal-transfer", paid);
    } else if (ours.isOurName(paid.line.payerName)
        || paid.line.kind == LineKind.TOP_UP
        || TOP_UP.in(words)) {
      explained("top-up", paid);
    } else if ((OTHER_INCOME.in(words) || moves.isGivenBack(paid)) && !quotesOrder(paid)) {
      explained("other-income", paid);
    } else if (!paid.isPayment() && !paid.isBack()) {
      explained("other", paid);
    }
  }

  private boolean quotesOrder(Paid paid) {
    return paid.numbers().stream().anyMatch(number -> board.meant(number) != null);
  }

  private void explained(String rule, Paid paid) {
    board.match(rule, "unique", List.of(paid), List.of());
  }
}
