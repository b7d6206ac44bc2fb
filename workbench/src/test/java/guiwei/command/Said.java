package guiwei.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;

/// What a command answered.
record Said(int code, String out, String err) {
  /// Types a command, in English.
  static Said when(String... args) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var terminal =
        new Terminal(
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            false,
            Phrases.of("en"));
    int code = Main.run(List.of(args), terminal);
    return new Said(code, out.toString(UTF_8), err.toString(UTF_8));
  }
}
