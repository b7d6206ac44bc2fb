package guiwei.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What can be asked for. Every entry has a heading in `docs/commands.md`.
enum Command {
  RECONCILE(
      0,
      Integer.MAX_VALUE,
      Option.OUT,
      Option.PROFILE,
      Option.JSON,
      Option.FAIL_ON,
      Option.AS_OF,
      Option.ZONE,
      Option.CURRENCY,
      Option.DECISIONS,
      Option.CARRYOVER,
      Option.KEEP,
      Option.THREADS,
      Option.MEMORY,
      Option.LANG),
  FORMATS(0, 0, Option.PROPOSE, Option.PROFILE, Option.ZONE, Option.CURRENCY, Option.LANG),
  EXPLAIN(1, 1, Option.OUT, Option.LANG),
  INDEX(
      1, Integer.MAX_VALUE, Option.OUT, Option.PROFILE, Option.ZONE, Option.CURRENCY, Option.LANG),
  TRACE(
      1,
      Integer.MAX_VALUE,
      Option.CLUES,
      Option.TOP,
      Option.JSON,
      Option.REVEAL,
      Option.REASON,
      Option.PROFILE,
      Option.ZONE,
      Option.CURRENCY,
      Option.LANG),
  DEMO(
      0,
      0,
      Option.SEED,
      Option.ORDERS,
      Option.DAYS,
      Option.OUT,
      Option.THREADS,
      Option.MEMORY,
      Option.LANG),
  VERSION(0, 0, Option.LANG),
  HELP(0, 1, Option.LANG);

  private final int least;
  private final int most;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<Option> options;

  /// @param least how many words must follow besides the options
  /// @param most how many may
  Command(int least, int most, Option... options) {
    this.least = least;
    this.most = most;
    this.options = List.of(options);
  }

  int least() {
    return least;
  }

  int most() {
    return most;
  }

  List<Option> options() {
    return options;
  }

  /// As it is typed.
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Command> of(String word) {
    for (Command command : values()) {
      if (command.word().equals(word)) {
        return Optional.of(command);
      }
    }
    return Optional.empty();
  }
}
