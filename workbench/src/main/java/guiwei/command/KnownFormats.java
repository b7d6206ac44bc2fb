package guiwei.command;

import guiwei.table.Layout;
import java.io.IOException;
import java.util.Optional;

/// `guiwei formats`: which files are known, or how one that is not might be read.
final class KnownFormats {
  private static final int WIDTH = 24;

  private KnownFormats() {}

  static int run(Arguments arguments, Terminal terminal) throws IOException, Misuse {
    Optional<String> file = arguments.one(Option.PROPOSE);
    if (file.isPresent()) {
      return Proposing.run(file.get(), arguments, terminal);
    }
    for (Layout layout : Run.layouts(Run.profiles(arguments))) {
      String key = layout.key();
      String text = terminal.phrases().text("format." + key).orElse("");
      terminal.print(key + " ".repeat(Math.max(1, WIDTH - key.length())) + text);
    }
    return Exit.CLEAN;
  }
}
