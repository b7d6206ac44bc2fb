package guiwei.command;

/// `guiwei help`: all commands in a few lines, or one command with all it can be told.
final class Help {
  private static final int NAME_WIDTH = 12;
  private static final int OPTION_WIDTH = 22;

  private Help() {}

  static int print(Arguments arguments, Terminal terminal) throws Misuse {
    if (arguments.rest().isEmpty()) {
      all(terminal);
    } else {
      String word = arguments.rest().getFirst();
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
    line(terminal, NAME_WIDTH, "test", phrases.say("command.test"));
    line(terminal, NAME_WIDTH, "bench", phrases.say("command.bench"));
    terminal.print("");
    terminal.print(phrases.say("help.more"));
  }

  private static void one(Command command, Terminal terminal) {
    Phrases phrases = terminal.phrases();
    terminal.print(phrases.say("usage." + command.word()));
    terminal.print("  " + phrases.say("command." + command.word()));
    terminal.print("");
    for (Option option : command.options()) {
      String name = option.flag() ? option.word() : option.word() + " " + option.value();
      line(terminal, OPTION_WIDTH, name, phrases.say("option." + option.word().substring(2)));
    }
  }

  private static void line(Terminal terminal, int width, String name, String text) {
    terminal.print("  " + name + " ".repeat(Math.max(1, width - name.length())) + text);
  }
}
