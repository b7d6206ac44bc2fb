package guiwei.table;

import guiwei.money.Decimals;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// The fields of one record as slices of bytes, before they mean anything.
public final class Cells {
  public byte[] bytes = new byte[0];
  public int[] from = new int[64];
  public int[] to = new int[64];
  public int count;
  public Charset charset = StandardCharsets.UTF_8;

  /// Whether amounts have a comma before their decimals.
  boolean decimalComma;

  // what a refiner found wrong, for the message
  int blamed = -1;
  String blamedHeading = "";

  /// Says which field a problem is about, for whoever mends the file.
  public void blame(int index, String heading) {
    blamed = index;
    blamedHeading = heading;
  }

  /// Adds a field.
  public void add(int start, int end) {
    if (count == from.length) {
      from = java.util.Arrays.copyOf(from, count * 2);
      to = java.util.Arrays.copyOf(to, count * 2);
    }
    from[count] = start;
    to[count++] = end;
  }

  /// The field decoded and stripped, empty where the record is shorter.
  public String text(int index) {
    if (index < 0 || index >= count) {
      return "";
    }
    return new String(bytes, from[index], to[index] - from[index], charset).strip();
  }

  /// The field as an exact amount in units of `10^-scale`, or [Decimals#UNREADABLE]. Figures
  /// are read as bytes; only where that fails does the file's encoding matter: `￥` and
  /// full-width digits are other bytes in GBK than in UTF-8.
  public long amount(int index, int scale) {
    if (decimalComma) {
      return Decimals.parseComma(text(index), scale);
    }
    long value = Decimals.parse(bytes, from[index], to[index], scale);
    if (value == Decimals.UNREADABLE && !charset.equals(StandardCharsets.UTF_8)) {
      return Decimals.parse(text(index), scale);
    }
    return value;
  }

  /// Whether the field is exactly these bytes.
  public boolean is(int index, byte[] word) {
    return index >= 0
        && index < count
        && java.util.Arrays.equals(bytes, from[index], to[index], word, 0, word.length);
  }

  /// Moves both ends of every field inwards past blanks, tabs, one leading `lead` byte and what
  /// makes a spreadsheet show a number as it is written: `="0012"`, `'0012`.
  void trim(int index, byte lead) {
    int start = from[index];
    int end = to[index];
    if (lead != 0 && start < end && bytes[start] == lead) {
      from[index] = ++start;
    }
    if (start == end || (bytes[start] > '\'' && bytes[end - 1] > ' ' && bytes[start] != '=')) {
      return;
    }
    while (start < end && isBlank(bytes[start])) {
      start++;
    }
    while (end > start && isBlank(bytes[end - 1])) {
      end--;
    }
    if (end - start > 2 && bytes[start] == '=' && bytes[start + 1] == '"') {
      start += 2;
      end -= bytes[end - 1] == '"' ? 1 : 0;
    } else if (end - start > 1 && bytes[start] == '\'' && isDigit(bytes[start + 1])) {
      start++;
    }
    from[index] = start;
    to[index] = end;
  }

  private static boolean isDigit(byte letter) {
    return letter >= '0' && letter <= '9';
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == '\r';
  }
}
