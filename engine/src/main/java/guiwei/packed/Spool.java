package guiwei.packed;

import guiwei.table.RefusedFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file that must be read out of order, kept on disk while it is read.
public record Spool(Path path) implements Closeable {
  private static final long MAX_SIZE = 8L << 30;
  private static final int BUFFER = 1 << 16;

  /// Keeps a copy of the stream until it is closed; refused when it is larger than any table.
  public static Spool of(InputStream in) throws IOException {
    Path path = Files.createTempFile("guiwei", ".table");
    try (OutputStream out = Files.newOutputStream(path)) {
      byte[] buffer = new byte[BUFFER];
      long size = 0;
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        size += read;
        if (size > MAX_SIZE) {
          throw new RefusedFile(RefusedFile.Problem.TOO_LARGE, "more than " + MAX_SIZE + " bytes");
        }
        out.write(buffer, 0, read);
      }
      return new Spool(path);
    } catch (IOException | RuntimeException failed) {
      Files.deleteIfExists(path);
      throw failed;
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
  }
}
