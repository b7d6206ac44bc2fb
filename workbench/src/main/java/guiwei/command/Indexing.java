package guiwei.command;

import guiwei.source.Private;
import guiwei.trace.Customers;
import guiwei.trace.IndexFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// `guiwei index LIST...`: lists of customers prepared for `guiwei trace`.
final class Indexing {
  private Indexing() {}

  static int run(Arguments arguments, Terminal terminal) throws IOException, Misuse {
    var list = new CustomerList(terminal, Run.profiles(arguments));
    Customers customers = list.read(arguments.rest().stream().map(Path::of).toList());
    if (list.lacks()) {
      terminal.tell("index.unchanged");
      return Exit.BAD_INPUT;
    }
    Path file = Path.of(arguments.one(Option.OUT).orElse("customers.guiwei"));
    if (Files.isDirectory(file)) {
      throw new Misuse("misuse.index-folder", file.toString());
    }
    Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
    Files.deleteIfExists(unfinished);
    Private.create(unfinished);
    try {
      IndexFile.write(customers, unfinished);
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
    }
    terminal.print(
        terminal.phrases().say("index.done", Integer.toString(customers.size()), file.toString()));
    return Exit.CLEAN;
  }
}
