package guiwei.command;

import java.util.List;

/// `guiwei help`: all commands in a few lines, or one command with all it can be told.
final class Help {
  private static final int NAME_WIDTH = 12;
  private static final int OPTION_WIDTH = 22;

  /// What the launcher does itself.
  private static final List<String> LAUNCHED = List.of("test", "bench");

  private Help() {}

  static int print(Arguments arguments, Terminal terminal) throws Misuse {
    if (arguments.rest().isEmpty()) {
      all(terminal);
    } else {
      String word = arguments.rest().getFirst();
      if (LAUNCHED.contains(word)) {
        head(word, terminal);
        return Exit.CLEAN;
      }
      one(Command.of(word).orElseThrow(() -> new Misuse("misuse.command", word)), terminal);
    }
    return Exit.CLEAN;
  }

  private static void all(Terminal terminal) {
    Phrases phrases = terminal.phrases();
    terminal.print(phrases.say("help.head"));
    terminal.print("");
    for (Command command : Command.values()) {
      line(terminal, NAME_WIDTH, command.word(), phrases.say("command." + command.word()));
    }
    for (String word : LAUNCHED) {
      line(terminal, NAME_WIDTH, word, phrases.say("command." + word));
    }
    terminal.print("");
    terminal.print(phrases.say("help.more"));
  }

  private static void one(Command command, Terminal terminal) {
    Phrases phrases = terminal.phrases();
    head(command.word(), terminal);
    terminal.print("");
    for (Option option : command.options()) {
      String name = option.flag() ? option.word() : option.word() + " " + option.value();
      line(terminal, OPTION_WIDTH, name, phrases.say("option." + option.word().substring(2)));
    }
  }

  private static void head(String word, Terminal terminal) {
    terminal.print(terminal.phrases().say("usage." + word));
    terminal.print("  " + terminal.phrases().say("command." + word));
  }

  private static void line(Terminal terminal, int width, String name, String text) {
    terminal.print("  " + name + " ".repeat(Math.max(1, width - name.length())) + text);
  }
}
