package guiwei.profile;

import guiwei.table.Currencies;
import guiwei.table.Side;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the values of a table make doubtful about how its headings were taken.
final class Misgivings {
  private static final Set<String> ZONES = Set.of("timezone", "tz", "时区");
  private static final long LARGE = 100_000;

  /// The rank of the last headings of times that are surely those of a sale.
  private static final int LAST_OF_SALES = 6;
  private static final Pattern SLIP =
      Pattern.compile("(授权|批次|批)(号|码|编号)|(auth|authorization|approval|batch)(code|no|number|id|)");
  private static final Pattern MASKED =
      Pattern.compile("\\d{3,8}[*xX·]{2,}\\d{2,4}|[*xX·]{4,}\\d{4}");

  private final Draft draft;
  private final String currency;
  private final List<String> all = new ArrayList<>();

  /// @param currency of amounts where nothing in the table names it
  Misgivings(Draft draft, String currency) {
    this.draft = draft;
    this.currency = currency;
    units();
    commas();
    currencies();
    moments();
    zone();
    words();
    statement();
    receipts();
  }

  /// In words that a person reads.
  List<String> all() {
    return all;
  }

  private void units() {
    for (Field field : EnumSet.of(Field.AMOUNT, Field.IN, Field.OUT)) {
      Integer column = draft.chosen.get(field);
      if (column == null) {
        continue;
      }
      String written = draft.header.get(column);
      Shape shape = Shape.of(divided(column, Heading.of(written).currency()));
      boolean silent = Heading.of(written).unit() == Heading.Unit.UNSAID;
      boolean latin = written.chars().allMatch(c -> c < 0x2e80);
      if (silent
          && latin
          && shape.amounts() > 2
          && shape.decimals() == 0
          && shape.median() > LARGE) {
        all.add("amounts of “" + written + "” may be in the smallest unit or in whole units");
      }
    }
  }

  /// The amounts of a column in currencies that have a smaller unit: of yen there is one unit
  /// only, and nothing to doubt.
  private List<String> divided(int column, String headed) {
    Integer codes = draft.chosen.get(Field.CURRENCY);
    String otherwise = headed.isEmpty() ? currency : headed;
    List<String> amounts = new ArrayList<>();
    for (List<String> row : draft.body) {
      String code = codes == null || codes >= row.size() ? "" : row.get(codes);
      String known = Currencies.known(code) ? code : otherwise;
      if (column < row.size() && Currencies.digits(Currencies.pack(known)) > 0) {
        amounts.add(row.get(column));
      }
    }
    return amounts;
  }

  private void commas() {
    if (draft.decimal() == Profile.Decimal.COMMA) {
      return;
    }
    draft.chosen.forEach(
        (field, column) -> {
          if (field.num() != null && draft.shapes.get(column).commas() > 0) {
            all.add(
                "amounts of “"
                    + draft.header.get(column)
                    + "” have a decimal comma here and a decimal point there");
          }
        });
  }

  /// Amounts of several currencies in one column, and none that tells which is which.
  private void currencies() {
    Integer column = draft.chosen.getOrDefault(Field.AMOUNT, draft.chosen.get(Field.IN));
    if (column != null
        && !draft.chosen.containsKey(Field.CURRENCY)
        && draft.figures.currencies(column).size() > 1) {
      all.add("amounts of “" + draft.header.get(column) + "” are in several currencies");
    }
  }

  /// Orders without moments are a list that has none, not one whose moments cannot be read.
  private void moments() {
    if (draft.table != Table.ORDER || draft.chosen.containsKey(Field.TIME)) {
      return;
    }
    draft
        .figures
        .columns()
        .filter(column -> draft.shapes.get(column).filled() > 0)
        .filter(column -> !draft.chosen.containsValue(column))
        .filter(column -> tellsTime(draft.figures.plain(column)))
        .findFirst()
        .ifPresent(
            column -> all.add("the moments of “" + draft.header.get(column) + "” cannot be read"));
  }

  private static boolean tellsTime(String plain) {
    return senses(Table.ORDER, plain)
        .anyMatch(sense -> sense.field() == Field.TIME && sense.rank() <= LAST_OF_SALES);
  }

  private void zone() {
    for (int c = 0; c < draft.header.size(); c++) {
      boolean zone = ZONES.contains(Heading.of(draft.header.get(c)).plain());
      if (zone && draft.shapes.get(c).filled() > 0 && draft.chosen.containsKey(Field.TIME)) {
        all.add("the zone in “" + draft.header.get(c) + "” is not read; name it in the profile");
      }
    }
  }

  /// What an acquirer or a terminal prints and hardly a list of orders. Where something proves
  /// orders it takes two such columns beside a number that any list may have.
  private void statement() {
    if (draft.table != Table.ORDER) {
      return;
    }
    List<Integer> printed =
        draft.figures.columns().filter(column -> isPrinted(column)).boxed().toList();
    if (draft.isProved() && (printed.size() < 2 || !hasAnyNumber())) {
      return;
    }
    draft
        .figures
        .columns()
        .filter(c -> (printed.contains(c) || isFee(c)) && !draft.chosen.containsValue(c))
        .findFirst()
        .ifPresent(
            column ->
                all.add(
                    "it may be a statement rather than a list of orders: it has “"
                        + draft.header.get(column)
                        + "”"));
  }

  /// Who paid, how much and when: what is owed, or what a bank received.
  private void receipts() {
    if (draft.table == Table.ORDER && new PlainBank(draft).mayBe()) {
      all.add("it may be a bank's list of receipts rather than a list of orders");
    }
  }

  private boolean isFee(int column) {
    return draft.shapes.get(column).median() != 0
        && senses(Table.TRADE, draft.figures.plain(column)).anyMatch(s -> s.field() == Field.FEE);
  }

  /// Whether the column holds what a terminal prints on its slips: references, or masked cards.
  private boolean isPrinted(int column) {
    if (draft.shapes.get(column).filled() == 0) {
      return false;
    }
    String plain = draft.figures.plain(column);
    return senses(Table.JOURNAL, plain).anyMatch(sense -> sense.field() == Field.ORIGINAL)
        || (draft.isProved() && (SLIP.matcher(plain).matches() || isMasked(column)));
  }

  private boolean isMasked(int column) {
    return draft.body.stream()
        .filter(row -> !draft.figures.isEmpty(row, column))
        .allMatch(row -> MASKED.matcher(row.get(column)).matches());
  }

  /// Whether the number of the rows is headed as that of any list: 流水号, No.
  private boolean hasAnyNumber() {
    Integer id = draft.chosen.get(Field.ID);
    return id != null
        && senses(Table.JOURNAL, draft.figures.plain(id)).anyMatch(s -> s.field() == Field.TRACE);
  }

  private static Stream<Dictionary.Sense> senses(Table table, String plain) {
    return Dictionary.shipped().senses(table, plain).stream();
  }

  private void words() {
    if (draft.table.side != Side.LINE) {
      return;
    }
    unknown(Field.STATE, Vocabulary.lineState());
    unknown(Field.DIRECTION, Vocabulary.direction());
  }

  private void unknown(Field field, Function<String, ? extends @Nullable Object> meaning) {
    Integer column = draft.chosen.get(field);
    if (column == null) {
      return;
    }
    for (List<String> row : draft.body) {
      String word = column < row.size() ? row.get(column) : "";
      if (!word.isEmpty() && meaning.apply(Words.plain(word)) == null) {
        all.add("“" + draft.header.get(column) + "” holds a word that is not known");
        return;
      }
    }
  }
}
