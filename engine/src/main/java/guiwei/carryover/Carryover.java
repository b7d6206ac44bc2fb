package guiwei.carryover;

import guiwei.carryover.CarryoverRefused.Problem;
import guiwei.source.Private;
import guiwei.source.Source;
import guiwei.table.Layout;
import guiwei.table.RefusedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A folder that keeps every file which still counts, so that a run sees all of them: what is open
/// comes back, and a late or a corrected file leads to the same state as one run over everything.
///
/// Files are kept by the SHA-256 of their content and never altered; which of them count stands in
/// one small file that is replaced at once. A run that dies leaves the state before it.
public final class Carryover implements AutoCloseable {
  private static final String LOCK = "lock";
  private static final String CONTENTS = "files";
  private static final String UNFINISHED = ".new";

  /// Files that lie this long before the days that are kept are of no use to them any more.
  private static final int MARGIN_DAYS = 35;

  private final Path folder;
  private final Path contents;
  private final FileChannel lock;
  private final State state;

  private Carryover(Path folder, FileChannel lock, State state) {
    this.folder = folder;
    this.contents = folder.resolve(CONTENTS);
    this.lock = lock;
    this.state = state;
  }

  /// What a run has to read, and what became of the files that it was given.
  ///
  /// @param sources every file that counts, by name, and those that the run will refuse
  /// @param replacements which given file took the place of which kept one
  /// @param parts given files that hold a part of a kept one: both count
  /// @param outdated given files whose place another one took before
  /// @param since the first day whose discrepancies are still reported, or null for all
  public record Taken(
      List<Source> sources,
      List<Replacement> replacements,
      List<Replacement> parts,
      List<String> outdated,
      @Nullable LocalDate since) {
    public Taken {
      sources = List.copyOf(sources);
      replacements = List.copyOf(replacements);
      parts = List.copyOf(parts);
      outdated = List.copyOf(outdated);
    }
  }

  /// A given file and the kept one that it has to do with.
  public record Replacement(String newer, String kept) {}

  /// How the discrepancies changed since the last run.
  public record Change(int fresh, int gone, int same) {}

  /// Opens the folder, makes it when it is not there, and keeps other runs out until [#close].
  public static Carryover open(Path folder) throws IOException, CarryoverRefused {
    boolean ours = State.isThere(folder);
    if (!ours && holdsSomethingElse(folder)) {
      throw new CarryoverRefused(Problem.NOT_OURS, folder.toString());
    }
    Private.folder(folder.resolve(CONTENTS));
    FileChannel lock = lock(folder);
    try {
      Path contents = folder.resolve(CONTENTS);
      boolean begun = State.isThere(folder);
      State state = begun ? State.read(folder, contents) : new State();
      Carryover carryover = new Carryover(folder, lock, state);
      carryover.sweep();
      return carryover;
    } catch (IOException | CarryoverRefused | RuntimeException failed) {
      lock.close();
      throw failed;
    }
  }

