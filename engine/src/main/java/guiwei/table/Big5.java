package guiwei.table;

import java.nio.charset.Charset;

/// The encoding of traditional Chinese in Taiwan and Hong Kong. Most of its bytes exist in
/// GB18030 too, where they are rare letters: which of both a file is in shows in where its pairs
/// of bytes lie.
final class Big5 {
  static final Charset CHARSET = Charset.forName("Big5-HKSCS");

  private static final int FEW = 6;

  private Big5() {}

  /// Whether nearly all pairs begin where Big5 has punctuation and its common letters (GBK has
  /// most of its own behind them), some end below 0x7f (a common letter of GBK never does), and
  /// none ends where Big5 has nothing.
  static boolean likely(byte[] bytes) {
    int pairs = 0;
    int common = 0;
    int low = 0;
    for (int i = 0; i + 1 < bytes.length; i++) {
      int lead = bytes[i] & 0xff;
      if (lead < 0x80) {
        continue;
      }
      int trail = bytes[++i] & 0xff;
      if (trail >= 0x7f && trail <= 0xa0) {
        return false;
      }
      pairs++;
      common += lead >= 0xa1 && lead <= 0xc6 ? 1 : 0;
      low += trail < 0x7f ? 1 : 0;
    }
    return pairs >= FEW && common * 10 >= pairs * 9 && low * 5 >= pairs;
  }
}
