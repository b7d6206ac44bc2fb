package guiwei.world;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A folder that files are made in.
record Folder(Path root) {
  static final Charset GBK = Charset.forName("GBK");

  Folder(Path root) {
    this.root = root;
    try {
      Files.createDirectories(root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Folder inside(String name) {
    return new Folder(root.resolve(name));
  }

  Sheet utf8(String name) {
    return new Sheet(create(name), StandardCharsets.UTF_8);
  }

  Sheet gbk(String name) {
    return new Sheet(create(name), GBK);
  }

  Sheet packed(String name) {
    try {
      OutputStream out = new GZIPOutputStream(create(name + ".gz"), 1 << 14);
      return new Sheet(out, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A zip whose names are GBK without the flag of UTF-8, as Alipay sends it.
  ZipOutputStream zip(String name) {
    return new ZipOutputStream(create(name), GBK);
  }

  /// Starts a file inside a zip, made in the morning after `day`.
  static void entry(ZipOutputStream zip, String name, LocalDate day) {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(day.plusDays(1).atTime(LocalTime.of(4, 12, 8)));
    try {
      zip.putNextEntry(entry);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private OutputStream create(String name) {
    try {
      return new BufferedOutputStream(Files.newOutputStream(root.resolve(name)), 1 << 16);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
