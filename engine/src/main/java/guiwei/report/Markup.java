package guiwei.report;

/// Text on its way into a page.
final class Markup {
  private Markup() {}

  /// The text so that it stays text between tags and within quoted attributes.
  static String text(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      switch (letter) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        case '\u0000' -> escaped.append('\uFFFD');
        default -> escaped.append(letter);
      }
    }
    return escaped.toString();
  }
}
