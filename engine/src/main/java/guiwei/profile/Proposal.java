package guiwei.profile;

import guiwei.table.Times;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A profile for a table that none fits: from its headings and the shape of its values.
///
/// @param table what the table seems to be
/// @param profile how it would be read
/// @param headerRow which of the rows seen holds the headings
/// @param doubts what a person must confirm first; empty when everything is certain
/// @param columns what each column was taken for
record Proposal(
    Table table,
    Profile profile,
    int headerRow,
    List<String> doubts,
    List<Suggestion.Column> columns) {
  private static final int MANY_KNOWN = 6;

  Suggestion suggestion() {
    String name = table.name().toLowerCase(Locale.ROOT);
    return new Suggestion(name, columns, doubts, Written.of(this));
  }

  boolean certain() {
    return doubts.isEmpty();
  }

  /// Whether the order of day and month is all that is in doubt.
  boolean lacksDateOrder() {
    return doubts.size() == 1 && doubts.getFirst().endsWith(Draft.EITHER_ORDER);
  }

  /// Ties the profile to its headings, with dates in this order.
  Fit fit(List<List<String>> rows, Times.Order dates) {
    List<List<String>> above = rows.subList(0, headerRow);
    Bound bound = Bound.to(profile.with(dates), rows.get(headerRow), above);
    return new Fit(Objects.requireNonNull(bound), headerRow, List.copyOf(above));
  }

  /// Proposes a profile for the first rows of a table; null when no row looks like headings.
  ///
  /// @param unsaid the zone and the currency where the table names none
  static @Nullable Proposal of(List<List<String>> rows, Unsaid unsaid) {
    Proposal best = null;
    for (int i = 0; i < Math.min(rows.size(), Profile.Format.WITHIN); i++) {
      boolean again = rows.subList(0, i).contains(rows.get(i));
      if (again || !looksLikeHeadings(rows.get(i))) {
        continue;
      }
      Proposal found = forHeader(rows, i, unsaid);
      if (found != null && (best == null || found.certain())) {
        best = found;
        if (found.certain()) {
          return found;
        }
      }
    }
    return best;
  }

  private static boolean looksLikeHeadings(List<String> cells) {
    if (!Fit.worded(cells)) {
      return false;
    }
    int filled = 0;
    int known = 0;
    for (String cell : cells) {
      if (cell.isEmpty()) {
        continue;
      }
      filled++;
      known += cell.length() < 60 && Dictionary.shipped().knows(Heading.of(cell).plain()) ? 1 : 0;
    }
    // the exports of shops have dozens of columns that nobody needs
    return filled >= 2 && known >= 2 && (known * 3 >= filled || known >= MANY_KNOWN);
  }

  private static @Nullable Proposal forHeader(
      List<List<String>> rows, int headerRow, Unsaid unsaid) {
    List<String> header = rows.get(headerRow);
    List<List<String>> body = body(rows, headerRow, header.size());
    List<Shape> shapes = new ArrayList<>();
    for (int c = 0; c < header.size(); c++) {
      int column = c;
      shapes.add(Shape.of(body.stream().map(r -> column < r.size() ? r.get(column) : "").toList()));
    }
    List<Draft> drafts = new ArrayList<>();
    for (Table table : Table.values()) {
      Draft draft = new Draft(table, header, shapes, body, unsaid.currency());
      if (draft.eligible()) {
        drafts.add(draft);
      }
    }
    drafts.sort(Comparator.comparingInt(Draft::score).reversed());
    if (drafts.isEmpty()) {
      return null;
    }
    Draft best = drafts.getFirst();
    if (drafts.size() > 1 && drafts.get(1).score() == best.score()) {
      best.doubt(
          "it may list " + best.table.name() + " or " + drafts.get(1).table.name() + " rows");
    }
    Profile profile = best.profile(unsaid);
    return new Proposal(
        best.table, profile, headerRow, List.copyOf(best.doubts), new Suggested(best).of(profile));
  }

  /// The data rows below the headings, up to a note; totals on the way are left out.
  private static List<List<String>> body(List<List<String>> rows, int headerRow, int width) {
    List<List<String>> body = new ArrayList<>();
    for (List<String> row : rows.subList(headerRow + 1, rows.size())) {
      if (row.stream().allMatch(String::isEmpty)
          || row.equals(rows.get(headerRow))
          || Profile.Format.FOOTERS.stream().anyMatch(row.getFirst()::startsWith)) {
        continue;
      }
      if (row.size() * 2 < width) {
        break;
      }
      body.add(row);
    }
    return body;
  }
}
