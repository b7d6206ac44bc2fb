package guiwei.packed;

import guiwei.table.RefusedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// The rows of a Parquet file: its flat columns, whatever else is in it.
final class ParquetRows implements Tables {
  private static final int MAX_FOOTER = 1 << 26;
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final int REPEATED = 2;
  private static final int OPTIONAL = 1;

  /// A column that holds one value a row.
  private record Flat(int leaf, String name, ParquetType type, int maxDefinition) {}

  private final Spool spool;
  private final FileChannel file;
  private final List<Flat> columns = new ArrayList<>();
  private final List<ThriftInput.Struct> groups;
  private List<ParquetColumn> readers = List.of();
  private int group = -1;
  private long left;
  private boolean started;
  private boolean headed;

  private ParquetRows(Spool spool, FileChannel file) throws IOException {
    this.spool = spool;
    this.file = file;
    ThriftInput.Struct footer = footer();
    List<ThriftInput.Struct> schema = footer.structs(2);
    if (schema.isEmpty()) {
      throw ThriftInput.broken();
    }
    new Walk(schema).children(schema.getFirst().small(5, 0), "", 0, true, 0);
    this.groups = footer.structs(4);
  }

  static Tables open(InputStream in) throws IOException {
    Spool spool = Spool.of(in);
    FileChannel file = FileChannel.open(spool.path(), StandardOpenOption.READ);
    try {
      return new ParquetRows(spool, file);
    } catch (IOException | RuntimeException failed) {
      file.close();
      spool.close();
      throw failed;
    }
  }

  private ThriftInput.Struct footer() throws IOException {
    long size = file.size();
    byte[] tail = read(Math.max(0, size - 8), (int) Math.min(8, size));
    if (size < 12 || !java.util.Arrays.equals(tail, 4, 8, MAGIC, 0, 4)) {
      throw new RefusedFile(RefusedFile.Problem.TRUNCATED, "a Parquet file without its end");
    }
    int length = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).getInt();
    if (length < 0 || length > MAX_FOOTER || length > size - 12) {
      throw ThriftInput.broken();
    }
    return new ThriftInput(read(size - 8 - length, length), 0).struct();
  }

  private byte[] read(long from, int size) throws IOException {
    ByteBuffer into = ByteBuffer.allocate(size);
    while (into.hasRemaining()) {
      if (file.read(into, from + into.position()) < 0) {
        throw ThriftInput.broken();
      }
    }
    return into.array();
  }

  /// Walks the schema in its order and notes every leaf that holds one value a row.
  private final class Walk {
    private static final int MAX_DEPTH = 32;

    private final List<ThriftInput.Struct> schema;
    private int next = 1;
    private int leaf;

    Walk(List<ThriftInput.Struct> schema) {
      this.schema = schema;
    }

    void children(int count, String outer, int definition, boolean single, int depth)
        throws RefusedFile {
      for (int i = 0; i < count; i++) {
        if (next >= schema.size() || depth > MAX_DEPTH) {
          throw ThriftInput.broken();
        }
        ThriftInput.Struct element = schema.get(next++);
        int repetition = element.small(3, 0);
        boolean one = single && repetition != REPEATED;
        int below = definition + (repetition == OPTIONAL || repetition == REPEATED ? 1 : 0);
        String name = outer + element.text(4);
        int inner = element.small(5, 0);
        if (inner > 0) {
          children(inner, name + "_", below, one, depth + 1);
        } else {
          if (one && columns.size() < Tuple.MAX_COLUMNS) {
            columns.add(new Flat(leaf, name, ParquetType.of(element), below));
          }
          leaf++;
        }
      }
    }
  }

  @Override
  public boolean nextTable() {
    boolean first = !started;
    started = true;
    return first;
  }

  @Override
  public boolean next(Tuple tuple) throws IOException {
    tuple.clear();
    if (!headed) {
      headed = true;
      for (Flat column : columns) {
        tuple.put(column.name);
      }
      return true;
    }
    while (left == 0) {
      if (++group >= groups.size()) {
        return false;
      }
      open(groups.get(group));
    }
    left--;
    for (ParquetColumn reader : readers) {
      reader.next(tuple);
    }
    return true;
  }

  private void open(ThriftInput.Struct rows) throws IOException {
    List<ThriftInput.Struct> chunks = rows.structs(1);
    left = rows.number(3, 0);
    if (left < 0) {
      throw ThriftInput.broken();
    }
    List<ParquetColumn> opened = new ArrayList<>();
    for (Flat column : left == 0 ? List.<Flat>of() : columns) {
      if (column.leaf >= chunks.size()) {
        throw ThriftInput.broken();
      }
      ThriftInput.Struct chunk = chunks.get(column.leaf).struct(3);
      opened.add(new ParquetColumn(file, column.type, column.maxDefinition, chunk));
    }
    readers = opened;
  }

  @Override
  public void close() throws IOException {
    try {
      file.close();
    } finally {
      spool.close();
    }
  }
}
