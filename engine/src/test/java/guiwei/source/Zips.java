package guiwei.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Makes archives, sound and hostile.
final class Zips {
  static final Charset GBK = Charset.forName("GBK");

  private Zips() {}

  /// A zip file whose names are in that charset; pairs of name and content.
  static byte[] zip(Charset names, Object... entries) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes, names)) {
      for (int i = 0; i < entries.length; i += 2) {
        zip.putNextEntry(new ZipEntry((String) entries[i]));
        zip.write(content(entries[i + 1]));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static byte[] zip(Object... entries) {
    return zip(UTF_8, entries);
  }

  /// A zip file with one entry that is not packed.
  static byte[] stored(String name, byte[] content) {
    var bytes = new ByteArrayOutputStream();
    var sum = new CRC32();
    sum.update(content);
    try (var zip = new ZipOutputStream(bytes)) {
      var entry = new ZipEntry(name);
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(content.length);
      entry.setCrc(sum.getValue());
      zip.putNextEntry(entry);
      zip.write(content);
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static byte[] gzip(Object content) {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content(content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static byte[] join(byte[]... parts) {
    var bytes = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      bytes.writeBytes(part);
    }
    return bytes.toByteArray();
  }

  /// Changes bytes of the first directory entry.
  ///
  /// @param field the field's offset in the entry
  static byte[] patched(byte[] zip, int field, int... values) {
    byte[] changed = zip.clone();
    int entry = directory(zip);
    for (int i = 0; i < values.length; i++) {
      changed[entry + field + i] = (byte) values[i];
    }
    return changed;
  }

  /// Where the directory begins.
  static int directory(byte[] zip) {
    for (int i = 0; i < zip.length - 3; i++) {
      if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
        return i;
      }
    }
    throw new IllegalArgumentException("no directory");
  }

  private static byte[] content(Object content) {
    return content instanceof byte[] bytes ? bytes : ((String) content).getBytes(UTF_8);
  }
}
