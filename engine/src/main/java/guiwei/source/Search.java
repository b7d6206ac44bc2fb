package guiwei.source;

import guiwei.source.Sources.Found;
import guiwei.source.Sources.Refusal;
import guiwei.table.RefusedFile;
import guiwei.table.RefusedFile.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One walk through what was given, taking archives apart.
final class Search {
  private static final int HEAD = 8;
  private static final String OFFICE = "[Content_Types].xml";
  private static final String OPEN_DOCUMENT = "mimetype";

  private final List<Path> leftOut;
  private final Limits limits;
  private final Set<Path> seen = new HashSet<>();
  private final List<Source> sources = new ArrayList<>();
  private final List<Refusal> refusals = new ArrayList<>();

  Search(List<Path> leftOut, Limits limits) {
    this.leftOut = leftOut.stream().map(Search::real).toList();
    this.limits = limits;
  }

  Found found() {
    return new Found(sources, refusals);
  }

  void path(Path path) {
    if (Files.isDirectory(path)) {
      folder(path);
    } else if (Files.isRegularFile(path)) {
      file(path);
    } else {
      boolean there = Files.exists(path);
      refuse(named(path), Problem.IO, there ? "neither a file nor a folder" : "not there");
    }
  }

  private void folder(Path folder) {
    var files = new ArrayList<Path>();
    try {
      var options = EnumSet.of(FileVisitOption.FOLLOW_LINKS);
      Files.walkFileTree(folder, options, Integer.MAX_VALUE, new Walk(folder, files));
    } catch (IOException e) {
      refuse(named(folder), Problem.IO, reason(e));
    }
    files.sort(Comparator.comparing(Path::toString));
    files.forEach(this::file);
  }

  /// Collects regular files that are not hidden.
  private final class Walk extends SimpleFileVisitor<Path> {
    private final Path root;
    private final List<Path> files;

    Walk(Path root, List<Path> files) {
      this.root = root;
      this.files = files;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      boolean skip =
          leftOut.contains(real(folder))
              || (!folder.equals(root) && hidden(folder))
              || ours(folder);
      return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile() && !hidden(file)) {
        files.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      // A link back into the folder leads to nothing new; a link to nothing is nobody's file.
      if (!(e instanceof FileSystemLoopException) && !(e instanceof NoSuchFileException)) {
        refuse(named(file), Problem.IO, reason(e));
      }
      return FileVisitResult.CONTINUE;
    }
  }

  private static boolean hidden(Path path) {
    return String.valueOf(path.getFileName()).startsWith(".");
  }

  /// A folder that an earlier run wrote its results to.
  private static boolean ours(Path folder) {
    return Files.exists(folder.resolve("proof.json"))
        && Files.exists(folder.resolve("discrepancies.csv"));
  }

  private void file(Path file) {
    if (!seen.add(real(file))) {
      return; // the same file by two ways
    }
    try {
      content(new OnDisk(named(file), file, Files.size(file)), file, 0);
    } catch (RefusedFile e) {
      refuse(named(file), e.problem(), e.detail());
    } catch (IOException e) {
      refuse(named(file), Problem.IO, reason(e));
    }
  }

  /// @param file where the bytes lie as they are, or null inside of a packing
  private void content(Source source, @Nullable Path file, int depth) throws IOException {
    byte[] head;
    try (InputStream in = source.open()) {
      head = in.readNBytes(HEAD);
    }
    if (Gunzipped.begins(head)) {
      deeper(depth);
      Opening opening = () -> new Gunzipped(source.open(), limits);
      content(new Packed(source.name(), opening, -1), null, depth + 1);
    } else if (ZipDirectory.begins(head)) {
      zip(source, file, depth);
    } else {
      add(source);
    }
  }

  private void zip(Source source, @Nullable Path file, int depth) throws IOException {
    List<ZipDirectory.Entry> entries;
    try (Bytes bytes = bytes(source, file)) {
      entries = ZipDirectory.read(bytes, limits);
    }
    if (isDocument(entries)) {
      add(source);
      return;
    }
    deeper(depth);
    for (ZipDirectory.Entry entry : entries) {
      if (!entry.folder() && !hidden(entry.name())) {
        entry(source, file, entry, depth);
      }
    }
  }

