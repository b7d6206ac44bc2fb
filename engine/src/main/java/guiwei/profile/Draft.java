package guiwei.profile;

import guiwei.table.Side;
import guiwei.table.Times;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// One kind of table tried on a header: which column would be which field, how much speaks for it,
/// and what a person would have to confirm.
final class Draft {
  /// What only the other rows of the file can tell.
  static final String EITHER_ORDER = "may be written day first or month first";

  private static final int FEW = 4;

  /// What an order may tell and nothing is concluded from: the last to be given a column.
  private static final Set<Field> SILENT =
      EnumSet.of(Field.PAID, Field.DISCOUNT, Field.PAID_AT, Field.CANCELLED, Field.DEPOSIT);

  private static final Pattern INVOICE =
      Pattern.compile(
          "(发票|税票|账单)(号|号码|编号)|(invoice|inv)(no|num|number|id|)|rechnungs(nummer|nr|no)");
  private static final Pattern INVOICED =
      Pattern.compile("(发票|开票|账单)(日期|时间)|(invoice|inv)(date|day|on)|rechnungsdatum");
  private static final Pattern ORDERED =
      Pattern.compile(
          "(下单|订单|订购|购买)(日期|时间)|(order|ordered|purchase)(date|time|on|at)|(bestell|auftrags)datum");

  final Table table;
  final List<String> header;
  final List<Shape> shapes;
  final List<List<String>> body;
  final Figures figures;
  final List<String> doubts = new ArrayList<>();
  final Map<Field, Integer> chosen = new EnumMap<>(Field.class);
  private int proofs;
  private final Set<Field> proved = EnumSet.noneOf(Field.class);
  private final List<Candidate> guesses = new ArrayList<>();
  private final List<Integer> means;
  private List<Integer> times = List.of();
  private Profile.Decimal decimal = Profile.Decimal.POINT;
  private Times.Order dates = Times.Order.YEAR_FIRST;

  private record Candidate(int column, Dictionary.Sense sense) {}

  Draft(
      Table table,
      List<String> header,
      List<Shape> shapes,
      List<List<String>> body,
      String unsaidCurrency) {
    this.table = table;
    this.header = header;
    this.shapes = shapes;
    this.body = body;
    this.figures = new Figures(header, body);
    choose(candidates());
    missing();
    currency();
    worded();
    parts();
    ownPart();
    subsidised();
    surcharge();
    means = means();
    guessed();
    orderTimes();
    checkTime();
    checkDecimals();
    doubts.addAll(new Misgivings(this, currencySign(unsaidCurrency)).all());
  }

  private List<Candidate> candidates() {
    List<Candidate> candidates = new ArrayList<>();
    for (int c = 0; c < header.size(); c++) {
      for (Dictionary.Sense sense :
          Dictionary.shipped().senses(table, Heading.of(header.get(c)).plain())) {
        if (fits(sense.field(), c)) {
          candidates.add(new Candidate(c, sense));
        }
      }
    }
    candidates.sort(
        Comparator.comparing(this::emptyTime)
            .thenComparing(candidate -> !isInvoice(candidate))
            .thenComparing(this::repeats)
            .thenComparing(this::silent)
            .thenComparing(this::namesNoChannel)
            .thenComparingInt((Candidate candidate) -> candidate.sense.rank())
            .thenComparing(this::lacking));
    return candidates;
  }

  /// A time that is not told in any row is taken only where nothing tells it.
  private boolean emptyTime(Candidate candidate) {
    return candidate.sense.field() == Field.TIME && shapes.get(candidate.column).filled() == 0;
  }

  /// A list of invoices, which begins with their numbers and tells their dates, names its rows by
  /// them: several may be of one order.
  private boolean isInvoice(Candidate candidate) {
    Shape shape = shapes.get(candidate.column);
    return table == Table.ORDER
        && candidate.sense.field() == Field.ID
        && candidate.column == 0
        && INVOICE.matcher(figures.plain(0)).matches()
        && shape.filled() == body.size()
        && shape.distinct() == shape.filled()
        && figures.columns().anyMatch(c -> INVOICED.matcher(figures.plain(c)).matches())
        && figures.columns().noneMatch(c -> ORDERED.matcher(figures.plain(c)).matches());
  }

