package guiwei.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A Parquet file of matches: seven required columns, uncompressed, long texts as
/// DELTA_LENGTH_BYTE_ARRAY, words from a dictionary, amounts as DELTA_BINARY_PACKED.
///
/// Source of the format: apache/parquet-format, README.md and parquet.thrift.
final class ParquetFile {
  private static final int BLOCKS_PER_GROUP = 16;
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final int INT64 = 2;
  private static final int BYTE_ARRAY = 6;
  private static final int PLAIN = 0;
  private static final int RLE = 3;
  private static final int DELTA_BINARY_PACKED = 5;
  private static final int DELTA_LENGTH_BYTE_ARRAY = 6;
  private static final int RLE_DICTIONARY = 8;
  private static final int DATA_PAGE = 0;
  private static final int DICTIONARY_PAGE = 2;

  /// Where one column of one row group stands.
  private record Chunk(long start, long dataStart, long end, int encoding) {}

  private record Group(List<Chunk> chunks, long rows) {}

  private final FileChannel file;
  private final Wording.Dictionary dictionary;
  private final byte[] codes = new byte[MatchBlock.ROWS];
  private final List<MatchBlock> waiting = new ArrayList<>();
  private final List<Group> groups = new ArrayList<>();
  private final Bytes scratch = new Bytes(1 << 16);
  private long position;

  ParquetFile(FileChannel file, Wording.Dictionary dictionary) throws IOException {
    this.file = file;
    this.dictionary = dictionary;
    write(MAGIC, MAGIC.length);
  }

  /// Takes an encoded block and answers the blocks that may be used again.
  List<MatchBlock> add(MatchBlock block) throws IOException {
    waiting.add(block);
    return waiting.size() < BLOCKS_PER_GROUP ? List.of() : flush();
  }

  private List<MatchBlock> flush() throws IOException {
    List<Chunk> chunks = new ArrayList<>();
    chunks.add(texts(MatchBlock.GROUP));
    chunks.add(words(MatchBlock.RULE, dictionary.rules()));
    chunks.add(words(MatchBlock.ANSWER, dictionary.answers()));
    chunks.add(texts(MatchBlock.RECEIPTS));
    chunks.add(texts(MatchBlock.ORDERS));
    chunks.add(amounts());
    chunks.add(words(MatchBlock.CURRENCY, dictionary.currencies()));
    groups.add(new Group(chunks, waiting.stream().mapToLong(block -> block.rows).sum()));
    List<MatchBlock> free = List.copyOf(waiting);
    waiting.clear();
    return free;
  }

  private Chunk texts(int column) throws IOException {
    long start = position;
    for (MatchBlock block : waiting) {
      Bytes lengths = block.pages[column];
      Bytes bytes = block.texts[column];
      pageHeader(lengths.size + bytes.size, block.rows, DELTA_LENGTH_BYTE_ARRAY);
      write(lengths.data, lengths.size);
      write(bytes.data, bytes.size);
    }
    return new Chunk(start, start, position, DELTA_LENGTH_BYTE_ARRAY);
  }

  private Chunk amounts() throws IOException {
    long start = position;
    for (MatchBlock block : waiting) {
      Bytes page = block.pages[MatchBlock.ORDERS + 1];
      pageHeader(page.size, block.rows, DELTA_BINARY_PACKED);
      write(page.data, page.size);
    }
    return new Chunk(start, start, position, DELTA_BINARY_PACKED);
  }

  private Chunk words(int kind, Codes names) throws IOException {
    long start = position;
    List<String> words = new ArrayList<>();
    byte[] order = order(kind, names, words);
    dictionary(words);
    long dataStart = position;
    int width = Integer.SIZE - Integer.numberOfLeadingZeros(words.size() - 1);
    Bytes page = new Bytes(1 << 12);
    for (MatchBlock block : waiting) {
      block.codes(kind, order, codes);
      page.size = 0;
      page.put(width);
      Packing.hybrid(page, codes, block.rows, width);
      pageHeader(page.size, block.rows, RLE_DICTIONARY);
      write(page.data, page.size);
    }
    return new Chunk(start, dataStart, position, RLE_DICTIONARY);
  }

