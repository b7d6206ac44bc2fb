package guiwei.report;

import java.nio.charset.StandardCharsets;

/// Writes structs in Thrift's compact protocol, as far as a Parquet footer needs it. Source:
/// apache/thrift, thrift-compact-protocol.md.
final class Thrift {
  static final int I32 = 5;
  static final int I64 = 6;
  static final int TEXT = 8;
  static final int LIST = 9;
  static final int STRUCT = 12;

  final Bytes out;
  private final int[] lastField = new int[8];
  private int depth;

  Thrift(Bytes out) {
    this.out = out;
  }

  void field(int number, int type) {
    out.put((number - lastField[depth]) << 4 | type);
    lastField[depth] = number;
  }

  void i32(int number, int value) {
    field(number, I32);
    out.putZigzag(value);
  }

  void i64(int number, long value) {
    field(number, I64);
    out.putZigzag(value);
  }

  void text(int number, String value) {
    field(number, TEXT);
    element(value);
  }

  /// A text within a list.
  void element(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    out.putVarint(bytes.length);
    out.put(bytes);
  }

  /// Begins a list; its elements follow without anything between them.
  void list(int number, int type, int size) {
    field(number, LIST);
    if (size < 15) {
      out.put(size << 4 | type);
    } else {
      out.put(15 << 4 | type);
      out.putVarint(size);
    }
  }

  /// Begins a struct that is a field.
  void begin(int number) {
    field(number, STRUCT);
    begin();
  }

  /// Begins a struct that is an element of a list.
  void begin() {
    lastField[++depth] = 0;
  }

  void end() {
    out.put(0);
    depth--;
  }

  /// Ends the outermost struct.
  void stop() {
    out.put(0);
    lastField[0] = 0;
  }
}