  /// Of the means of payment and the type of the trade, the one that mostly names channels tells
  /// it.
  private boolean namesNoChannel(Candidate candidate) {
    if (table != Table.ORDER || candidate.sense.field() != Field.CHANNEL) {
      return false;
    }
    int column = candidate.column;
    long named =
        body.stream()
            .filter(row -> column < row.size())
            .filter(row -> Vocabulary.channel(Words.plain(row.get(column))) != null)
            .count();
    return named * 2 < shapes.get(column).filled();
  }

  /// What numbers a payment and its refund alike is not a line's own where another column tells
  /// them apart.
  private boolean repeats(Candidate candidate) {
    Shape shape = shapes.get(candidate.column);
    return table == Table.TRADE
        && candidate.sense.field() == Field.ID
        && shape.distinct() < shape.filled();
  }

  /// A number that some rows lack is not the row's own where a heading as telling has one in all.
  private boolean lacking(Candidate candidate) {
    return candidate.sense.field() == Field.ID
        && shapes.get(candidate.column).filled() < body.size();
  }

  private boolean silent(Candidate candidate) {
    return table == Table.ORDER && SILENT.contains(candidate.sense.field());
  }

  private boolean fits(Field field, int column) {
    Shape shape = shapes.get(column);
    return switch (field) {
      case AMOUNT, IN, OUT, SETTLED, FEE, BALANCE, PROMISED, DISCOUNT, PAID, DEPOSIT ->
          shape.mostlyAmounts();
      case TIME, PAID_AT -> shape.mostlyMoments();
      case CLOCK -> shape.allClocks();
      case DIRECTION -> shape.filled() == 0 || directed(column);
      // what stands in every row refers to none of them
      case REFERENCE -> table.side != Side.LINE || shape.filled() < FEW || shape.distinct() > 1;
      case CANCELLED -> shape.amounts() == 0 && shape.most() == 0;
      // an account that differs from row to row is the other side's
      case ACCOUNT ->
          table != Table.BANK || shape.filled() < FEW || shape.distinct() * 2 < shape.filled();
      // the one company that stands in every row is ours
      case PAYER_NAME -> table != Table.ORDER || shape.filled() < FEW || shape.distinct() > 1;
      // a code that most rows share numbers nothing; an order may have a row for each thing in it
      case ID ->
          table.side == Side.LINE
              ? shape.filled() < FEW || shape.distinct() * 2 >= shape.filled()
              : (table != Table.ORDER && table != Table.PROMISE)
                  || shape.filled() * 2 >= body.size();
      default -> true;
    };
  }

  /// The most telling heading gets the field; an obligatory field may take a column from
  /// another.
  private void choose(List<Candidate> candidates) {
    Set<Integer> taken = new HashSet<>();
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
    // who was stolen from may have another column
    for (Candidate candidate : candidates) {
      boolean free = !chosen.containsValue(candidate.column);
      if (free && !chosen.containsKey(candidate.sense.field())) {
        take(candidate, taken);
      }
    }
  }

  /// What orders cannot do without and no heading tells may stand in the only column whose values
  /// look so: a person must confirm it.
  private void missing() {
    List<Field> missing =
        table.obligatory().stream().filter(field -> !chosen.containsKey(field)).toList();
    if (table != Table.ORDER || missing.size() != 1 || !provesSale()) {
      return;
    }
    Field field = missing.getFirst();
    int[] columns =
        figures.columns().filter(c -> !chosen.containsValue(c) && looksLike(field, c)).toArray();
    if (columns.length == 1) {
      chosen.put(field, columns[0]);
      doubt(mayBe(columns[0], field));
    }
  }

  /// Whether a heading that only orders have stands beside the moments of sales.
  private boolean provesSale() {
    return chosen.containsKey(Field.TIME)
        && shapes.get(chosen.get(Field.TIME)).filled() > 0
        && proved.stream().anyMatch(field -> field != Field.CUSTOMER);
  }

