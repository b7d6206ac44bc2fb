package guiwei.command;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What the launcher runs once after a build, so that the Java machine learns what every run loads:
/// `train DIR`. Nobody types it.
final class Training {
  private Training() {}

  static int run(String folder) {
    for (String language : List.of("zh", "en")) {
      type("demo", "--orders", "400", "--days", "4", "--out", folder, "--lang", language);
    }
    type("reconcile", folder + "/month/in", "--out", folder + "/again", "--json");
    type("formats");
    type("help", "reconcile");
    return type("version");
  }

  private static int type(String... args) {
    var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return Main.run(List.of(args), new Terminal(nowhere, nowhere, true, Phrases.of("en")));
  }
}
