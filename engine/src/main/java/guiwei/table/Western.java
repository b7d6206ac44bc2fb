package guiwei.table;

import java.nio.charset.Charset;

/// The encoding of western Europe on Windows. All of its bytes are half of some letter in
/// Chinese encodings too; which of both a file is in shows in how its bytes stand.
public final class Western {
  public static final Charset CHARSET = Charset.forName("windows-1252");

  private Western() {}

  /// Whether most bytes beyond ASCII stand alone between letters, as `ü` and `é` do. Chinese text
  /// stands in runs of pairs.
  ///
  /// @param cut whether the bytes may end within a letter
  public static boolean likely(byte[] bytes, int length, boolean cut) {
    int pairs = 0;
    int single = 0;
    int i = 0;
    while (i < length) {
      int start = i;
      while (i < length && bytes[i] < 0) {
        i++;
      }
      int run = i - start;
      boolean between = start > 0 && i < length && letter(bytes[start - 1]) && letter(bytes[i]);
      boolean half = run % 2 == 1 && !(cut && i == length && run > 1);
      boolean alone = half || (run == 2 && between);
      pairs += alone ? 0 : run / 2;
      single += alone ? 1 : 0;
      i++;
    }
    return pairs <= single;
  }

  private static boolean letter(byte b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
  }
}
