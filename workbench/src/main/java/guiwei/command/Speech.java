package guiwei.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/// A stream of the process that remembers whether it could be written: a print stream tells only
/// that it could not, not why.
final class Speech extends OutputStream {
  private final FileOutputStream stream;
  private @Nullable IOException failure;

  Speech(FileDescriptor file) {
    stream = new FileOutputStream(file);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    try {
      stream.write(bytes, from, length);
    } catch (IOException failed) {
      failure = failure == null ? failed : failure;
      throw failed;
    }
  }

  /// Why the result did not arrive, or null. Whoever reads no further has seen enough.
  @Nullable String lost() {
    IOException failed = failure;
    String why = failed == null ? null : String.valueOf(failed.getMessage());
    return why == null || why.contains("Broken pipe") ? null : why;
  }
}
