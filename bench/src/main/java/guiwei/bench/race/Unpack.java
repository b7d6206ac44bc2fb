package guiwei.bench.race;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// Gets files ready for SQL, as `unzip`, `gunzip` and `iconv` before a script would: DuckDB opens
/// no zip and knows no GBK. A fixed-width file keeps its bytes, because its widths count bytes.
final class Unpack {
  private static final Charset GBK = Charset.forName("GBK");

  private Unpack() {}

  static void unpack(Path in, Path out) throws IOException {
    List<Path> files;
    try (Stream<Path> tree = Files.walk(in)) {
      files = tree.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      Path target = out.resolve(in.relativize(file).toString());
      Files.createDirectories(target.resolveSibling("."));
      String name = target.getFileName() + "";
      if (name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
        unzip(file, target);
      } else if (name.toLowerCase(Locale.ROOT).endsWith(".gz")) {
        try (InputStream content = new GZIPInputStream(Files.newInputStream(file))) {
          String plain = name.substring(0, name.length() - ".gz".length());
          write(target.resolveSibling(plain), content.readAllBytes());
        }
      } else {
        write(target, Files.readAllBytes(file));
      }
    }
  }

  private static void unzip(Path file, Path target) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file), GBK)) {
      int number = 0;
      for (ZipEntry entry; (entry = zip.getNextEntry()) != null; ) {
        if (!entry.isDirectory()) {
          number++;
          write(
              target.resolveSibling(target.getFileName() + "-" + number + ".csv"),
              zip.readAllBytes());
        }
      }
    }
  }

  private static void write(Path target, byte[] bytes) throws IOException {
    Files.write(target, hasExtension(target) && !isUtf8(bytes) ? utf8(bytes) : bytes);
  }

  private static boolean hasExtension(Path file) {
    return (file.getFileName() + "").indexOf('.') > 0;
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false; // then it is GBK: there is no third encoding among these files
    }
  }

  private static byte[] utf8(byte[] gbk) {
    return new String(gbk, GBK).getBytes(StandardCharsets.UTF_8);
  }
}
