package guiwei.command;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A command line, understood.
///
/// Parsed by ourselves: picocli took 250 ms more from start to end, with an AOT cache, of a run
/// whose plain start is below 100 ms.
///
/// @param rest the words that are neither the command nor belong to an option
record Arguments(Command command, Map<Option, List<String>> options, List<String> rest) {
  private static final List<String> LANGUAGES = List.of("zh", "en");

  Arguments {
    options = Map.copyOf(options);
    rest = List.copyOf(rest);
  }

  /// Understands what was typed; nothing at all asks for help.
  static Arguments parse(List<String> args) throws Misuse {
    Deque<String> words = new ArrayDeque<>(args);
    Command command = command(words.isEmpty() ? "help" : words.removeFirst());
    var options = new EnumMap<Option, List<String>>(Option.class);
    var rest = new ArrayList<String>();
    while (!words.isEmpty()) {
      String word = words.removeFirst();
      if (word.equals("--help") || word.equals("-h")) {
        return new Arguments(Command.HELP, options, List.of(command.word()));
      }
      if (word.equals("--")) {
        rest.addAll(words);
        words.clear();
      } else if (word.startsWith("--")) {
        option(command, word, words, options);
      } else {
        rest.add(word);
      }
    }
    count(command, rest);
    return new Arguments(command, options, rest);
  }

  private static Command command(String word) throws Misuse {
    return switch (word) {
      case "--version", "-V" -> Command.VERSION;
      case "--help", "-h" -> Command.HELP;
      default -> Command.of(word).orElseThrow(() -> noCommand(word));
    };
  }

  private static Misuse noCommand(String word) {
    return Meant.among(Stream.of(Command.values()).map(Command::word), word)
        .map(meant -> new Misuse("misuse.command.meant", word, meant))
        .orElseGet(() -> new Misuse("misuse.command", word));
  }

  private static Misuse noOption(Command command, String name) {
    return Meant.among(command.options().stream().map(Option::word), name)
        .map(meant -> new Misuse("misuse.option.meant", command.word(), name, meant))
        .orElseGet(() -> new Misuse("misuse.option", command.word(), name));
  }

  private static void option(
      Command command, String word, Deque<String> words, Map<Option, List<String>> options)
      throws Misuse {
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    Option option =
        Option.of(name)
            .filter(command.options()::contains)
            .orElseThrow(() -> noOption(command, name));
    if (option.flag()) {
      if (equals >= 0) {
        throw new Misuse("misuse.flag", name);
      }
      options.put(option, List.of(""));
      return;
    }
    if (equals < 0 && words.isEmpty()) {
      throw new Misuse("misuse.value", name, option.value());
    }
    String value = equals < 0 ? words.removeFirst() : word.substring(equals + 1);
    List<String> values = options.computeIfAbsent(option, o -> new ArrayList<>());
    if (!values.isEmpty() && !option.several()) {
      throw new Misuse("misuse.twice", name);
    }
    if (option == Option.LANG && !LANGUAGES.contains(value)) {
      throw new Misuse("misuse.lang", value);
    }
    if (option == Option.MEMORY && !value.matches("[1-9]\\d*[kKmMgG]")) {
      throw new Misuse("misuse.memory", value);
    }
    values.add(value);
  }

  private static void count(Command command, List<String> rest) throws Misuse {
    if (rest.size() < command.least()) {
      throw new Misuse("misuse.missing." + command.word());
    }
    if (rest.size() > command.most()) {
      throw new Misuse("misuse.surplus", command.word(), rest.get(command.most()));
    }
  }

  /// The language asked for.
  Optional<String> language() {
    return one(Option.LANG);
  }

  /// The language that words which are not understood ask for, so that the complaint about them is
  /// made in it.
  static Optional<String> language(List<String> args) {
    for (int i = 0; i < args.size(); i++) {
      String word = args.get(i);
      boolean apart = word.equals(Option.LANG.word()) && i + 1 < args.size();
      String value = apart ? args.get(i + 1) : word.replace(Option.LANG.word() + "=", "");
      if (word.startsWith(Option.LANG.word()) && LANGUAGES.contains(value)) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  boolean has(Option option) {
    return options.containsKey(option);
  }

  Optional<String> one(Option option) {
    return all(option).stream().findFirst();
  }

  List<String> all(Option option) {
    return options.getOrDefault(option, List.of());
  }

  /// A whole number within bounds.
  int number(Option option, int otherwise, int least, int most) throws Misuse {
    Optional<String> text = one(option);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(text.get());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Refused below, as a number out of bounds is.
    }
    throw new Misuse(
        "misuse.number", option.word(), text.get(), Integer.toString(least), "" + most);
  }
}
