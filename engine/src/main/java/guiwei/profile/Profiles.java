package guiwei.profile;

import guiwei.table.Delimited;
import guiwei.table.Footing;
import guiwei.table.Layout;
import guiwei.table.Mapping;
import guiwei.table.Reading;
import guiwei.table.RefusedFile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Mapping profiles: how tables of any origin become rows.
public final class Profiles {
  private Profiles() {}

  /// The profiles that ship with Guiwei.
  public static Profiles shipped() {
    return new Profiles();
  }

  /// Ways to read a table, most certain first: the user's own profiles, the shipped ones, and
  /// last a profile proposed from the headings.
  public List<Layout> layouts() {
    return List.of(new Proposed());
  }

  /// Reads a table as its headings propose, when nothing is in doubt.
  private record Proposed() implements Layout {
    @Override
    public String key() {
      return "proposed";
    }

    @Override
    public @Nullable Reading recognise(byte[] bytes) throws RefusedFile {
      Head head = Head.of(bytes);
      if (head == null) {
        return null;
      }
      Proposal proposal = Proposal.of(head.rows().stream().map(Head.Line::cells).toList());
      if (proposal == null) {
        return null;
      }
      if (!proposal.certain()) {
        throw new RefusedFile(
            RefusedFile.Problem.NEEDS_MAPPING, String.join("; ", proposal.doubts()));
      }
      return cut(head, proposal);
    }

    private static @Nullable Reading cut(Head head, Proposal proposal) {
      Head.Line headings = head.rows().get(proposal.headerRow());
      Bound bound = Bound.to(proposal.profile(), headings.cells());
      if (bound == null) {
        return null;
      }
      Mapping mapping = bound.mapping((byte) 0);
      Delimited plan =
          new Delimited(
              head.charset(),
              head.separator(),
              true,
              (byte) 0,
              footers(proposal.profile()),
              headings.next(),
              width(headings.cells()),
              mapping);
      return new Reading.Cut(plan, Footing.NONE);
    }

    private static int width(List<String> cells) {
      int width = cells.size();
      while (width > 1 && cells.get(width - 1).isEmpty()) {
        width--;
      }
      return width;
    }

    private static List<String> footers(Profile profile) {
      List<String> footers = new ArrayList<>(profile.format().footers());
      profile.format().footers().forEach(word -> footers.add('"' + word));
      return footers;
    }
  }
}
