package guiwei.report;

import guiwei.outcome.Discrepancy;
import guiwei.outcome.FileReport;
import guiwei.outcome.Gap;
import guiwei.outcome.Proof;
import guiwei.outcome.Result;
import guiwei.outcome.Unordered;
import guiwei.table.BadRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The day on one screen of a terminal.
public final class Screen {
  private static final int WORST = 10;
  private static final int BAD_SHOWN = 5;
  private static final int NARROWEST = 40;
  private static final String BOLD = "1";
  private static final String DIM = "2";
  private static final String GREEN = "32";
  private static final String YELLOW = "33";

  private final Result result;
  private final Words words;
  private final int width;
  private final boolean colour;
  private final StringBuilder out = new StringBuilder();

  private Screen(Result result, Words words, int width, boolean colour) {
    this.result = result;
    this.words = words;
    this.width = Math.max(NARROWEST, width);
    this.colour = colour;
  }

  /// The screen as text with line ends.
  ///
  /// @param width of the terminal in columns
  /// @param colour whether the terminal understands colours
  /// @param folder where the result files are, null when none were written
  public static String print(
      Result result, Words words, int width, boolean colour, @Nullable Path folder) {
    Screen screen = new Screen(result, words, width, colour);
    List<Figures.Day> days = Figures.days(result);
    if (days.isEmpty()) {
      screen.heading(words.text("day.head.none"));
    }
    days.forEach(screen::day);
    screen.worst();
    screen.files();
    screen.passedOver();
    screen.gaps();
    screen.unordered();
    screen.badRows();
    screen.where(folder);
    return screen.out.toString();
  }

  private void day(Figures.Day day) {
    Figures.Money total = day.total();
    heading(
        total.rows() == 0
            ? words.text("day.head.none")
            : words.text("day.head", Words.money(total.received(), day.currency())));
    channels(day, total);
    givenBack(day.back(), day.currency());
    day.expected().forEach(this::expected);
    kinds(day);
  }

  private void channels(Figures.Day day, Figures.Money total) {
    Grid grid = new Grid(1);
    grid.row(
        Stream.of("channel", "rows", "received", "matched", "discrepant", "suspense", "left")
            .map(key -> words.text("day." + key))
            .toList());
    day.channels().forEach((channel, money) -> grid.row(money(words.channel(channel), money, day)));
    grid.row(money(words.text("day.total"), total, day));
    List<String> lines = grid.lines();
    if (Grid.width(lines.getLast()) + 2 > width) {
      stacked(day, total);
      return;
    }
    line(lines.getFirst(), DIM);
    lines.subList(1, lines.size() - 1).forEach(text -> line(text, ""));
    line("-".repeat(lines.stream().mapToInt(Grid::width).max().orElse(0)), DIM);
    line(lines.getLast(), total.left() == 0 ? BOLD : YELLOW);
    out.append('\n');
  }

  private List<String> money(String name, Figures.Money money, Figures.Day day) {
    return List.of(
        name,
        Words.count(money.rows()),
        Words.amount(money.received(), day.currency()),
        Words.amount(money.matched(), day.currency()),
        Words.amount(money.discrepant(), day.currency()),
        Words.amount(money.suspense(), day.currency()),
        Words.amount(money.left(), day.currency()));
  }

  /// For a narrow terminal: figures one below the other.
  private void stacked(Figures.Day day, Figures.Money total) {
    Grid grid = new Grid(1);
    day.channels()
        .forEach(
            (channel, money) ->
                grid.row(
                    List.of(
                        words.channel(channel), Words.amount(money.received(), day.currency()))));
    grid.row(pair("received", total.received(), day));
    grid.row(pair("matched", total.matched(), day));
    grid.row(pair("discrepant", total.discrepant(), day));
    grid.row(pair("suspense", total.suspense(), day));
    grid.row(pair("left", total.left(), day));
    List<String> lines = grid.lines();
    for (int i = 0; i < lines.size(); i++) {
      line(lines.get(i), i == day.channels().size() ? BOLD : "");
    }
    out.append('\n');
  }

  private List<String> pair(String key, long minor, Figures.Day day) {
    return List.of(words.text("day." + key), Words.amount(minor, day.currency()));
  }

  private void givenBack(Figures.GivenBack back, String currency) {
    if (back.given() == 0) {
      return;
    }
    String sum =
        part("given-back", back.given(), currency)
            + " = "
            + part("matched", back.matched(), currency)
            + " + "
            + part("discrepant", back.discrepant(), currency)
            + " + "
            + part("unexplained", back.unexplained(), currency);
    equation(sum, part("left", back.left(), currency));
  }

  private void expected(Proof.Expected row) {
    String currency = row.currency();
    long left =
        row.dueMinor()
            - row.matchedMinor()
            - row.discrepantMinor()
            - row.openMinor()
            - row.noneMinor();
    String sum =
        part("due", row.dueMinor(), currency)
            + " = "
            + part("matched", row.matchedMinor(), currency)
            + " + "
            + part("discrepant", row.discrepantMinor(), currency)
            + " + "
            + part("open", row.openMinor(), currency)
            + " + "
            + part("none", row.noneMinor(), currency);
    equation(sum, part("left", left, currency));
  }

  private void equation(String sum, String rest) {
    boolean fits = Grid.width(sum) + Grid.width(rest) + 4 <= width;
    Grid.wrapped(fits ? sum + "  " + rest : sum, width - 2).forEach(text -> line(text, ""));
    if (!fits) {
      line(rest, "");
    }
    out.append('\n');
  }

  private String part(String key, long minor, String currency) {
    return words.text("day." + key) + " " + Words.amount(minor, currency);
  }

