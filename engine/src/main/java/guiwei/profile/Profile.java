package guiwei.profile;

import guiwei.table.Book;
import guiwei.table.Channel;
import guiwei.table.LineKind;
import guiwei.table.Side;
import guiwei.table.State;
import guiwei.table.Times;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How the tables of one origin are read: which heading is what, and what its words mean.
///
/// @param columns the accepted headings of each field, best first
/// @param required the fields without which a table is not of this profile
record Profile(
    String key,
    Title title,
    Origin origin,
    Map<Field, List<String>> columns,
    Set<Field> required,
    Format format,
    Meanings meanings,
    Declared declared) {

  record Title(String zh, String en) {}

  /// What all rows have in common.
  ///
  /// @param account our account, where no column and no title line names it; may be empty
  record Origin(Side side, Book book, Channel channel, String currency, String account) {}

  /// How values are written.
  ///
  /// @param unit of amounts whose heading does not say
  /// @param within how many rows may stand above the headings
  /// @param footers words that begin the first row after the data
  /// @param id the recipe of the line's number, or an empty text for the `id` column
  record Format(
      ZoneId zone,
      Times.Order dates,
      Heading.Unit unit,
      int within,
      List<String> footers,
      String id) {}

  /// What words mean, in addition to the words known everywhere.
  record Meanings(
      Map<LineKind, List<String>> kinds,
      Map<State, List<String>> states,
      Map<Channel, List<String>> channels,
      List<String> in,
      List<String> out) {
    static final Meanings COMMON = new Meanings(Map.of(), Map.of(), Map.of(), List.of(), List.of());
  }

  /// What a file of this origin says about itself.
  ///
  /// @param labels words beside a figure, in the lines above the headings or below the data
  /// @param chain whether each balance must follow from the one before
  record Declared(Map<Figure, List<String>> labels, boolean chain) {
    static final Declared NOTHING = new Declared(Map.of(), false);
  }

  /// A figure or text that stands outside the rows.
  enum Figure {
    ACCOUNT,
    CURRENCY,
    COUNT,
    SUM,
    IN_COUNT,
    IN_SUM,
    OUT_COUNT,
    OUT_SUM,
    OPENING,
    CLOSING
  }
}