  private void entry(Source source, @Nullable Path file, ZipDirectory.Entry entry, int depth)
      throws RefusedFile {
    String name = source.name() + "!/" + entry.name();
    try {
      readable(entry);
      Opening opening = () -> open(bytes(source, file), entry);
      content(new Packed(name, opening, entry.size()), null, depth + 1);
    } catch (RefusedFile e) {
      refuse(name, e.problem(), e.detail());
    } catch (IOException e) {
      refuse(name, Problem.IO, reason(e));
    }
  }

  private static InputStream open(Bytes bytes, ZipDirectory.Entry entry) throws IOException {
    try {
      return ZipDirectory.open(bytes, entry);
    } catch (IOException e) {
      bytes.close();
      throw e;
    }
  }

  private void readable(ZipDirectory.Entry entry) throws RefusedFile {
    if (entry.locked()) {
      throw new RefusedFile(Problem.ENCRYPTED, "an entry is locked with a password");
    }
    if (entry.method() != 0 && entry.method() != 8) {
      throw new RefusedFile(Problem.BROKEN, "packed by method " + entry.method());
    }
    if (entry.stored() && entry.packed() != entry.size()) {
      throw new RefusedFile(Problem.BROKEN, "not packed, and yet of two sizes");
    }
    if (!limits.allow(entry.packed(), entry.size())) {
      throw new RefusedFile(
          Problem.TOO_LARGE,
          entry.packed() + " packed bytes declare to be " + entry.size() + " unpacked");
    }
  }

  /// An archive within another one is held in memory: nothing is written to disk.
  private Bytes bytes(Source source, @Nullable Path file) throws IOException {
    if (file != null) {
      return Bytes.of(file);
    }
    try (InputStream in = source.open()) {
      byte[] content = in.readNBytes((int) limits.innerBytes() + 1);
      if (content.length > limits.innerBytes()) {
        throw new RefusedFile(
            Problem.TOO_LARGE,
            "an archive within another, of more than " + limits.innerBytes() + " bytes");
      }
      return Bytes.of(content);
    }
  }

  /// Spreadsheets are zip files too, and are read as one.
  private static boolean isDocument(List<ZipDirectory.Entry> entries) {
    return entries.stream().anyMatch(entry -> entry.name().equals(OFFICE))
        || (!entries.isEmpty() && entries.getFirst().name().equals(OPEN_DOCUMENT));
  }

  private static boolean hidden(String entryName) {
    for (String part : entryName.split("[/\\\\]", -1)) {
      if (part.equals("__MACOSX") || (part.startsWith(".") && part.length() > 1)) {
        return true;
      }
    }
    return false;
  }

  private void deeper(int depth) throws RefusedFile {
    if (depth >= limits.depth()) {
      throw new RefusedFile(Problem.NESTED, "packed more than " + limits.depth() + " times");
    }
  }

  private void add(Source source) throws RefusedFile {
    if (sources.size() >= limits.files()) {
      throw new RefusedFile(Problem.TOO_LARGE, "more than " + limits.files() + " files in a run");
    }
    sources.add(source);
  }

  private void refuse(String name, Problem problem, String detail) {
    refusals.add(new Refusal(name, problem, detail));
  }

  private static String named(Path path) {
    return EntryName.printable(path.toString());
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName();
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }

  /// How to begin reading a packed file.
  @FunctionalInterface
  interface Opening {
    InputStream open() throws IOException;
  }

  private record OnDisk(String name, Path file, long size) implements Source {
    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(file);
    }

    @Override
    public Optional<Path> plain() {
      return Optional.of(file);
    }
  }

  private record Packed(String name, Opening opening, long size) implements Source {
    @Override
    public InputStream open() throws IOException {
      return opening.open();
    }

    @Override
    public Optional<Path> plain() {
      return Optional.empty();
    }
  }
}