  /// New numbers for the words of this group in the order in which they first stand in it:
  /// codes come from many threads and differ from run to run, the file must not.
  private byte[] order(int kind, Codes names, List<String> words) {
    byte[] order = new byte[Codes.MOST];
    boolean[] seen = new boolean[Codes.MOST];
    for (MatchBlock block : waiting) {
      for (int run = 0; run < block.runs.size; run += MatchBlock.RUN) {
        int code = block.code(run, kind);
        if (!seen[code]) {
          seen[code] = true;
          order[code] = (byte) words.size();
          words.add(names.word(code));
        }
      }
    }
    return order;
  }

  private void dictionary(List<String> words) throws IOException {
    Bytes page = new Bytes(256);
    for (String word : words) {
      byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
      page.putInt(bytes.length);
      page.put(bytes);
    }
    Thrift header = header(DICTIONARY_PAGE, page.size);
    header.begin(7);
    header.i32(1, words.size());
    header.i32(2, PLAIN);
    endHeader(header);
    write(page.data, page.size);
  }

  private void pageHeader(int size, int values, int encoding) throws IOException {
    Thrift header = header(DATA_PAGE, size);
    header.begin(5);
    header.i32(1, values);
    header.i32(2, encoding);
    header.i32(3, RLE);
    header.i32(4, RLE);
    endHeader(header);
  }

  private Thrift header(int type, int size) {
    scratch.size = 0;
    Thrift header = new Thrift(scratch);
    header.i32(1, type);
    header.i32(2, size);
    header.i32(3, size);
    return header;
  }

  private void endHeader(Thrift header) throws IOException {
    header.end();
    header.stop();
    write(scratch.data, scratch.size);
  }

  private void write(byte[] bytes, int size) throws IOException {
    position += Chunks.write(file, ByteBuffer.wrap(bytes, 0, size));
  }

  /// Writes what waits and the footer.
  void finish() throws IOException {
    if (!waiting.isEmpty()) {
      flush();
    }
    Bytes footer = new Bytes(1 << 12);
    footer(new Thrift(footer));
    int length = footer.size;
    footer.putInt(length);
    footer.put(MAGIC);
    write(footer.data, footer.size);
  }

  private void footer(Thrift out) {
    out.i32(1, 2);
    out.list(2, Thrift.STRUCT, MatchFiles.COLUMNS.size() + 1);
    root(out);
    for (String column : MatchFiles.COLUMNS) {
      schema(out, column);
    }
    out.i64(3, groups.stream().mapToLong(Group::rows).sum());
    out.list(4, Thrift.STRUCT, groups.size());
    for (Group group : groups) {
      group(out, group);
    }
    out.text(6, "guiwei");
    out.stop();
  }

  private static void root(Thrift out) {
    out.begin();
    out.text(4, "matches");
    out.i32(5, MatchFiles.COLUMNS.size());
    out.end();
  }

  private static void schema(Thrift out, String column) {
    out.begin();
    out.i32(1, type(column));
    out.i32(3, 0);
    out.text(4, column);
    if (type(column) == BYTE_ARRAY) {
      out.i32(6, 0);
      out.begin(10);
      out.begin(1);
      out.end();
      out.end();
    }
    out.end();
  }

  private static int type(String column) {
    return column.equals("amount_minor") ? INT64 : BYTE_ARRAY;
  }

  private static void group(Thrift out, Group group) {
    List<Chunk> chunks = group.chunks();
    out.begin();
    out.list(1, Thrift.STRUCT, chunks.size());
    for (int i = 0; i < chunks.size(); i++) {
      chunk(out, chunks.get(i), MatchFiles.COLUMNS.get(i), group.rows());
    }
    out.i64(2, chunks.getLast().end() - chunks.getFirst().start());
    out.i64(3, group.rows());
    out.end();
  }

  private static void chunk(Thrift out, Chunk chunk, String column, long rows) {
    boolean words = chunk.encoding() == RLE_DICTIONARY;
    out.begin();
    out.i64(2, 0);
    out.begin(3);
    out.i32(1, type(column));
    out.list(2, Thrift.I32, words ? 2 : 1);
    out.out.putZigzag(chunk.encoding());
    if (words) {
      out.out.putZigzag(PLAIN);
    }
    out.list(3, Thrift.TEXT, 1);
    out.element(column);
    out.i32(4, 0);
    out.i64(5, rows);
    out.i64(6, chunk.end() - chunk.start());
    out.i64(7, chunk.end() - chunk.start());
    out.i64(9, chunk.dataStart());
    if (words) {
      out.i64(11, chunk.start());
    }
    out.end();
    out.end();
  }
}
