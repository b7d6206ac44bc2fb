package guiwei.statement;

import guiwei.table.Layout;
import guiwei.table.Reading;
import guiwei.table.RefusedFile;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The merchant detail file of UnionPay's all-channel platform (ZM): fixed width in GBK bytes,
/// amounts in fen, times without a year.
///
/// The widths are those of the platform's own SDK demonstration.
public final class UnionpayDetail implements Layout {
  static final int TRACE = 3;
  static final int TIME = 4;
  static final int CARD = 5;
  static final int AMOUNT = 6;
  static final int QUERY = 9;
  static final int ORDER = 11;
  static final int FEE = 15;
  static final int SETTLED = 16;
  static final int KIND = 19;
  static final int ORIGINAL = 26;
  static final int MERCHANT = 27;
  static final int SECOND_MERCHANT = 29;
  static final int TERMINAL = 33;
  static final int CUSTOM = 34;
  static final int DISCOUNT = 35;
  static final int ORIGINAL_ORDER = 40;

  /// The fields every line must have; the rest is often cut off with its blanks.
  static final int NEEDED = MERCHANT + 1;

  static final FixedWidth ZM =
      new FixedWidth(
          3, 11, 11, 6, 10, 19, 12, 4, 2, 21, 2, 32, 2, 6, 10, 13, 13, 4, 15, 2, 2, 6, 2, 4, 32, 1,
          21, 15, 1, 15, 32, 13, 13, 8, 32, 13, 13, 12, 2, 1, 32, 98);
  private static final FixedWidth ZME =
      new FixedWidth(
          3, 11, 11, 6, 10, 19, 12, 4, 2, 2, 6, 10, 4, 12, 13, 13, 15, 15, 1, 12, 2, 135);
  private static final int SAME_FIELDS = 9;
  private static final int ZME_NEEDED = 17;

  @Override
  public String key() {
    return "unionpay-detail";
  }

  @Override
  public @Nullable Reading recognise(byte[] bytes) throws RefusedFile {
    int length = 0;
    while (length < bytes.length && bytes[length] != '\n' && bytes[length] != '\r') {
      length++;
    }
    if (!begins(bytes, length)) {
      return null;
    }
    if (detail(bytes, length)) {
      Head head = Head.of(bytes);
      boolean utf8 = head != null && head.charset().equals(StandardCharsets.UTF_8);
      return new Reading.Streamed(
          (in, file, name, sink) -> new UnionpayReader(in, file, name, sink, utf8).read());
    }
    String what =
        ZME.spaced(bytes, length, ZME_NEEDED)
            ? "a UnionPay file of corrections (ZME), which holds no payments;"
                + " its merchant detail file (ZM) does"
            : "nearly unionpay-detail, but its fields do not stand at their places";
    throw new RefusedFile(RefusedFile.Problem.UNRECOGNISED, what);
  }

  /// The heading of a field that can be refused, as the channel's page names it.
  static String heading(int field) {
    return switch (field) {
      case TIME -> "交易传输时间";
      case QUERY -> "查询流水号";
      case KIND -> "交易类型";
      case FEE -> "商户手续费";
      case SETTLED -> "结算金额";
      case DISCOUNT -> "优惠金额";
      default -> "交易金额";
    };
  }

  /// What detail and correction files have in common.
  private static boolean begins(byte[] line, int length) {
    return ZM.spaced(line, length, SAME_FIELDS)
        && ZM.digits(line, length, TRACE)
        && ZM.digits(line, length, TIME)
        && ZM.digits(line, length, AMOUNT);
  }

  private static boolean detail(byte[] line, int length) {
    return ZM.spaced(line, length, NEEDED)
        && ZM.digits(line, length, KIND)
        && ZM.start(line, length, QUERY) < ZM.end(line, length, QUERY);
  }
}
