package guiwei.world;

import java.util.Locale;

/// Who stands on the other side of a bank line, and what is written on it.
final class BankWords {
  private static final String[] BANKS = {
    "中国工商银行", "中国建设银行", "招商银行", "中国农业银行", "中国银行", "交通银行", "浙江农商银行"
  };
  private static final String[] LEAD = {"", "", "货款 ", "订单", "付款 ", "订单号：", "付订单"};
  private final People people;

  BankWords(People people) {
    this.people = people;
  }

  String otherName(Line line) {
    if (!line.payerName.isEmpty()) {
      return line.payerName;
    }
    return line.payer < 0 ? "" : people.name(line.payer);
  }

  String otherAccount(Line line) {
    return line.payer < 0 ? line.counterAccount : people.bankAccount(line.payer, line.instrument);
  }

  String otherBank(Line line) {
    return line.payer < 0 ? "" : BANKS[Math.floorMod(line.payer, BANKS.length)];
  }

  /// 摘要: how the bank itself calls the movement.
  static String digest(Doing doing) {
    return switch (doing) {
      case PAYMENT -> "转账收入";
      case REFUND -> "转账支出";
      case PAYOUT -> "商户结算";
      case INTEREST -> "结息";
      case TOP_UP -> "现金存入";
      case INTERNAL_IN, INTERNAL_OUT -> "内部转账";
      case WAGES -> "代发工资";
      case SUPPLIER -> "货款支出";
      case BANK_FEE -> "手续费";
      case VOID, PREAUTH, PREAUTH_DONE -> throw new IllegalStateException(doing + " at a bank");
    };
  }

  /// 附言: what the payer wrote.
  String remark(Line line) {
    if (line.named.isEmpty() || line.quote == Quote.NONE) {
      return line.words;
    }
    StringBuilder text = new StringBuilder(line.words.isEmpty() ? lead(line) : line.words + " ");
    String separator = "";
    for (Order order : line.named) {
      text.append(separator).append(number(line, order));
      separator = line.variant % 2 == 0 ? "," : " ";
    }
    return text.toString().replace(',', '、');
  }

  private static String lead(Line line) {
    return LEAD[line.variant % LEAD.length];
  }

  private static String number(Line line, Order order) {
    String number = order.number();
    return switch (line.quote) {
      case SPACED -> grouped(number, " ");
      case DASHED -> grouped(number, "-");
      case LOWER -> number.toLowerCase(Locale.ROOT);
      case PART -> number.substring(number.length() - 6 - line.variant % 3);
      case SLIP -> slipped(number, line.variant);
      case INVOICE -> References.invoice(order);
      case EXACT, RETRY, ATTACHED, IN_GOODS, FOREIGN, NONE -> number;
    };
  }

  private static String grouped(String number, String between) {
    StringBuilder text = new StringBuilder();
    String plain = number.replace("-", "");
    for (int i = 0; i < plain.length(); i += 4) {
      text.append(i == 0 ? "" : between).append(plain, i, Math.min(i + 4, plain.length()));
    }
    return text.toString();
  }

  /// One figure of the last six replaced, or two neighbours swapped.
  private static String slipped(String number, int variant) {
    char[] figures = number.toCharArray();
    int at = figures.length - 2 - variant / 7 % 4;
    char kept = figures[at];
    if (variant % 2 == 0 && kept != figures[at + 1]) {
      figures[at] = figures[at + 1];
      figures[at + 1] = kept;
    } else {
      figures[at] = (char) ('0' + (kept - '0' + 1 + variant / 11 % 8) % 10);
    }
    return new String(figures);
  }
}
