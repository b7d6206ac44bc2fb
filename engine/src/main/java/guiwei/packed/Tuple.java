package guiwei.packed;

import guiwei.table.Cells;
import guiwei.table.RefusedFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The cells of one record, put together by a reader of sheets, JSON or Parquet as UTF-8.
public final class Tuple {
  static final int MAX_COLUMNS = 1024;
  static final int MAX_CELL = 1 << 16;

  private static final int MAX_SIZE = 1 << 20;

  /// The cells of the record, in UTF-8.
  public final Cells cells = new Cells();
  private byte[] bytes = new byte[1 << 12];
  private int size;

  void clear() {
    cells.count = 0;
    size = 0;
  }

  /// Adds a cell.
  void put(String text) throws RefusedFile {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    put(utf8, 0, utf8.length);
  }

  void put(byte[] from, int start, int length) throws RefusedFile {
    limit(length);
    if (size + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + length, bytes.length * 2));
    }
    System.arraycopy(from, start, bytes, size, length);
    cells.bytes = bytes;
    cells.add(size, size + length);
    size += length;
  }

  private void limit(int length) throws RefusedFile {
    if (cells.count >= MAX_COLUMNS) {
      throw new RefusedFile(
          RefusedFile.Problem.TOO_LARGE, "a row of more than " + MAX_COLUMNS + " columns");
    }
    if (length > MAX_CELL || size + length > MAX_SIZE) {
      throw new RefusedFile(
          RefusedFile.Problem.TOO_LARGE, "a cell or row longer than any table of payments has");
    }
  }

  /// Adds empty cells up to this column.
  void skipTo(int column) throws RefusedFile {
    if (column > MAX_COLUMNS) {
      limit(Integer.MAX_VALUE);
    }
    cells.bytes = bytes;
    while (cells.count < column) {
      limit(0);
      cells.add(size, size);
    }
  }

  /// The cells as text.
  public List<String> texts() {
    List<String> texts = new ArrayList<>(cells.count);
    for (int i = 0; i < cells.count; i++) {
      texts.add(cells.text(i));
    }
    return texts;
  }

  /// Takes these cells in place of its own.
  public void set(List<String> texts) throws RefusedFile {
    clear();
    for (String text : texts) {
      put(text);
    }
  }
}
