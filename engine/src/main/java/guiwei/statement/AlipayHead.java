package guiwei.statement;

import java.nio.charset.Charset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The lines above the table of an Alipay bill, and its header line.
///
/// @param declared whether the file has the `#` lines: then it must have the last ones too
/// @param account the account the bill is of, empty where the head does not say
/// @param dataStart where the first row begins
record AlipayHead(
    Charset charset, String title, boolean declared, String account, Header header, int dataStart) {
  private static final Pattern ACCOUNT = Pattern.compile("账号:\\[([0-9A-Za-z@._*-]{1,64})\\]");
  private static final int MOST_LINES = 30;

  /// Finds the header line: the first that has one of these columns.
  ///
  /// @return null when none of the first lines has
  static @Nullable AlipayHead of(byte[] bytes, List<String> columns, int enough) {
    Head head = Head.of(bytes);
    if (head == null) {
      return null;
    }
    String account = "";
    String title = Header.plain(head.line(head.start()));
    int from = head.start();
    for (int i = 0; i < MOST_LINES && from < bytes.length; i++) {
      String line = head.line(from);
      Header header = new Header(line);
      if (!line.startsWith("#") && header.count(columns) >= enough) {
        return new AlipayHead(
            head.charset(), title, title.contains("#"), account, header, head.next(from));
      }
      Matcher found = ACCOUNT.matcher(Header.plain(line));
      if (found.find()) {
        account = partner(found.group(1));
      }
      from = head.next(from);
    }
    return null;
  }

  /// The sixteen digits by which Alipay knows the merchant: some heads append `0156`, the
  /// number of the account among the merchant's.
  private static String partner(String account) {
    return account.matches("2088\\d{12}0156") ? account.substring(0, 16) : account;
  }
}