  private boolean looksLike(Field field, int column) {
    Shape shape = shapes.get(column);
    if (shape.filled() < FEW) {
      return false;
    }
    return field == Field.AMOUNT
        ? shape.allAmounts() && shape.decimals() > 0
        : shape.filled() == body.size()
            && shape.distinct() == shape.filled()
            && shape.decimals() == 0
            && shape.most() == 0
            && body.stream().allMatch(row -> row.get(column).chars().anyMatch(Character::isDigit));
  }

  private String mayBe(int column, Field field) {
    return "“"
        + header.get(column)
        + "” may be the "
        + (field == Field.ID ? "number" : "amount due");
  }

  /// Where no heading names the currency, the only column of currency codes does.
  private void currency() {
    int[] columns =
        IntStream.range(0, header.size())
            .filter(c -> !chosen.containsKey(Field.CURRENCY) && !chosen.containsValue(c))
            .filter(c -> shapes.get(c).currencies() > 0)
            .filter(c -> shapes.get(c).currencies() == shapes.get(c).filled())
            .toArray();
    if (columns.length == 1 && table.side != Side.STORE && table.side != Side.CUSTOMER) {
      chosen.put(Field.CURRENCY, columns[0]);
    }
  }

  /// Where no heading tells how far an order is, by which means it was paid, or whether a line is
  /// a sale or a refund, the only column whose values are all such words does.
  private void worded() {
    if (table == Table.JOURNAL || table == Table.TRADE) {
      words(Field.TYPE, word -> Vocabulary.lineKind().apply(word) != null);
    } else if (table == Table.ORDER) {
      words(Field.STATE, word -> Vocabulary.orderState().apply(word) != null);
      words(Field.CHANNEL, word -> Vocabulary.channel(word) != null);
    }
  }

  private void words(Field field, Predicate<String> isKnown) {
    int[] columns =
        figures
            .columns()
            .filter(c -> !chosen.containsKey(field) && !chosen.containsValue(c))
            .filter(c -> shapes.get(c).filled() >= FEW && shapes.get(c).filled() == body.size())
            .filter(c -> !Dictionary.shipped().knows(figures.plain(c)))
            .filter(c -> body.stream().allMatch(row -> isKnown.test(Words.plain(row.get(c)))))
            .toArray();
    if (columns.length == 1) {
      chosen.put(field, columns[0]);
    }
  }

  /// Orders tell their times in several columns; a clock of its own belongs to the first.
  private void orderTimes() {
    if (table != Table.ORDER
        || !chosen.containsKey(Field.TIME)
        || chosen.containsKey(Field.CLOCK)) {
      return;
    }
    int first = chosen.get(Field.TIME);
    List<Integer> columns =
        candidates().stream()
            .filter(candidate -> candidate.sense.field() == Field.TIME)
            .map(Candidate::column)
            .filter(column -> column != first && !chosen.containsValue(column))
            .collect(Collectors.toCollection(ArrayList::new));
    columns.addFirst(first);
    times = new OrderTimes(shapes, body).of(columns);
    chosen.put(Field.TIME, times.getFirst());
  }

  private void take(Candidate candidate, Set<Integer> taken) {
    chosen.put(candidate.sense.field(), candidate.column);
    taken.add(candidate.column);
    if (candidate.sense.proof()) {
      proofs++;
      proved.add(candidate.sense.field());
    }
    doubtGuess(candidate);
  }

  private void doubtGuess(Candidate candidate) {
    if (candidate.sense.guess()) {
      guesses.add(candidate);
    }
  }

  private void guessed() {
    for (Candidate guess : guesses) {
      boolean number = guess.sense.field() == Field.ID;
      if (!number || !isNumberOfSale(guess.column)) {
        doubt(mayBe(guess.column, guess.sense.field()));
      }
    }
  }

  /// Whether a trade's number numbers an order: another heading proves that what was sold is
  /// listed.
  private boolean isNumberOfSale(int column) {
    return (proved.contains(Field.GOODS) || proved.contains(Field.TIME))
        && Dictionary.shipped().senses(Table.TRADE, Heading.of(header.get(column)).plain()).stream()
            .anyMatch(sense -> sense.field() == Field.ID);
  }

