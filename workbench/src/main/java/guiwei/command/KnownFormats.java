package guiwei.command;

import guiwei.table.Layout;
import java.io.IOException;

/// `guiwei formats`: which files are known.
final class KnownFormats {
  private static final int WIDTH = 24;

  private KnownFormats() {}

  static int run(Arguments arguments, Terminal terminal) throws IOException, Misuse {
    for (Layout layout : Run.layouts(Run.profiles(arguments))) {
      String key = layout.key();
      String text = terminal.phrases().text("format." + key).orElse("");
      terminal.print(key + " ".repeat(Math.max(1, WIDTH - key.length())) + text);
    }
    return Exit.CLEAN;
  }
}
