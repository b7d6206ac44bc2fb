package guiwei.profile;

import guiwei.money.Decimals;
import guiwei.table.Currencies;
import guiwei.table.Encoding;
import guiwei.table.Num;
import guiwei.table.Row;
import guiwei.table.State;
import guiwei.table.Text;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A refund that only the words beside an order promise, where its list has no column for that:
/// `少发一件退款8.50元`. One figure of money, at most what is due; words that say that it was refused,
/// or that it is not the channel that gives it back, promise nothing.
final class WordedPromise {
  private static final Pattern PROMISE =
      Pattern.compile(
          "(?:退款|退货|退费|退差|退还|应退|需退|待退|补退|部分退|(?<![a-z])refund(?:ed|s|ing)?(?![a-z]))[^\\d\\-+]{0,8}?"
              + "([¥￥$€£]\\s?)?(\\d{1,9}(?:\\.\\d{1,2})?)(?![\\d.,])\\s?(元|块|圆|rmb|cny|eur|usd|€)?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NONE =
      Pattern.compile(
          "拒|驳|不予|不同意|未同意|不退|勿退|无需退|(?:取消|撤销|放弃|撤回)(?:了|)退|现金|线下|余额|储值|积分|券|抵|换货"
              + "|refus|reject|declin|denied|no refund|not refund|cash|voucher|store credit",
          Pattern.CASE_INSENSITIVE);

  /// 退 in both encodings that lists come in.
  private static final byte[][] SIGNS = {
    "退".getBytes(StandardCharsets.UTF_8),
    "退".getBytes(Encoding.GB18030),
    "efund".getBytes(StandardCharsets.UTF_8),
    "EFUND".getBytes(StandardCharsets.UTF_8)
  };

  private final boolean silent;

  WordedPromise(Bound bound) {
    this.silent = bound.index(Field.PROMISED) < 0;
  }

  /// Gives the order the promise that its words make, if any.
  void read(Row row) {
    if (!silent || !mayPromise(row)) {
      return;
    }
    String words = row.text(Text.REMARK);
    Matcher found = PROMISE.matcher(words);
    if (!found.find() || NONE.matcher(words).find()) {
      return;
    }
    boolean money =
        found.group(1) != null || found.group(3) != null || found.group(2).indexOf('.') >= 0;
    long minor = Decimals.parse(found.group(2), Currencies.digits(row.currency));
    if (money
        && minor != Decimals.UNREADABLE
        && minor > 0
        && minor <= row.figure(Num.AMOUNT)
        && !found.find()) {
      row.set(Num.PROMISED, minor);
    }
  }

  private static boolean mayPromise(Row row) {
    if (!row.has(Text.REMARK) || !row.has(Num.AMOUNT) || row.has(Num.PROMISED)) {
      return false;
    }
    if (row.state != State.PAID && row.state != State.DONE && row.state != State.REFUNDED) {
      return false;
    }
    for (byte[] sign : SIGNS) {
      if (holds(row, sign)) {
        return true;
      }
    }
    return false;
  }

  private static boolean holds(Row row, byte[] sign) {
    int last = row.to(Text.REMARK) - sign.length;
    for (int at = row.from(Text.REMARK); at <= last; at++) {
      int same = 0;
      while (same < sign.length && row.bytes[at + same] == sign[same]) {
        same++;
      }
      if (same == sign.length) {
        return true;
      }
    }
    return false;
  }
}
