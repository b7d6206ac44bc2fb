package guiwei.command;

import java.util.Locale;
import java.util.Optional;

/// What can be said about a command. Every entry has a heading in `docs/settings.md`.
enum Option {
  OUT("DIR"),
  PROFILE("FILE"),
  LANG("zh|en"),
  JSON(""),
  FAIL_ON("KINDS"),
  MEMORY("SIZE"),
  THREADS("N"),
  AS_OF("DATE"),
  ZONE("ZONE"),
  CURRENCY("CODE"),
  PROPOSE("FILE"),
  DECISIONS("FILE"),
  CARRYOVER("DIR"),
  KEEP("DAYS"),
  CLUES("CLUES"),
  TOP("N"),
  REVEAL(""),
  REASON("TEXT"),
  SEED("N"),
  ORDERS("N"),
  DAYS("N");

  private final String value;

  /// @param value what its value is, or nothing for one that is only named
  Option(String value) {
    this.value = value;
  }

  String value() {
    return value;
  }

  boolean flag() {
    return value.isEmpty();
  }

  /// Whether it may be given several times.
  boolean several() {
    return this == PROFILE;
  }

  /// As it is typed: `--fail-on`.
  String word() {
    return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Option> of(String word) {
    for (Option option : values()) {
      if (option.word().equals(word)) {
        return Optional.of(option);
      }
    }
    return Optional.empty();
  }
}
