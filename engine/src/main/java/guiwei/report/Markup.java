package guiwei.report;

import java.util.function.Function;

/// A page under construction. Everything that comes from outside goes through [#text].
final class Markup {
  private final StringBuilder out = new StringBuilder(1 << 14);

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
        default -> escaped.append(letter < ' ' && letter != '\n' ? '\uFFFD' : letter);
      }
    }
    return escaped.toString();
  }

  /// Both languages beside each other; the page shows the one that is chosen.
  static String both(Function<Words, String> text) {
    return "<span class=zh lang=zh>"
        + text(text.apply(Words.ZH))
        + "</span><span class=en lang=en>"
        + text(text.apply(Words.EN))
        + "</span>";
  }

  static String word(String key, Object... values) {
    return both(words -> words.text(key, values));
  }

  /// An amount whose decimals stand back.
  static String money(long minor, String currency) {
    String amount = figure(minor, currency);
    int point = amount.indexOf('.') < 0 ? amount.length() : amount.indexOf('.');
    return "<span class=money>"
        + amount.substring(0, point)
        + (point < amount.length() ? "<i>" + amount.substring(point) + "</i>" : "")
        + "</span>";
  }

  /// An amount with a true minus.
  static String figure(long minor, String currency) {
    return Words.amount(minor, currency).replace('-', '−');
  }

  Markup add(String... pieces) {
    for (String piece : pieces) {
      out.append(piece);
    }
    return this;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
