package guiwei.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a command speaks: results on one stream, everything else on the other.
///
/// @param live whether a person watches the second one
record Terminal(PrintStream out, PrintStream err, boolean live, Phrases phrases) {
  private static final int BUFFER = 1 << 14;

  /// Where nobody says how wide the terminal is.
  private static final int WIDTH = 100;

  private static final int NARROWEST = 40;
  private static final int WIDEST = 140;

  /// @param speech what carries the result
  static Terminal ofProcess(Speech speech) {
    Charset charset = charset(System.getProperty("stdout.encoding"));
    // The launcher knows; asking the JDK loads a whole terminal library.
    boolean live = Boolean.getBoolean("guiwei.live");
    return new Terminal(
        stream(speech, charset),
        stream(new FileOutputStream(FileDescriptor.err), charset),
        live,
        Phrases.ofLocale());
  }

  private static PrintStream stream(OutputStream out, Charset charset) {
    return new PrintStream(new BufferedOutputStream(out, BUFFER), false, charset);
  }

  /// The terminal's own encoding if Chinese can be written in it; else UTF-8, which most terminals
  /// show whatever their locale says.
  private static Charset charset(@Nullable String name) {
    try {
      Charset charset = name == null ? UTF_8 : Charset.forName(name);
      return charset.newEncoder().canEncode("归位") ? charset : UTF_8;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return UTF_8;
    }
  }

  /// The same in another language.
  Terminal in(Optional<String> language) {
    return language.isEmpty() || language.get().equals(phrases.language())
        ? this
        : new Terminal(out, err, live, Phrases.of(language.get().equals("zh") ? "zh" : "en"));
  }

  /// How many columns a line of the screen may have: what the launcher found, or `COLUMNS` says.
  int width() {
    return Math.clamp(Integer.getInteger("guiwei.columns", WIDTH), NARROWEST, WIDEST);
  }

  /// A line of the result.
  void print(String line) {
    out.println(line);
  }

  /// Lines of the result that have their line ends.
  void show(String lines) {
    out.print(lines);
  }

  /// Whether whoever reads the result sees colours.
  boolean colour() {
    return Boolean.getBoolean("guiwei.colour");
  }

  /// A line beside the result.
  void tell(String key, String... values) {
    err.println(phrases.say(key, values));
    err.flush();
  }

  void trace(Throwable failure) {
    failure.printStackTrace(err);
    err.flush();
  }

  void flush() {
    out.flush();
    err.flush();
  }
}