  /// The rows of one order are added up where they have an amount each; where none says what their
  /// amounts are of, they mean nothing.
  private void parts() {
    Integer number = chosen.get(Field.ID);
    Integer amount = chosen.get(Field.AMOUNT);
    if (table != Table.ORDER || number == null || amount == null) {
      return;
    }
    if (!differ(number, amount)) {
      Integer part = chosen.remove(Field.PART);
      boolean several = shapes.get(number).distinct() < shapes.get(number).filled();
      if (part != null && several) {
        chosen.put(Field.ITEM, part);
      }
    } else if (!chosen.containsKey(Field.PART)) {
      doubt("rows of one number in “" + header.get(number) + "” have different amounts");
    }
  }

  /// Whether rows of one number have different amounts.
  private boolean differ(int number, int amount) {
    Map<String, String> amounts = new HashMap<>();
    for (List<String> row : body) {
      if (TakenBack.is(row, amount, chosen.get(Field.STATE), chosen.get(Field.ORDER))) {
        continue;
      }
      String id = number < row.size() ? row.get(number) : "";
      String said = amount < row.size() ? row.get(amount) : "";
      if (!id.isEmpty() && !said.equals(amounts.getOrDefault(id, said))) {
        return true;
      }
      amounts.put(id, said);
    }
    return false;
  }

  /// A patient owes what the insurance leaves of the whole.
  private void ownPart() {
    Integer whole = chosen.get(Field.AMOUNT);
    if (table != Table.ORDER || whole == null) {
      return;
    }
    OwnPart parts = new OwnPart(figures);
    int own = parts.of(whole);
    int untied = own < 0 ? parts.untied(whole) : -1;
    if (own >= 0) {
      chosen.values().removeIf(column -> column == own);
      chosen.put(Field.AMOUNT, own);
    } else if (untied >= 0) {
      doubt("amount may be “" + header.get(whole) + "” or “" + header.get(untied) + "”");
    }
  }

  /// Of what the buyer paid and what the seller receives the latter is on statements.
  private void subsidised() {
    Integer paid = chosen.get(Field.AMOUNT);
    int received = table == Table.ORDER && paid != null ? new Subsidised(figures).of(paid) : -1;
    if (received >= 0) {
      chosen.values().removeIf(column -> column == received);
      chosen.put(Field.AMOUNT, received);
    }
  }

  /// What late payers owe on top of the amount due.
  private void surcharge() {
    Integer due = chosen.get(Field.AMOUNT);
    if (table != Table.ORDER || due == null) {
      return;
    }
    Surcharge surcharge = new Surcharge(figures);
    int column = surcharge.column();
    if (column < 0 || chosen.containsValue(column)) {
      return;
    }
    switch (surcharge.of(column, due, chosen.get(Field.PAID), chosen.get(Field.DISCOUNT))) {
      case ON_TOP -> chosen.put(Field.SURCHARGE, column);
      case OPEN -> doubt("“" + header.get(column) + "” may come on top of what is due");
      case NONE -> {
        // part of the amount due
      }
    }
  }

