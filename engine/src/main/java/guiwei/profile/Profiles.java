package guiwei.profile;

import guiwei.packed.Packed;
import guiwei.packed.Tables;
import guiwei.table.Layout;
import guiwei.table.Reading;
import guiwei.table.RefusedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Mapping profiles: how tables of any origin become rows.
public final class Profiles {
  private static final int HEAD = 1 << 16;

  private final List<Shelved> profiles;
  private final Unsaid unsaid;

  private Profiles(List<Shelved> profiles, Unsaid unsaid) {
    this.profiles = List.copyOf(profiles);
    this.unsaid = unsaid;
  }

  /// A profile by its name; the shipped ones are only read when a file gets as far as to them.
  private static final class Shelved {
    private final String key;
    private final Unsaid unsaid;
    private @Nullable Profile profile;

    Shelved(String key, Unsaid unsaid, @Nullable Profile profile) {
      this.key = key;
      this.unsaid = unsaid;
      this.profile = profile;
    }

    synchronized Profile profile() {
      if (profile == null) {
        try {
          profile = ProfileFile.read(key + ".yaml", resource(key + ".yaml"), unsaid);
        } catch (IOException broken) {
          throw new UncheckedIOException(broken);
        }
      }
      return profile;
    }
  }

  /// The profiles that ship with Guiwei.
  public static Profiles shipped() {
    return shipped(Unsaid.USUAL);
  }

  /// The same for a merchant of another zone or currency.
  public static Profiles shipped(Unsaid unsaid) {
    try {
      return new Profiles(
          resource("profiles.txt").lines().map(name -> new Shelved(name, unsaid, null)).toList(),
          unsaid);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = Profiles.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException(name + " is missing from the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /// The zone of moments that neither file nor profile give one.
  public ZoneId zone() {
    return unsaid.zone();
  }

  /// These profiles with the user's own before them.
  ///
  /// @throws BadProfile when one of the files is no profile
  public Profiles with(List<Path> files) throws IOException {
    List<Shelved> all = new ArrayList<>();
    for (Path file : files) {
      Profile profile = ProfileFile.read(file.toString(), Files.readString(file), unsaid);
      all.add(new Shelved(profile.key(), unsaid, profile));
    }
    all.addAll(profiles);
    return new Profiles(all, unsaid);
  }

  private List<Profile> all() {
    return profiles.stream().map(Shelved::profile).toList();
  }

  /// Ways to read a table, most certain first: the user's own profiles, the shipped ones, and
  /// last a profile proposed from the headings.
  public List<Layout> layouts() {
    List<Layout> layouts = new ArrayList<>();
    for (Shelved profile : profiles) {
      layouts.add(new Known(profile.key, profile));
    }
    for (Packed packed : Packed.values()) {
      layouts.add(new Opened(packed, new TableReader(this::all, unsaid, packed)));
    }
    layouts.add(new Proposed(unsaid, this::all));
    return List.copyOf(layouts);
  }

  /// A profile proposed for a table, to look at, save, correct and give to [#with]; empty when
  /// nothing in the file looks like headings of ours.
  public Optional<Suggestion> propose(InputStream file) throws IOException {
    PushbackInputStream in = new PushbackInputStream(file, HEAD);
    byte[] bytes = in.readNBytes(HEAD);
    in.unread(bytes);
    Packed packed = Packed.of(bytes);
    if (packed == null) {
      Head head = Head.of(bytes);
      return head == null ? Optional.empty() : shown(Proposal.of(Nearest.cells(head), unsaid));
    }
    try (Tables tables = packed.open(in)) {
      while (tables.nextTable()) {
        Optional<Suggestion> found = shown(Proposal.of(TableReader.sample(tables), unsaid));
        if (found.isPresent()) {
          return found;
        }
      }
      return Optional.empty();
    }
  }

  private static Optional<Suggestion> shown(@Nullable Proposal proposal) {
    return Optional.ofNullable(proposal).map(Proposal::suggestion);
  }

  /// The first rows of a file, and their cells.
  private record Seen(Head head, List<List<String>> cells) {
    Reading reading(Fit fit) throws RefusedFile {
      Rounded.refuse(fit, cells);
      return Plain.reading(head, fit);
    }
  }

  /// The head of the file that a thread asked about last: every profile asks about the same one.
  private static final class Heads {
    private static final ThreadLocal<Heads> LAST = ThreadLocal.withInitial(Heads::new);

    private byte[] bytes = new byte[0];
    private @Nullable Seen seen;

    static @Nullable Seen of(byte[] asked) {
      Heads last = LAST.get();
      if (!java.util.Arrays.equals(last.bytes, asked)) {
        Head head = Head.of(asked);
        last.seen = head == null ? null : new Seen(head, Nearest.cells(head));
        last.bytes = asked.clone();
      }
      return last.seen;
    }
  }

  /// Delimited text with the headings of one profile.
  private record Known(String key, Shelved shelved) implements Layout {
    @Override
    public @Nullable Reading recognise(byte[] bytes) throws RefusedFile {
      Seen seen = Heads.of(bytes);
      Fit fit = seen == null ? null : Fit.of(shelved.profile(), seen.cells());
      return fit == null || seen == null ? null : seen.reading(fit);
    }
  }

  /// Tables that must be opened before their headings can be seen.
  private record Opened(Packed packed, TableReader reader) implements Layout {
    @Override
    public String key() {
      return packed.key();
    }

    @Override
    public @Nullable Reading recognise(byte[] head) throws RefusedFile {
      return Packed.of(head) == packed ? new Reading.Streamed(reader) : null;
    }
  }

  /// Delimited text read as its headings propose, when nothing is in doubt.
  private record Proposed(Unsaid unsaid, Supplier<List<Profile>> profiles) implements Layout {
    @Override
    public String key() {
      return "proposed";
    }

    @Override
    public Reading recognise(byte[] bytes) throws RefusedFile {
      Seen seen = Heads.of(bytes);
      Proposal proposal = seen == null ? null : Proposal.of(seen.cells(), unsaid);
      if (seen != null && proposal != null && proposal.lacksDateOrder()) {
        RefusedFile doubt =
            new RefusedFile(RefusedFile.Problem.NEEDS_MAPPING, proposal.doubts().getFirst());
        return new Reading.Streamed(new EitherOrder(seen.head(), proposal, doubt));
      }
      Fit fit = seen == null ? null : Fit.of(proposal, seen.cells());
      if (fit == null || seen == null) {
        throw Nearest.refusal(bytes, seen == null ? null : seen.head(), profiles.get());
      }
      return seen.reading(fit);
    }
  }
}