  private static boolean holdsSomethingElse(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return false;
    }
    if (!Files.isDirectory(folder)) {
      return true;
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside
          .map(path -> path.getFileName().toString())
          .anyMatch(name -> !name.equals(LOCK) && !name.equals(CONTENTS) && !isNext(name));
    }
  }

  private static boolean isNext(String name) {
    return name.endsWith(".next");
  }

  private static FileChannel lock(Path folder) throws IOException, CarryoverRefused {
    Path file = folder.resolve(LOCK);
    if (!Files.exists(file)) {
      try {
        Private.create(file);
      } catch (java.nio.file.FileAlreadyExistsException another) {
        // made by another run just now: the lock decides
      }
    }
    FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return channel;
      }
    } catch (OverlappingFileLockException another) {
      // another run of this very process
    }
    channel.close();
    throw new CarryoverRefused(Problem.BUSY, folder.toString());
  }

  /// Removes what a run left that died, and what no longer counts.
  private void sweep() throws IOException {
    try (Stream<Path> files = Files.list(contents)) {
      for (Path file : files.toList()) {
        if (!state.kept().containsKey(file.getFileName().toString())) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /// Keeps what is new among the given files and answers what the run must read.
  ///
  /// @param layouts how files are read, as in the run
  /// @param keepDays how many days before the latest one are kept
  public Taken take(List<Source> given, List<Layout> layouts, int keepDays) throws IOException {
    List<Source> beside = new ArrayList<>();
    List<KeptFile> fresh = new ArrayList<>();
    List<String> outdated = new ArrayList<>();
    for (Source source : given) {
      Path content = copy(source);
      if (content == null) {
        beside.add(source);
        continue;
      }
      String sha256 = content.getFileName().toString();
      if (state.replaced().contains(sha256)) {
        outdated.add(source.name());
      } else if (fresh.stream().anyMatch(f -> f.sha256().equals(sha256))) {
        beside.add(source);
      } else if (!state.kept().containsKey(sha256)) {
        keep(source, content, layouts, fresh, beside);
      }
    }
    List<Replacement> replacements = new ArrayList<>();
    List<Replacement> parts = new ArrayList<>();
    for (KeptFile file : fresh) {
      replace(file, layouts, replacements, parts);
    }
    fresh.forEach(file -> state.kept().put(file.sha256(), file));
    LocalDate since = forget(keepDays);
    List<Source> sources = new ArrayList<>(state.kept().values());
    sources.addAll(beside);
    sources.sort(Comparator.comparing(Source::name));
    return new Taken(sources, replacements, parts, outdated, since);
  }

  private static void keep(
      Source source, Path content, List<Layout> layouts, List<KeptFile> fresh, List<Source> beside)
      throws IOException {
    String sha256 = content.getFileName().toString();
    long size = Files.size(content);
    KeptFile file = new KeptFile(sha256, source.name(), "", KeptFile.Span.NONE, size, content);
    Looked.Known known = Looked.at(file, layouts, row -> {});
    if (known == null) {
      beside.add(source);
    } else {
      fresh.add(new KeptFile(sha256, source.name(), known.format(), known.days(), size, content));
    }
  }

  /// The content in our folder under its SHA-256, or null when it cannot be unpacked whole.
  private @Nullable Path copy(Source source) throws IOException {
    Path unfinished = contents.resolve(UNFINISHED);
    Files.deleteIfExists(unfinished);
    Private.create(unfinished);
    MessageDigest digest = digest();
    if (!unpack(source, unfinished, digest)) {
      return null;
    }
    Path content = contents.resolve(HexFormat.of().formatHex(digest.digest()));
    if (!Files.exists(content)) {
      try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(unfinished, content, StandardCopyOption.ATOMIC_MOVE);
    }
    return content;
  }

  private static boolean unpack(Source source, Path to, MessageDigest digest) throws IOException {
    InputStream in;
    try {
      in = source.open();
    } catch (IOException unreadable) {
      return false;
    }
    try (in;
        OutputStream out = new DigestOutputStream(Files.newOutputStream(to), digest)) {
      in.transferTo(out);
      return true;
    } catch (RefusedFile refused) {
      return false;
    }
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java machine has SHA-256", e);
    }
  }

  private void replace(
      KeptFile newer, List<Layout> layouts, List<Replacement> replacements, List<Replacement> parts)
      throws IOException {
    Correction correction = new Correction(newer, layouts);
    for (KeptFile kept : List.copyOf(state.kept().values())) {
      if (kept.format().equals(newer.format()) && newer.days().covers(kept.days())) {
        switch (correction.of(kept)) {
          case CORRECTION -> {
            state.kept().remove(kept.sha256());
            state.replaced().add(kept.sha256());
            replacements.add(new Replacement(newer.name(), kept.name()));
          }
          case PART -> parts.add(new Replacement(newer.name(), kept.name()));
          case UNRELATED -> {}
        }
      }
    }
  }

  /// Lets go of files that lie wholly before the days that are kept, as long as no file that stays
  /// reaches back to them: both sides of a payment leave together.
  ///
  /// @return the first day whose discrepancies are still reported, or null while nothing has left
  private @Nullable LocalDate forget(int keepDays) {
    Collection<KeptFile> files = state.kept().values();
    long latest =
        files.stream()
            .filter(file -> file.days().dated())
            .mapToLong(file -> file.days().last())
            .max()
            .orElse(Long.MIN_VALUE);
    if (latest == Long.MIN_VALUE) {
      return null;
    }
    long since = latest - keepDays;
    long cut = since - MARGIN_DAYS;
    for (boolean moved = true; moved; ) {
      long at = cut;
      long earliest =
          files.stream()
              .filter(file -> file.days().dated() && file.days().last() >= at)
              .mapToLong(file -> file.days().first())
              .min()
              .orElse(at);
      moved = earliest < cut;
      cut = Math.min(cut, earliest);
    }
    long before = cut;
    boolean left = files.removeIf(file -> file.days().dated() && file.days().last() < before);
    long oldest =
        files.stream()
            .filter(f -> f.days().dated())
            .mapToLong(f -> f.days().first())
            .min()
            .orElse(0);
    return left || oldest < since ? LocalDate.ofEpochDay(since) : null;
  }

  /// Makes what was taken the state from now on; to be called when the results are written.
  ///
  /// @param found the names of the discrepancies that were reported
  public Change commit(Collection<String> found) throws IOException {
    TreeSet<String> now = new TreeSet<>(found);
    int same = (int) now.stream().filter(state.found()::contains).count();
    Change change = new Change(now.size() - same, state.found().size() - same, same);
    state.found().clear();
    state.found().addAll(now);
    state.write(folder);
    sweep();
    return change;
  }

  /// Lets other runs in.
  @Override
  public void close() throws IOException {
    lock.close();
  }
}