  /// The columns that say by which means an order was paid.
  private List<Integer> means() {
    Integer due = chosen.get(Field.AMOUNT);
    if (table != Table.ORDER || due == null) {
      return List.of();
    }
    List<Integer> free =
        IntStream.range(0, header.size()).filter(c -> !chosen.containsValue(c)).boxed().toList();
    return new Means(figures, shapes).of(due, free);
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
                        && c.sense.rank() == other.sense.rank()
                        && lacking(c) == lacking(other));
  }

  private void doubtRival(Field field, int column) {
    boolean decides = table != Table.ORDER || !SILENT.contains(field);
    boolean matters = (field.num() != null && decides) || table.obligatory().contains(field);
    int first = chosen.getOrDefault(field, column);
    if (!matters || sameValues(first, column)) {
      return;
    }
    Taxed taxed = new Taxed(figures);
    if (table == Table.ORDER && field == Field.AMOUNT && taxed.ties(first, column)) {
      chosen.put(field, taxed.withTax(first, column));
    } else {
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
        doubtGuess(candidate);
        return;
      }
    }
  }

  /// Whether a table of this kind is told by these headings, and of no other.
  boolean eligible() {
    return new Eligibility(this).holds();
  }

  /// Whether a column holds words of money in and out.
  boolean directed(int column) {
    return body.stream()
        .filter(row -> column < row.size())
        .anyMatch(row -> Vocabulary.direction().apply(Words.plain(row.get(column))) != null);
  }

  /// Whether a heading speaks for this kind of table and hardly for another.
  boolean isProved() {
    return proofs > 0;
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
    if (shape.eitherYear()) {
      doubt("the year may come first or last in “" + header.get(column) + "”");
    }
    if (shape.mostMoments(Times.Order.YEAR_FIRST)) {
      return;
    }
    boolean dayFirst = shape.mostMoments(Times.Order.DAY_FIRST);
    boolean monthFirst = shape.mostMoments(Times.Order.MONTH_FIRST);
    dates = dayFirst ? Times.Order.DAY_FIRST : Times.Order.MONTH_FIRST;
    if (dayFirst && monthFirst && shape.filled() > 0) {
      doubt("“" + header.get(column) + "” " + EITHER_ORDER);
    }
  }

  /// Amounts have a decimal comma where some show one and none shows a decimal point.
  private void checkDecimals() {
    List<Shape> amounts =
        chosen.entrySet().stream()
            .filter(e -> e.getKey().num() != null)
            .map(e -> shapes.get(e.getValue()))
            .toList();
    boolean comma = amounts.stream().anyMatch(shape -> shape.commas() > 0);
    if (comma && amounts.stream().allMatch(shape -> shape.points() == 0)) {
      decimal = Profile.Decimal.COMMA;
    }
  }

  Profile.Decimal decimal() {
    return decimal;
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
          chosen.entrySet().stream().anyMatch(e -> e.getValue() == column && e.getKey() != joined);
      if (candidate.sense.field() == joined && !taken) {
        all.add(header.get(column));
      }
    }
    return all;
  }

  /// The currency whose sign stands in every amount, where no heading names it.
  private String currencySign(String otherwise) {
    Integer column = chosen.getOrDefault(Field.AMOUNT, chosen.get(Field.IN));
    Set<String> said = column == null ? Set.of() : figures.currencies(column);
    String only = said.size() == 1 ? said.iterator().next() : "";
    return only.isEmpty() ? otherwise : only;
  }

  Profile profile(Unsaid unsaid) {
    Map<Field, List<String>> columns = new EnumMap<>(Field.class);
    chosen.forEach((field, column) -> columns.put(field, List.of(header.get(column))));
    Field joined = table == Table.STORE ? Field.ACCOUNT : Field.REMARK;
    if (chosen.containsKey(joined)) {
      columns.put(joined, all(joined));
    }
    if (table == Table.STORE && chosen.containsKey(Field.TERMINAL)) {
      columns.put(Field.TERMINAL, all(Field.TERMINAL));
    }
    if (!means.isEmpty()) {
      columns.put(Field.MEANS, means.stream().map(header::get).toList());
    }
    if (!times.isEmpty()) {
      columns.put(Field.TIME, times.stream().map(header::get).toList());
    }
    Set<Field> required = table.obligatory();
    required.retainAll(chosen.keySet());
    return new Profile(
        "proposed",
        new Profile.Title("按表头推断", "proposed from the headings"),
        new Profile.Origin(
            table.side, table.book, table.channel, currencySign(unsaid.currency()), ""),
        columns,
        required,
        new Profile.Format(
            unsaid.zone(),
            dates,
            Heading.Unit.UNSAID,
            Profile.Format.WITHIN,
            Profile.Format.FOOTERS,
            table.recipe(),
            List.of(),
            Profile.Minus.SIGN,
            Profile.Refunds.ORDER_NUMBER,
            List.of(),
            List.of(),
            decimal),
        Profile.Meanings.COMMON,
        new Profile.Declared(Map.of(), table == Table.BANK && chosen.containsKey(Field.BALANCE)));
  }
}
