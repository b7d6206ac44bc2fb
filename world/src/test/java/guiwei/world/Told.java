package guiwei.world;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// Reads a made world back, without any of the code that wrote it.
final class Told {
  /// A row by heading; a heading that is not there reads empty.
  record Row(Map<String, String> cells) {
    String get(String heading) {
      return cells.getOrDefault(heading, "");
    }
  }

  private static final Charset GBK = Charset.forName("GBK");
  private final Path dir;

  Told(Path dir) {
    this.dir = dir;
  }

  static Told of(Setting setting, Path dir) throws IOException {
    World.make(setting, dir);
    return new Told(dir);
  }

  /// Text of every file the product may see, packed ones unpacked, by path (and entry).
  Map<String, String> texts() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(dir.resolve("in"))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        unpack(dir.resolve("in").relativize(file).toString(), Files.readAllBytes(file), texts);
      }
    }
    return texts;
  }

  private static void unpack(String name, byte[] bytes, Map<String, String> texts)
      throws IOException {
    InputStream in = new ByteArrayInputStream(bytes);
    if (name.endsWith(".gz")) {
      texts.put(name, new String(new GZIPInputStream(in).readAllBytes(), StandardCharsets.UTF_8));
    } else if (name.endsWith(".zip")) {
      ZipInputStream zip = new ZipInputStream(in, GBK);
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        texts.put(name + "!" + entry.getName(), new String(zip.readAllBytes(), GBK));
      }
    } else {
      boolean gbk = name.startsWith("unionpay") || name.contains("account-");
      texts.put(name, new String(bytes, gbk ? GBK : StandardCharsets.UTF_8));
    }
  }

  /// The texts whose path contains `part`.
  List<String> texts(String part) throws IOException {
    List<String> found = new ArrayList<>();
    texts().forEach((name, text) -> found.addAll(name.contains(part) ? List.of(text) : List.of()));
    return found;
  }

  /// Rows of a truth file by heading.
  List<Row> truth(String name) {
    try {
      return rows(Files.readString(dir.resolve("truth").resolve(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Row> orders() throws IOException {
    return rows(Files.readString(dir.resolve("in/orders.csv")));
  }

  static List<Row> rows(String text) {
    List<String> lines = text.lines().toList();
    String[] head = lines.getFirst().split(",", -1);
    List<Row> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      if (cells.length != head.length) {
        throw new IllegalStateException(head.length + " headings, but: " + line);
      }
      Map<String, String> row = new TreeMap<>();
      for (int i = 0; i < head.length; i++) {
        row.put(head[i], cells[i]);
      }
      rows.add(new Row(row));
    }
    return rows;
  }

  static List<String> list(String joined) {
    return joined.isEmpty() ? List.of() : Arrays.asList(joined.split(";", -1));
  }

  /// 1230 for `12.30`.
  static long minor(String yuan) {
    return new java.math.BigDecimal(yuan.strip()).movePointRight(2).longValueExact();
  }
}
