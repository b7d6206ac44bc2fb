package guiwei.profile;

import guiwei.table.Layout;
import guiwei.table.Reading;
import guiwei.table.RefusedFile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Mapping profiles: how tables of any origin become rows.
public final class Profiles {
  private final List<Profile> profiles;

  private Profiles(List<Profile> profiles) {
    this.profiles = List.copyOf(profiles);
  }

  /// The profiles that ship with Guiwei.
  public static Profiles shipped() {
    return new Profiles(List.of());
  }

  /// Ways to read a table, most certain first: the user's own profiles, the shipped ones, and
  /// last a profile proposed from the headings.
  public List<Layout> layouts() {
    List<Layout> layouts = new ArrayList<>();
    for (Profile profile : profiles) {
      layouts.add(new Known(profile));
    }
    layouts.add(new Proposed());
    return List.copyOf(layouts);
  }

  private static List<List<String>> cells(Head head) {
    return head.rows().stream().map(Head.Line::cells).toList();
  }

  /// Delimited text with the headings of one profile.
  private record Known(Profile profile) implements Layout {
    @Override
    public String key() {
      return profile.key();
    }

    @Override
    public @Nullable Reading recognise(byte[] bytes) {
      Head head = Head.of(bytes);
      Fit fit = head == null ? null : Fit.of(profile, cells(head));
      return fit == null || head == null ? null : Plain.reading(head, fit);
    }
  }

  /// Delimited text read as its headings propose, when nothing is in doubt.
  private record Proposed() implements Layout {
    @Override
    public String key() {
      return "proposed";
    }

    @Override
    public @Nullable Reading recognise(byte[] bytes) throws RefusedFile {
      Head head = Head.of(bytes);
      Fit fit = head == null ? null : Fit.proposed(cells(head));
      return fit == null || head == null ? null : Plain.reading(head, fit);
    }
  }
}
