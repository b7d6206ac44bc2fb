package guiwei.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Why a file is refused, in Chinese: the readers say it in English, with figures and headings.
final class Details {
  private static final String FILE = "details_zh.txt";
  private static final Map<Pattern, String> CHINESE = read();

  private Details() {}

  /// The same in Chinese, part by part; what is not known stays as it is.
  static String chinese(String detail) {
    return Stream.of(detail.split("; ", -1)).map(Details::part).collect(Collectors.joining("；"));
  }

  private static String part(String english) {
    for (Map.Entry<Pattern, String> known : CHINESE.entrySet()) {
      Matcher matcher = known.getKey().matcher(english);
      if (matcher.matches()) {
        String text = known.getValue();
        for (int i = 0; i < matcher.groupCount(); i++) {
          text = text.replace("{" + i + "}", matcher.group(i + 1));
        }
        return text;
      }
    }
    return english;
  }

  private static Map<Pattern, String> read() {
    Map<Pattern, String> texts = new LinkedHashMap<>();
    try (InputStream in = Objects.requireNonNull(Details.class.getResourceAsStream(FILE), FILE)) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : all.split("\n", -1)) {
        int equals = line.indexOf(" = ");
        if (equals > 0 && !line.startsWith("#")) {
          texts.put(pattern(line.substring(0, equals)), line.substring(equals + 3));
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return texts;
  }

  private static Pattern pattern(String english) {
    return Pattern.compile(Pattern.quote(english).replaceAll("\\{\\d}", "\\\\E(.+?)\\\\Q"));
  }
}
