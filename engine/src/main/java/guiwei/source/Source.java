package guiwei.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/// One file's content, wherever it lies: on disk, compressed, or inside an archive.
public interface Source {
  /// The name for messages: the path, with `!/entry` for an archive's entry.
  String name();

  /// The content unpacked, from its first byte. Every call reads anew. The stream throws
  /// [guiwei.table.RefusedFile] when the content is larger than the limits allow or breaks off.
  InputStream open() throws IOException;

  /// The file itself when its bytes are the content, so that it can be read in pieces.
  Optional<Path> plain();

  /// How many bytes [#open] gives, or -1 when nobody knows before reading.
  long size();
}
