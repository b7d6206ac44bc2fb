package guiwei.profile;

import guiwei.table.RefusedFile;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A profile found to fit a table.
///
/// @param headerRow which of the rows seen holds the headings
/// @param above the rows above it
record Fit(Bound bound, int headerRow, List<List<String>> above) {
  private static final Pattern TIME_OF_DAY =
      Pattern.compile("\\d{1,2}[:：]\\d{2}([:：]\\d{2}(\\.\\d+)?)?|\\d{4}|\\d{6}");

  /// Ties the profile to the first row that has its headings; null when there is none.
  static @Nullable Fit of(Profile profile, List<List<String>> rows) {
    int within = Math.min(rows.size(), profile.format().within() + 1);
    for (int i = 0; i < within; i++) {
      List<String> header = rows.get(i);
      if (header.size() < profile.required().size() || !worded(header)) {
        continue;
      }
      List<List<String>> above = rows.subList(0, i);
      Bound bound = Bound.to(profile, header, above);
      if (bound != null && !timesOfDay(bound, rows, i) && marked(profile, rows.subList(0, i + 1))) {
        return new Fit(bound, i, List.copyOf(above));
      }
    }
    return null;
  }

  /// Whether what the profile takes for moments are times of day: then the day stands in a column
  /// that it does not know, and the table is another bank's.
  private static boolean timesOfDay(Bound bound, List<List<String>> rows, int headerRow) {
    int time = bound.index(Field.TIME);
    if (time < 0) {
      return false;
    }
    return rows.stream()
        .skip(headerRow + 1L)
        .map(row -> time < row.size() ? row.get(time).strip() : "")
        .filter(cell -> !cell.isEmpty())
        .findFirst()
        .map(cell -> TIME_OF_DAY.matcher(cell).matches())
        .orElse(false);
  }

  /// Whether a row may hold headings: at most one of them begins with a figure.
  static boolean worded(List<String> cells) {
    int figures = 0;
    for (String cell : cells) {
      if (!cell.isEmpty() && (Character.isDigit(cell.charAt(0)) || cell.charAt(0) == '-')) {
        figures++;
      }
    }
    return figures <= 1;
  }

  /// The first profile that fits.
  static @Nullable Fit ofAny(List<Profile> profiles, List<List<String>> rows) {
    for (Profile profile : profiles) {
      Fit fit = of(profile, rows);
      if (fit != null) {
        return fit;
      }
    }
    return null;
  }

  /// What the headings propose; null when no row looks like headings.
  ///
  /// @throws RefusedFile when a person must confirm the proposal first
  static @Nullable Fit proposed(List<List<String>> rows, Unsaid unsaid) throws RefusedFile {
    return of(Proposal.of(rows, unsaid), rows);
  }

  /// The same of a proposal at hand.
  static @Nullable Fit of(@Nullable Proposal proposal, List<List<String>> rows) throws RefusedFile {
    if (proposal == null) {
      return null;
    }
    if (!proposal.certain()) {
      throw new RefusedFile(
          RefusedFile.Problem.NEEDS_MAPPING, String.join("; ", proposal.doubts()));
    }
    List<List<String>> above = rows.subList(0, proposal.headerRow());
    Bound bound = Bound.to(proposal.profile(), rows.get(proposal.headerRow()), above);
    return bound == null ? null : new Fit(bound, proposal.headerRow(), List.copyOf(above));
  }

  private static boolean marked(Profile profile, List<List<String>> rows) {
    List<String> marks = profile.format().mark();
    return marks.isEmpty()
        || rows.stream()
            .flatMap(List::stream)
            .anyMatch(cell -> marks.stream().anyMatch(cell::contains));
  }

  /// How many columns rows have: the header's, without empty ones at its end.
  int width() {
    List<String> header = bound.header();
    int width = header.size();
    while (width > 1 && header.get(width - 1).isEmpty()) {
      width--;
    }
    return width;
  }

  /// Whether rows must be read from the beginning, because a number depends on those before.
  boolean counts() {
    String id = bound.profile().format().id();
    return !id.isEmpty() && Recipe.of(id).counts();
  }

  /// Whether an order has a row for each thing in it.
  boolean inParts() {
    return bound.index(Field.PART) >= 0 || bound.index(Field.ITEM) >= 0;
  }

  /// Checks of what the file declares.
  Declarations declarations(byte separator, boolean oneAccount) {
    return new Declarations(bound, above, separator, oneAccount);
  }
}
