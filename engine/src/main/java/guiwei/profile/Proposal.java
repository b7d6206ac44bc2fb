package guiwei.profile;

import guiwei.table.Times;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private static final long LARGE = 100_000;

  Suggestion suggestion() {
    String name = table.name().toLowerCase(java.util.Locale.ROOT);
    return new Suggestion(name, columns, doubts, yaml());
  }

  /// The proposal as a profile to save, correct and use; doubts stand above it as comments.
  String yaml() {
    StringBuilder yaml = new StringBuilder();
    yaml.append("# proposed from the headings; check it, then use it with --profile FILE\n");
    doubts.forEach(doubt -> yaml.append("# in doubt: ").append(doubt).append('\n'));
    Profile.Origin origin = profile.origin();
    line(yaml, "key", "my-" + table.name().toLowerCase(java.util.Locale.ROOT));
    line(yaml, "title", "");
    line(yaml, "side", Yaml.written(origin.side()));
    if (origin.side() == guiwei.table.Side.LINE) {
      line(yaml, "book", Yaml.written(origin.book()));
      line(yaml, "channel", Yaml.written(origin.channel()));
    }
    line(yaml, "currency", origin.currency());
    line(yaml, "zone", profile.format().zone().getId());
    line(yaml, "dates", Yaml.written(profile.format().dates()));
    line(yaml, "amounts", "yuan");
    if (!profile.format().id().isEmpty()) {
      line(yaml, "id", profile.format().id());
    }
    yaml.append("columns:\n");
    profile
        .columns()
        .forEach(
            (field, headings) ->
                yaml.append("  ")
                    .append(field.word())
                    .append(": [")
                    .append(String.join(", ", headings.stream().map(Proposal::quoted).toList()))
                    .append("]\n"));
    if (profile.declared().chain()) {
      yaml.append("footing:\n  balance: chain\n");
    }
    return yaml.toString();
  }

  private static void line(StringBuilder yaml, String key, String value) {
    yaml.append(key).append(": ").append(quoted(value)).append('\n');
  }

  private static String quoted(String text) {
    String plain = text.replaceAll("\\p{Cntrl}", " ");
    return '"' + plain.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  boolean certain() {
    return doubts.isEmpty();
  }

  /// Proposes a profile for the first rows of a table; null when no row looks like headings.
  ///
  /// @param zone of moments that name none
  static @Nullable Proposal of(List<List<String>> rows, ZoneId zone) {
    Proposal best = null;
    for (int i = 0; i < Math.min(rows.size(), Profile.Format.WITHIN); i++) {
      if (!looksLikeHeadings(rows.get(i))) {
        continue;
      }
      Proposal found = forHeader(rows, i, zone);
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
    return filled >= 2 && known >= 2 && known * 3 >= filled;
  }

  private static @Nullable Proposal forHeader(List<List<String>> rows, int headerRow, ZoneId zone) {
    List<String> header = rows.get(headerRow);
    List<List<String>> body = body(rows, headerRow, header.size());
    List<Shape> shapes = new ArrayList<>();
    for (int c = 0; c < header.size(); c++) {
      int column = c;
      shapes.add(Shape.of(body.stream().map(r -> column < r.size() ? r.get(column) : "").toList()));
    }
    List<Draft> drafts = new ArrayList<>();
    for (Table table : Table.values()) {
      Draft draft = new Draft(table, header, shapes, body);
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
    Profile profile = best.profile(zone);
    return new Proposal(
        best.table, profile, headerRow, List.copyOf(best.doubts), best.columns(profile));
  }

  /// The data rows below the headings, up to a footer.
  private static List<List<String>> body(List<List<String>> rows, int headerRow, int width) {
    List<List<String>> body = new ArrayList<>();
    for (List<String> row : rows.subList(headerRow + 1, rows.size())) {
      if (row.stream().allMatch(String::isEmpty)) {
        continue;
      }
      if (Profile.Format.FOOTERS.stream().anyMatch(row.getFirst()::startsWith)
          || row.size() * 2 < width) {
        break;
      }
      body.add(row);
    }
    return body;
  }

  /// One kind of table tried on a header.
  private static final class Draft {
    private final Table table;
    private final List<String> header;
    private final List<Shape> shapes;
    private final List<List<String>> body;
    private final List<String> doubts = new ArrayList<>();
    private final Map<Field, Integer> chosen = new EnumMap<>(Field.class);
    private int proofs;
    private Times.Order dates = Times.Order.YEAR_FIRST;

    private record Candidate(int column, Dictionary.Sense sense) {}

    Draft(Table table, List<String> header, List<Shape> shapes, List<List<String>> body) {
      this.table = table;
      this.header = header;
      this.shapes = shapes;
      this.body = body;
      choose(candidates());
      checkTime();
      checkUnits();
      checkWords();
    }

    private List<Candidate> candidates() {
      List<Candidate> candidates = new ArrayList<>();
      for (int c = 0; c < header.size(); c++) {
        for (Dictionary.Sense sense :
            Dictionary.shipped().senses(table, Heading.of(header.get(c)).plain())) {
          if (fits(sense.field(), shapes.get(c))) {
            candidates.add(new Candidate(c, sense));
          }
        }
      }
      candidates.sort(Comparator.comparingInt(candidate -> candidate.sense.rank()));
      return candidates;
    }

    private static boolean fits(Field field, Shape shape) {
      return switch (field) {
        case AMOUNT, IN, OUT, SETTLED, FEE, BALANCE, PROMISED, DISCOUNT, PAID -> shape.allAmounts();
        case TIME -> shape.allMoments();
        case CLOCK -> shape.allClocks();
        default -> true;
      };
    }

    /// The most telling heading gets the field; an obligatory field may take a column from
    /// another.
    private void choose(List<Candidate> candidates) {
      Set<Integer> taken = new java.util.HashSet<>();
      for (Candidate candidate : candidates) {
        Field field = candidate.sense.field();
        if (!chosen.containsKey(field) && !taken.contains(candidate.column)) {
          take(candidate, taken);
        } else if (chosen.containsKey(field) && rival(candidates, candidate)) {
          doubtRival(field, candidate.column);
        }
      }
      for (Field field : table.obligatory()) {
        if (!chosen.containsKey(field)) {
          steal(field, candidates);
        }
      }
    }

    private void take(Candidate candidate, Set<Integer> taken) {
      chosen.put(candidate.sense.field(), candidate.column);
      taken.add(candidate.column);
      proofs += candidate.sense.proof() ? 1 : 0;
    }

    private boolean rival(List<Candidate> candidates, Candidate other) {
      int column = chosen.getOrDefault(other.sense.field(), -1);
      boolean free = !chosen.containsValue(other.column);
      return free
          && candidates.stream()
              .anyMatch(
                  c ->
                      c.column == column
                          && c.sense.field() == other.sense.field()
                          && c.sense.rank() == other.sense.rank());
    }

    private void doubtRival(Field field, int column) {
      boolean matters = field.num() != null || table.obligatory().contains(field);
      int first = chosen.getOrDefault(field, column);
      if (matters && !sameValues(first, column)) {
        doubt(field.word() + " may be “" + header.get(first) + "” or “" + header.get(column) + "”");
      }
    }

    private boolean sameValues(int first, int second) {
      return body.stream()
          .allMatch(
              row ->
                  first < row.size()
                      && second < row.size()
                      && row.get(first).equals(row.get(second)));
    }

    private void steal(Field field, List<Candidate> candidates) {
      for (Candidate candidate : candidates) {
        if (candidate.sense.field() != field) {
          continue;
        }
        boolean needed =
            table.obligatory().stream()
                .anyMatch(other -> Integer.valueOf(candidate.column).equals(chosen.get(other)));
        if (!needed) {
          chosen.values().removeIf(column -> column == candidate.column);
          chosen.put(field, candidate.column);
          return;
        }
      }
    }

    boolean eligible() {
      Set<Field> wanted = table.obligatory();
      if (table == Table.BANK) {
        boolean two = chosen.containsKey(Field.IN) && chosen.containsKey(Field.OUT);
        boolean proof = two || chosen.containsKey(Field.BALANCE);
        if (two) {
          wanted.remove(Field.AMOUNT);
        }
        return proof && chosen.keySet().containsAll(wanted);
      }
      if (table == Table.STORE || table == Table.CUSTOMER) {
        Set<Field> one =
            table == Table.STORE
                ? EnumSet.of(Field.ACCOUNT, Field.TERMINAL)
                : EnumSet.of(Field.PHONE, Field.PAYER_NAME, Field.PAYER);
        return chosen.containsKey(Field.ID) && one.stream().anyMatch(chosen::containsKey);
      }
      boolean proved = table != Table.TRADE || proofs > 0 || chosen.containsKey(Field.REFERENCE);
      return proved && chosen.keySet().containsAll(wanted);
    }

    /// More proofs win; with equal proofs, more columns understood.
    int score() {
      return proofs * 100 + chosen.size();
    }

    private void checkTime() {
      Integer column = chosen.get(Field.TIME);
      if (column == null) {
        return;
      }
      Shape shape = shapes.get(column);
      if (shape.allMoments(Times.Order.YEAR_FIRST)) {
        return;
      }
      boolean dayFirst = shape.allMoments(Times.Order.DAY_FIRST);
      boolean monthFirst = shape.allMoments(Times.Order.MONTH_FIRST);
      dates = dayFirst ? Times.Order.DAY_FIRST : Times.Order.MONTH_FIRST;
      if (dayFirst && monthFirst && shape.filled() > 0) {
        doubt("“" + header.get(column) + "” may be written day first or month first");
      }
    }

    private void checkUnits() {
      for (Field field : EnumSet.of(Field.AMOUNT, Field.IN, Field.OUT)) {
        Integer column = chosen.get(field);
        if (column == null) {
          continue;
        }
        Shape shape = shapes.get(column);
        String written = header.get(column);
        boolean silent = Heading.of(written).unit() == Heading.Unit.UNSAID;
        boolean latin = written.chars().allMatch(c -> c < 0x2e80);
        if (silent
            && latin
            && shape.amounts() > 2
            && shape.decimals() == 0
            && shape.median() > LARGE) {
          doubt("amounts of “" + written + "” may be in the smallest unit or in whole units");
        }
      }
    }

    private void checkWords() {
      if (table.side != guiwei.table.Side.LINE) {
        return;
      }
      unknown(Field.STATE, Vocabulary.lineState());
      unknown(Field.DIRECTION, Vocabulary.direction());
    }

    private void unknown(
        Field field, java.util.function.Function<String, ? extends @Nullable Object> meaning) {
      Integer column = chosen.get(field);
      if (column == null) {
        return;
      }
      for (List<String> row : body) {
        String word = column < row.size() ? row.get(column) : "";
        if (!word.isEmpty() && meaning.apply(Words.plain(word)) == null) {
          doubt("“" + header.get(column) + "” holds a word that is not known");
          return;
        }
      }
    }

    void doubt(String doubt) {
      doubts.add(doubt);
    }

    /// Every column that may be this field and is no other, the most telling first.
    private List<String> all(Field joined) {
      List<String> all = new ArrayList<>();
      for (Candidate candidate : candidates()) {
        int column = candidate.column;
        boolean taken =
            chosen.entrySet().stream()
                .anyMatch(e -> e.getValue() == column && e.getKey() != joined);
        if (candidate.sense.field() == joined && !taken) {
          all.add(header.get(column));
        }
      }
      return all;
    }

    /// What each column was taken for, and how sure that is.
    List<Suggestion.Column> columns(Profile profile) {
      Map<String, Field> fields = new HashMap<>();
      profile
          .columns()
          .forEach((field, headings) -> headings.forEach(heading -> fields.put(heading, field)));
      List<Suggestion.Column> columns = new ArrayList<>();
      for (int c = 0; c < header.size(); c++) {
        String heading = header.get(c);
        if (!heading.isEmpty()) {
          Field field = fields.get(heading);
          Shape shape = shapes.get(c);
          columns.add(
              new Suggestion.Column(
                  heading,
                  field == null ? "" : field.word(),
                  sure(heading, field),
                  shape.filled(),
                  field != null && shape.filled() > 0 && proves(field, shape)));
        }
      }
      return columns;
    }

    private Suggestion.Sure sure(String heading, @Nullable Field field) {
      List<Dictionary.Sense> senses =
          Dictionary.shipped().senses(table, Heading.of(heading).plain());
      if (doubts.stream().anyMatch(doubt -> doubt.contains("“" + heading + "”"))) {
        return Suggestion.Sure.DOUBTFUL;
      }
      if (field == null) {
        return senses.isEmpty() ? Suggestion.Sure.UNKNOWN : Suggestion.Sure.SPARE;
      }
      return senses.size() > 1 ? Suggestion.Sure.LIKELY : Suggestion.Sure.CERTAIN;
    }

    /// Whether the field takes only such values as all of these are.
    private static boolean proves(Field field, Shape shape) {
      boolean moment = field == Field.TIME && shape.allMoments();
      boolean clock = field == Field.CLOCK && shape.allClocks();
      return moment || clock || (field.num() != null && shape.allAmounts());
    }

    Profile profile(ZoneId zone) {
      Map<Field, List<String>> columns = new EnumMap<>(Field.class);
      chosen.forEach((field, column) -> columns.put(field, List.of(header.get(column))));
      Field joined = table == Table.STORE ? Field.ACCOUNT : Field.REMARK;
      if (chosen.containsKey(joined)) {
        columns.put(joined, all(joined));
      }
      Set<Field> required = table.obligatory();
      required.retainAll(chosen.keySet());
      return new Profile(
          "proposed",
          new Profile.Title("按表头推断", "proposed from the headings"),
          new Profile.Origin(table.side, table.book, table.channel, "CNY", ""),
          columns,
          required,
          new Profile.Format(
              zone,
              dates,
              Heading.Unit.UNSAID,
              Profile.Format.WITHIN,
              Profile.Format.FOOTERS,
              table.recipe(),
              List.of(),
              Profile.Minus.SIGN,
              Profile.Refunds.ORDER_NUMBER,
              List.of()),
          Profile.Meanings.COMMON,
          new Profile.Declared(Map.of(), table == Table.BANK && chosen.containsKey(Field.BALANCE)));
    }
  }
}
