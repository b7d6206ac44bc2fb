package guiwei.packed;

import guiwei.table.RefusedFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads structures of the Thrift compact protocol into plain maps of field numbers.
///
/// Source: apache/thrift, doc/specs/thrift-compact-protocol.md.
final class ThriftInput {
  private static final int MAX_DEPTH = 32;
  private static final int MAX_LIST = 1 << 20;

  private final byte[] bytes;
  private int at;
  private int depth;

  ThriftInput(byte[] bytes, int from) {
    this.bytes = bytes;
    this.at = from;
  }

  /// Where the next byte is read.
  int position() {
    return at;
  }

  /// Reads a structure: field number to `Long`, `Boolean`, `byte[]`, `List` or [Struct].
  Struct struct() throws RefusedFile {
    if (++depth > MAX_DEPTH) {
      throw broken();
    }
    Map<Integer, Object> fields = new HashMap<>();
    int field = 0;
    while (true) {
      int head = next();
      if (head == 0) {
        depth--;
        return new Struct(fields);
      }
      int delta = (head >> 4) & 15;
      field = delta == 0 ? (int) zigzag() : field + delta;
      fields.put(field, value(head & 15));
    }
  }

  private Object value(int type) throws RefusedFile {
    return switch (type) {
      case 1 -> true;
      case 2 -> false;
      case 3 -> (long) next();
      case 4, 5, 6 -> zigzag();
      case 7 -> skip(8);
      case 8 -> binary();
      case 9, 10 -> list();
      case 12 -> struct();
      default -> throw broken();
    };
  }

  private List<Object> list() throws RefusedFile {
    int head = next() & 0xff;
    long size = head >> 4 == 15 ? varint() : head >> 4;
    if (size < 0 || size > MAX_LIST || size > bytes.length - at) {
      throw broken();
    }
    List<Object> list = new ArrayList<>();
    for (long i = 0; i < size; i++) {
      int type = head & 15;
      list.add(type <= 2 ? (Object) (next() == 1) : value(type));
    }
    return list;
  }

  private byte[] binary() throws RefusedFile {
    long length = varint();
    if (length < 0 || length > bytes.length - at) {
      throw broken();
    }
    byte[] value = new byte[(int) length];
    System.arraycopy(bytes, at, value, 0, value.length);
    at += value.length;
    return value;
  }

  private Object skip(int length) throws RefusedFile {
    at += length;
    if (at > bytes.length) {
      throw broken();
    }
    return 0L;
  }

  private long zigzag() throws RefusedFile {
    long value = varint();
    return (value >>> 1) ^ -(value & 1);
  }

  private long varint() throws RefusedFile {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int part = next();
      value |= (part & 0x7fL) << shift;
      if (part >= 0) {
        return value;
      }
    }
    throw broken();
  }

  private byte next() throws RefusedFile {
    if (at >= bytes.length || at < 0) {
      throw broken();
    }
    return bytes[at++];
  }

  static RefusedFile broken() {
    return new RefusedFile(RefusedFile.Problem.BROKEN, "not the Parquet that it promised to be");
  }

  /// A structure read.
  record Struct(Map<Integer, Object> fields) {
    boolean has(int field) {
      return fields.containsKey(field);
    }

    long number(int field, long otherwise) {
      return fields.get(field) instanceof Long value ? value : otherwise;
    }

    int small(int field, int otherwise) throws RefusedFile {
      long value = number(field, otherwise);
      if (value != (int) value) {
        throw broken();
      }
      return (int) value;
    }

    boolean flag(int field, boolean otherwise) {
      return fields.get(field) instanceof Boolean value ? value : otherwise;
    }

    String text(int field) {
      return fields.get(field) instanceof byte[] value
          ? new String(value, StandardCharsets.UTF_8)
          : "";
    }

    Struct struct(int field) {
      return fields.get(field) instanceof Struct value ? value : new Struct(Map.of());
    }

    List<Struct> structs(int field) {
      List<Struct> structs = new ArrayList<>();
      if (fields.get(field) instanceof List<?> list) {
        for (Object each : list) {
          if (each instanceof Struct value) {
            structs.add(value);
          }
        }
      }
      return structs;
    }

    List<String> texts(int field) {
      List<String> texts = new ArrayList<>();
      if (fields.get(field) instanceof List<?> list) {
        for (Object each : list) {
          if (each instanceof byte[] value) {
            texts.add(new String(value, StandardCharsets.UTF_8));
          }
        }
      }
      return texts;
    }
  }
}
