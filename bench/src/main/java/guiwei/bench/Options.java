package guiwei.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// `--name value` pairs of one command.
final class Options {
  /// What was typed makes no sense; the message says what does.
  static final class Misuse extends Exception {
    private static final long serialVersionUID = 1;

    Misuse(String message) {
      super(message);
    }
  }

  private final Map<String, String> values;

  private Options(Map<String, String> values) {
    this.values = values;
  }

  /// Reads the pairs.
  ///
  /// @param known the names that this command understands
  static Options of(List<String> arguments, List<String> known) throws Misuse {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < arguments.size(); i += 2) {
      String name = arguments.get(i);
      if (!known.contains(name)) {
        throw new Misuse("unknown option " + name + ": " + String.join(", ", known));
      }
      if (i + 1 == arguments.size()) {
        throw new Misuse(name + " needs a value");
      }
      values.put(name, arguments.get(i + 1));
    }
    return new Options(values);
  }

  String text(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name));
  }

  Optional<Path> path(String name) {
    return text(name).map(Path::of).map(Path::toAbsolutePath);
  }

  List<String> list(String name, String otherwise) {
    return Arrays.stream(text(name, otherwise).split(",", -1))
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .toList();
  }

  /// `20000`, `100k` or `10m`.
  long count(String name, String otherwise) throws Misuse {
    return parse(name, text(name, otherwise));
  }

  List<Long> counts(String name, String otherwise) throws Misuse {
    List<Long> counts = new java.util.ArrayList<>();
    for (String value : list(name, otherwise)) {
      counts.add(parse(name, value));
    }
    return counts;
  }

  private static long parse(String name, String text) throws Misuse {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    long unit = lower.endsWith("m") ? 1_000_000 : lower.endsWith("k") ? 1_000 : 1;
    try {
      long count =
          Math.multiplyExact(
              Long.parseLong(unit == 1 ? lower : lower.substring(0, lower.length() - 1)), unit);
      if (count > 0) {
        return count;
      }
    } catch (ArithmeticException | NumberFormatException e) {
      throw new Misuse(name + " " + text + " is no count like 20000, 100k or 10m");
    }
    throw new Misuse(name + " " + text + " is not more than nothing");
  }
}
