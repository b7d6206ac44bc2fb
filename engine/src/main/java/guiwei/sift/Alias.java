package guiwei.sift;

import guiwei.table.Row;
import guiwei.table.Text;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// The one order's number that the words beside a payment hold, found in the bytes of the row.
///
/// Aggregators send their own number as the merchant's and put the merchant's into the remark
/// or the name of the goods. Only the plain case is found here: one word that may be a number,
/// and no other beside it. Whatever is written any other way has no alias and is thought about
/// later.
final class Alias {
  private static final int LONGEST = 64;
  private static final int SHORTEST = 5;
  private static final int LEAST_DIGITS = 4;
  private static final long NOTHING = 0;
  private static final long SEVERAL = -1;

  private Alias() {}

  /// Notes the slice in the marks, empty where there is none or more than one.
  static void find(Row row, Shelf.Marks marks) {
    long remark = word(row, Text.REMARK);
    long goods = word(row, Text.GOODS);
    if (remark == SEVERAL || goods == SEVERAL || (remark != NOTHING && goods != NOTHING)) {
      return;
    }
    long word = remark == NOTHING ? goods : remark;
    if (word == NOTHING) {
      return;
    }
    marks.aliasFrom = (int) (word >>> 32);
    marks.aliasTo = (int) word;
  }

  /// Start and end of the only word that may be a number. Words that dashes and the like keep
  /// apart are one; those that blanks keep apart may be one number together or several: such a
  /// run has no plain answer.
  private static long word(Row row, Text text) {
    byte[] bytes = row.bytes;
    int to = row.to(text);
    boolean pairs = isPaired(row.charset);
    long found = NOTHING;
    int start = -1;
    int end = -1;
    boolean blanks = false;
    for (int i = row.from(text); i <= to; i++) {
      int c = i < to ? bytes[i] : 0;
      if (isWord(c)) {
        blanks |= start >= 0 && hasBlank(bytes, end, i);
        start = start < 0 ? i : start;
        end = i + 1;
      } else if (start >= 0 && !isGap(c)) {
        if (blanks || isNumber(bytes, start, end)) {
          if (blanks || found != NOTHING) {
            return SEVERAL;
          }
          found = (long) start << 32 | end;
        }
        start = -1;
        blanks = false;
      }
      if (c < 0 && pairs) {
        // the second byte of a character may look like a letter, the second of four like a digit
        boolean four = i + 1 < to && bytes[i + 1] >= '0' && bytes[i + 1] <= '9';
        i += four ? 3 : 1;
      }
    }
    return found;
  }

  private static boolean hasBlank(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == ' ') {
        return true;
      }
    }
    return false;
  }

  private static boolean isGap(int c) {
    return c == ' ' || c == '-' || c == '_' || c == '.' || c == '/';
  }

  /// Whether characters beyond ASCII have bytes that look like ASCII.
  private static boolean isPaired(Charset charset) {
    return !charset.equals(StandardCharsets.UTF_8)
        && !charset.equals(StandardCharsets.US_ASCII)
        && !charset.equals(StandardCharsets.ISO_8859_1);
  }

  private static boolean isWord(int c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  private static boolean isNumber(byte[] bytes, int from, int to) {
    int digits = 0;
    int letters = 0;
    for (int i = from; i < to; i++) {
      if (isWord(bytes[i])) {
        letters++;
        digits += bytes[i] <= '9' ? 1 : 0;
      }
    }
    return letters >= SHORTEST && to - from <= LONGEST && digits >= LEAST_DIGITS;
  }
}
