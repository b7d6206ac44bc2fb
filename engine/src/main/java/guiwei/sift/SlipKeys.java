package guiwei.sift;

import guiwei.statement.StatementLine;
import guiwei.table.Hash;
import guiwei.table.Row;
import guiwei.table.Text;
import java.nio.charset.StandardCharsets;

/// A terminal's slip as a key: terminal, trace without leading zeros, amount, day. An
/// acquirer's bill and the terminal's own journal tell of the same slips; the key says which.
public final class SlipKeys {
  private SlipKeys() {}

  /// Whether the row names the slip it was printed on.
  static boolean names(Row row) {
    return row.has(Text.TERMINAL) && row.has(Text.TRACE) && row.hasTime;
  }

  /// The key of a row.
  static long of(Row row, long amount, int day) {
    long terminal = Hash.of(row.bytes, row.from(Text.TERMINAL), row.to(Text.TERMINAL));
    return key(terminal, trace(row.bytes, row.from(Text.TRACE), row.to(Text.TRACE)), amount, day);
  }

  /// The key of a line, on a day of the caller's choice: clocks differ around midnight.
  public static long of(StatementLine line, int day) {
    byte[] trace = line.trace.getBytes(StandardCharsets.UTF_8);
    return key(Hash.of(line.terminal), trace(trace, 0, trace.length), line.amountMinor, day);
  }

  private static long trace(byte[] bytes, int from, int to) {
    int start = from;
    while (start < to - 1 && bytes[start] == '0') {
      start++;
    }
    return Hash.of(bytes, start, to);
  }

  private static long key(long terminal, long trace, long amount, int day) {
    // 0 means no key
    return Hash.mix(Hash.mix(terminal, trace), Hash.mix(amount, day)) | 1;
  }
}
