package guiwei.world;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.Arrays;

/// Text on its way to a file: figures and times are put down without a `String` each.
final class Sheet implements AutoCloseable {
  private static final int FULL = 1 << 16;
  private final OutputStream out;
  private final Charset charset;
  private byte[] bytes = new byte[FULL + 1024];
  private int length;
  private long dateOf = Long.MIN_VALUE;
  private String date = "";

  Sheet(OutputStream out, Charset charset) {
    this.out = out;
    this.charset = charset;
  }

  Sheet text(String text) {
    reserve(text.length() * 4);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        return foreign(text.substring(i));
      }
      bytes[length++] = (byte) c;
    }
    return this;
  }

  private Sheet foreign(String text) {
    byte[] encoded = text.getBytes(charset);
    reserve(encoded.length);
    System.arraycopy(encoded, 0, bytes, length, encoded.length);
    length += encoded.length;
    return this;
  }

  Sheet mark(char c) {
    reserve(1);
    bytes[length++] = (byte) c;
    return this;
  }

  Sheet number(long value) {
    return text(Long.toString(value));
  }

  /// `-12.30` for -1230 minor units.
  Sheet yuan(long minor) {
    reserve(24);
    long rest = minor;
    if (rest < 0) {
      bytes[length++] = '-';
      rest = -rest;
    }
    number(rest / 100);
    bytes[length++] = '.';
    bytes[length++] = (byte) ('0' + rest / 10 % 10);
    bytes[length++] = (byte) ('0' + rest % 10);
    return this;
  }

  /// `2026-03-01 10:11:12`.
  Sheet time(long at) {
    return date(at).mark(' ').clock(at);
  }

  Sheet date(long at) {
    long day = Math.floorDiv(at, (long) Clock.DAY);
    if (day != dateOf) {
      dateOf = day;
      date = LocalDate.ofEpochDay(day).toString();
    }
    return text(date);
  }

  Sheet clock(long at) {
    int second = Clock.secondOfDay(at);
    return pair(second / 3600).mark(':').pair(second / 60 % 60).mark(':').pair(second % 60);
  }

  private Sheet pair(int value) {
    reserve(2);
    bytes[length++] = (byte) ('0' + value / 10);
    bytes[length++] = (byte) ('0' + value % 10);
    return this;
  }

  private void reserve(int more) {
    if (length > FULL) {
      flush();
    }
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, (length + more) * 2);
    }
  }

  void flush() {
    try {
      out.write(bytes, 0, length);
      length = 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    flush();
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
