package guiwei.packed;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;

/// How the values of one Parquet column are written as text.
///
/// Source: apache/parquet-format, LogicalTypes.md.
///
/// @param physical the physical type: 0 boolean, 1 int32, 2 int64, 3 int96, 4 float, 5 double,
///     6 byte array, 7 fixed byte array
/// @param length bytes of a fixed byte array
/// @param utc whether moments are in UTC, not in the zone of who wrote them
record ParquetType(int physical, int length, Meaning meaning, int scale, boolean utc) {
  static final int BOOLEAN = 0;
  static final int INT32 = 1;
  static final int INT64 = 2;
  static final int INT96 = 3;
  static final int FLOAT = 4;
  static final int DOUBLE = 5;
  static final int BYTES = 6;
  static final int FIXED = 7;

  /// What the bits stand for.
  enum Meaning {
    PLAIN,
    TEXT,
    DECIMAL,
    DATE,
    TIME_MILLIS,
    TIME_MICROS,
    TIME_NANOS,
    MILLIS,
    MICROS,
    NANOS,
    UNSIGNED,
    UUID
  }

  private static final long JULIAN_1970 = 2_440_588;
  private static final long NANOS_OF_DAY = 86_400_000_000_000L;

  /// Reads a schema element.
  static ParquetType of(ThriftInput.Struct element) throws guiwei.table.RefusedFile {
    ThriftInput.Struct logical = element.struct(10);
    int converted = element.small(6, -1);
    Meaning meaning = Meaning.PLAIN;
    boolean utc = true;
    int scale = element.small(7, 0);
    if (logical.has(5)) {
      meaning = Meaning.DECIMAL;
      scale = logical.struct(5).small(1, scale);
    } else if (logical.has(6) || converted == 6) {
      meaning = Meaning.DATE;
    } else if (logical.has(7)) {
      meaning =
          unit(
              logical.struct(7).struct(2),
              Meaning.TIME_MILLIS,
              Meaning.TIME_MICROS,
              Meaning.TIME_NANOS);
    } else if (logical.has(8)) {
      utc = logical.struct(8).flag(1, true);
      meaning = unit(logical.struct(8).struct(2), Meaning.MILLIS, Meaning.MICROS, Meaning.NANOS);
    } else if (logical.has(10)) {
      meaning = logical.struct(10).flag(2, true) ? Meaning.PLAIN : Meaning.UNSIGNED;
    } else if (logical.has(14)) {
      meaning = Meaning.UUID;
    } else {
      meaning =
          switch (converted) {
            case 0, 4, 19 -> Meaning.TEXT;
            case 5 -> Meaning.DECIMAL;
            case 7 -> Meaning.TIME_MILLIS;
            case 8 -> Meaning.TIME_MICROS;
            case 9 -> Meaning.MILLIS;
            case 10 -> Meaning.MICROS;
            case 11, 12, 13, 14 -> Meaning.UNSIGNED;
            default -> Meaning.PLAIN;
          };
    }
    return new ParquetType(element.small(1, -1), element.small(2, 0), meaning, scale, utc);
  }

  private static Meaning unit(
      ThriftInput.Struct unit, Meaning millis, Meaning micros, Meaning nanos) {
    return unit.has(1) ? millis : unit.has(2) ? micros : nanos;
  }

  /// A whole number as text.
  String text(long value) {
    return switch (meaning) {
      case DECIMAL -> BigDecimal.valueOf(value, scale).toPlainString();
      case DATE -> value == (int) value ? LocalDate.ofEpochDay(value).toString() : "";
      case TIME_MILLIS -> clock(value * 1_000_000);
      case TIME_MICROS -> clock(value * 1_000);
      case TIME_NANOS -> clock(value);
      case MILLIS -> moment(Math.floorDiv(value, 1_000L));
      case MICROS -> moment(Math.floorDiv(value, 1_000_000L));
      case NANOS -> moment(Math.floorDiv(value, 1_000_000_000L));
      case UNSIGNED ->
          physical == INT32 ? Integer.toUnsignedString((int) value) : Long.toUnsignedString(value);
      case PLAIN, TEXT, UUID -> Long.toString(value);
    };
  }

  private static String clock(long nanos) {
    return nanos < 0 || nanos >= NANOS_OF_DAY
        ? ""
        : LocalTime.ofNanoOfDay(nanos / 1_000_000_000L * 1_000_000_000L)
            .format(java.time.format.DateTimeFormatter.ISO_LOCAL_TIME);
  }

  private String moment(long second) {
    if (second < -62_135_596_800L || second > 253_402_300_799L) {
      return "";
    }
    String text =
        Instant.ofEpochSecond(second)
            .atOffset(ZoneOffset.UTC)
            .format(java.time.format.DateTimeFormatter.ISO_LOCAL_DATE_TIME);
    return utc ? text + "Z" : text;
  }

  /// A fraction as text, without the noise of binary fractions.
  static String text(double value) {
    return Double.isFinite(value) ? new BigDecimal(Double.toString(value)).toPlainString() : "";
  }

  static String text(float value) {
    return Float.isFinite(value) ? new BigDecimal(Float.toString(value)).toPlainString() : "";
  }

  /// Bytes as text; null when the bytes are the text.
  String text(byte[] bytes, int from, int size) {
    if (meaning == Meaning.DECIMAL && size > 0) {
      return new BigDecimal(new BigInteger(bytes, from, size), scale).toPlainString();
    }
    if (physical == INT96) {
      ByteBuffer value = ByteBuffer.wrap(bytes, from, size).order(ByteOrder.LITTLE_ENDIAN);
      long nanos = value.getLong();
      long day = value.getInt() - JULIAN_1970;
      return moment(day * 86_400 + Math.floorDiv(nanos, 1_000_000_000L));
    }
    if (meaning == Meaning.UUID && size == 16) {
      ByteBuffer value = ByteBuffer.wrap(bytes, from, size);
      return new java.util.UUID(value.getLong(), value.getLong())
          .toString()
          .toLowerCase(Locale.ROOT);
    }
    return new String(bytes, from, size, StandardCharsets.UTF_8);
  }

  /// Whether the bytes of a value are its text.
  boolean textual() {
    return physical == BYTES && meaning != Meaning.DECIMAL;
  }
}
