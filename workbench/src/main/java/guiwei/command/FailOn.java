package guiwei.command;

import guiwei.reconcile.Kind;
import guiwei.reconcile.Result;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// Which discrepancies a scheduler wants to hear of.
record FailOn(Set<Kind> kinds) {
  FailOn {
    kinds = Set.copyOf(kinds);
  }

  /// From `any`, `none` or kinds separated by commas.
  static FailOn of(String text) throws Misuse {
    if (text.equals("any")) {
      return new FailOn(EnumSet.allOf(Kind.class));
    }
    var kinds = EnumSet.noneOf(Kind.class);
    if (!text.equals("none")) {
      for (String word : text.split(",", -1)) {
        kinds.add(kind(word));
      }
    }
    return new FailOn(kinds);
  }

  private static Kind kind(String word) throws Misuse {
    for (Kind kind : Kind.values()) {
      if (kind.name().equals(word.strip().replace('-', '_').toUpperCase(Locale.ROOT))) {
        return kind;
      }
    }
    throw new Misuse("misuse.fail-on", word.strip());
  }

  /// The exit code of a run that came to its end; see [Exit].
  int exit(Result result) {
    boolean refused = result.files().stream().anyMatch(file -> file.refusal() != null);
    if (refused || !result.badRows().isEmpty()) {
      return Exit.BAD_INPUT;
    }
    boolean found = result.discrepancies().stream().anyMatch(d -> kinds.contains(d.kind()));
    return found ? Exit.DISCREPANCIES : Exit.CLEAN;
  }
}
