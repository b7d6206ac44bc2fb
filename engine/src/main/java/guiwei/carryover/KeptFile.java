package guiwei.carryover;

import guiwei.source.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A file of an earlier run, or of this one, as the carryover keeps it: its content, which nobody
/// alters, under its first name.
///
/// @param sha256 of the content
/// @param name as it was first given
/// @param format the key of the layout that read it
/// @param days what its rows speak of
/// @param size in bytes
/// @param content where the bytes lie
record KeptFile(String sha256, String name, String format, Span days, long size, Path content)
    implements Source {

  /// The days of a file's rows by the file's own clock, from 1970-01-01; a list of stores has none.
  record Span(long first, long last) {
    static final Span NONE = new Span(Long.MAX_VALUE, Long.MIN_VALUE);

    boolean dated() {
      return first <= last;
    }

    /// Whether it speaks of every day that the other speaks of.
    boolean covers(Span other) {
      return dated() == other.dated() && first <= other.first && last >= other.last;
    }
  }

  @Override
  public InputStream open() throws IOException {
    return Files.newInputStream(content);
  }

  @Override
  public Optional<Path> plain() {
    return Optional.of(content);
  }
}
