package guiwei.report;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// Blocks of matches put aside in a file that nobody else sees.
final class Aside implements Closeable {
  /// Where a block lies: how long each of its pieces is, one after the other.
  record Place(long position, int rows, List<Integer> sizes) {}

  private final FileChannel file;
  private long end;

  private Aside(FileChannel file) {
    this.file = file;
  }

  static Aside in(Path folder) throws IOException {
    Path path = Files.createTempFile(folder, "matches", ".aside");
    return new Aside(
        FileChannel.open(
            path,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE));
  }

  Place put(MatchBlock block) throws IOException {
    long position = end;
    List<Integer> sizes = new ArrayList<>();
    file.position(end);
    for (Bytes piece : pieces(block)) {
      sizes.add(piece.size);
      end += Chunks.write(file, ByteBuffer.wrap(piece.data, 0, piece.size));
    }
    return new Place(position, block.rows, sizes);
  }

  void get(Place place, MatchBlock block) throws IOException {
    long position = place.position();
    List<Bytes> pieces = pieces(block);
    for (int i = 0; i < pieces.size(); i++) {
      Bytes piece = pieces.get(i);
      piece.size = 0;
      piece.room(place.sizes().get(i));
      piece.size = place.sizes().get(i);
      position += read(piece.data, piece.size, position);
    }
    block.rows = place.rows();
  }

  private int read(byte[] bytes, int size, long position) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, size);
    while (buffer.hasRemaining()) {
      if (file.read(buffer, position + buffer.position()) < 0) {
        throw new IOException("a block that was put aside is gone");
      }
    }
    return size;
  }

  private static List<Bytes> pieces(MatchBlock block) {
    List<Bytes> pieces = new ArrayList<>();
    pieces.add(block.csv);
    pieces.add(block.runs);
    pieces.addAll(List.of(block.texts));
    pieces.addAll(List.of(block.pages));
    return pieces;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