  private void kinds(Figures.Day day) {
    if (day.kinds().isEmpty()) {
      line(words.text("day.clean"), GREEN);
      out.append('\n');
      return;
    }
    heading(words.text("day.by-kind") + " " + Words.count(day.discrepancies()));
    Grid grid = new Grid(1);
    for (Proof.Kinds kind : day.kinds()) {
      grid.row(
          List.of(
              words.kind(kind.kind()),
              Words.count(kind.count()),
              Words.amount(kind.amountMinor(), day.currency())));
    }
    grid.lines().forEach(text -> line(text, ""));
    out.append('\n');
  }

  private void worst() {
    List<List<Discrepancy>> worst = Figures.largestFirst(result);
    if (worst.isEmpty()) {
      return;
    }
    int shown = Math.min(WORST, worst.size());
    heading(words.text("day.worst", shown));
    for (List<Discrepancy> rivals : worst.subList(0, shown)) {
      worst(rivals.getFirst(), rivals.size() - 1);
    }
    out.append('\n');
  }

  private void worst(Discrepancy found, int rivals) {
    String place = words.channel(found.channel());
    String head =
        Words.money(found.amountMinor(), found.currency())
            + "  "
            + words.kind(found.kind())
            + "  "
            + words.text("day.probability", Words.share(found.probability()))
            + "  "
            + place
            + (found.store().isEmpty() ? "" : " " + found.store());
    Grid.wrapped(Grid.safe(head), width - 2).forEach(text -> line(text, BOLD));
    String why = words.reasons(found);
    String also = rivals == 0 ? "" : words.separator() + words.text("day.rivals", rivals);
    for (String text : Grid.wrapped(Grid.safe(why + also), width - 6)) {
      line("    " + text, "");
    }
    line("    " + Grid.safe(facts(found)), DIM);
  }

  private static String facts(Discrepancy found) {
    List<String> facts = new ArrayList<>();
    facts.add(found.id());
    if (!found.primaryReceipt().isEmpty()) {
      facts.add(found.primaryReceipt());
    }
    facts.addAll(found.orders());
    return String.join("  ", facts.subList(0, Math.min(4, facts.size())));
  }

  private void files() {
    List<FileReport> refused =
        result.files().stream().filter(file -> file.refusal() != null).toList();
    if (refused.isEmpty()) {
      return;
    }
    heading(words.text("day.refused") + " " + refused.size());
    for (FileReport file : refused) {
      String key = "file." + file.refusal();
      item(
          file.name(),
          words.text(key) + (file.detail().isEmpty() ? "" : ": " + words.detail(file.detail())),
          words.text(Words.remedy(file)));
    }
    out.append('\n');
  }

  private void passedOver() {
    List<FileReport> files =
        result.files().stream().filter(file -> !file.passedOver().isEmpty()).toList();
    if (files.isEmpty()) {
      return;
    }
    heading(words.text("day.passed-over"));
    int shown = Math.min(BAD_SHOWN, files.size());
    for (FileReport file : files.subList(0, shown)) {
      item(file.name(), words.passedOver(file), words.text("passed-over.do"));
    }
    more(files.size() - shown);
    out.append('\n');
  }

  private void gaps() {
    if (result.gaps().isEmpty()) {
      return;
    }
    heading(words.text("day.gaps") + " " + result.gaps().size());
    int shown = Math.min(BAD_SHOWN, result.gaps().size());
    for (Gap gap : result.gaps().subList(0, shown)) {
      item(gap.account(), words.gap(gap), words.text(gap.hasDays() ? "gap.do" : "gap.same.do"));
    }
    more(result.gaps().size() - shown);
    out.append('\n');
  }

  private void unordered() {
    if (result.unordered().isEmpty()) {
      return;
    }
    heading(words.text("day.unordered") + " " + result.unordered().size());
    int shown = Math.min(BAD_SHOWN, result.unordered().size());
    for (Unordered row : result.unordered().subList(0, shown)) {
      item(words.where(row), words.unordered(row), words.text("unordered.do"));
    }
    more(result.unordered().size() - shown);
    out.append('\n');
  }

  private void more(long count) {
    if (count > 0) {
      line(words.text("day.more", Words.count(count)), DIM);
    }
  }

  private void badRows() {
    List<BadRow> rows = result.badRows();
    long all = result.files().stream().mapToLong(FileReport::badRows).sum();
    all = Math.max(all, rows.size());
    if (all == 0) {
      return;
    }
    heading(words.text("day.bad-rows") + " " + Words.count(all));
    int shown = Math.min(BAD_SHOWN, rows.size());
    for (BadRow row : rows.subList(0, shown)) {
      String key = "row." + row.problem();
      item(
          words.place(row),
          words.text(key) + (row.value().isEmpty() ? "" : ": " + row.value()),
          words.text(key + ".do"));
    }
    more(all - shown);
    out.append('\n');
  }

  private void item(String name, String problem, String remedy) {
    line(Grid.safe(name), BOLD);
    Grid.wrapped(Grid.safe(problem), width - 6).forEach(text -> line("    " + text, YELLOW));
    Grid.wrapped(remedy, width - 6).forEach(text -> line("    " + text, ""));
  }

  private void where(@Nullable Path folder) {
    if (folder == null) {
      return;
    }
    heading(words.text("day.files"));
    line("report.html  " + folder.resolve("report.html"), "");
    line("discrepancies.csv  .jsonl  .xlsx  matches.csv  .parquet  proof.json", "");
    line(words.text("day.explain"), DIM);
  }

  private void heading(String text) {
    out.append(coloured(text, BOLD)).append('\n');
  }

  private void line(String text, String style) {
    out.append("  ").append(coloured(text, style)).append('\n');
  }

  private String coloured(String text, String style) {
    return colour && !style.isEmpty() ? "\u001B[" + style + "m" + text + "\u001B[0m" : text;
  }
}
