package guiwei.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;

/// What the command line says, in one language: lines of `key = text` with `{}` for values.
///
/// A file read by hand, because resource bundles load a hundred classes to the same end.
final class Phrases {
  private final String language;
  private final Map<String, String> texts;

  private Phrases(String language, Map<String, String> texts) {
    this.language = language;
    this.texts = texts;
  }

  static Phrases of(String language) {
    var texts = new HashMap<String, String>();
    for (String line : read("phrases." + language).split("\n", -1)) {
      int equals = line.indexOf(" = ");
      if (equals > 0 && !line.startsWith("#")) {
        texts.put(line.substring(0, equals), line.substring(equals + 3));
      }
    }
    return new Phrases(language, texts);
  }

  /// The language of this machine's user, Chinese or else English.
  static Phrases ofLocale() {
    return of(Locale.getDefault().getLanguage().equals("zh") ? "zh" : "en");
  }

  private static String read(String name) {
    try (InputStream in = Objects.requireNonNull(Phrases.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String language() {
    return language;
  }

  Map<String, String> texts() {
    return texts;
  }

  /// The text with its values; the key itself if nobody wrote a text.
  String say(String key, String... values) {
    String text = texts.getOrDefault(key, key);
    for (String value : values) {
      text = text.replaceFirst("\\{}", Matcher.quoteReplacement(value));
    }
    return text;
  }

  Optional<String> text(String key) {
    return Optional.ofNullable(texts.get(key));
  }
}
