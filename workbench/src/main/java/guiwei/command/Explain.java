package guiwei.command;

import guiwei.outcome.Kind;
import guiwei.report.Words;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// `guiwei explain ID`: why a receipt, an order or a discrepancy is where the last run put it.
final class Explain {
  private static final Pattern LETTERS = Pattern.compile("[A-Za-z0-9]+");
  private static final Pattern HARMLESS = Pattern.compile("'(?='*[=+\\-@\t\r\n＝＋－＠])");

  private final String id;

  /// The longest part of the name that is written the same way in every file.
  private final String part;

  private final Path folder;
  private final Terminal terminal;
  private final Words words;
  private boolean found;

  private Explain(String id, Path folder, Terminal terminal) {
    this.id = id;
    this.part =
        LETTERS
            .matcher(id)
            .results()
            .map(MatchResult::group)
            .max(Comparator.comparingInt(String::length))
            .orElse("");
    this.folder = folder;
    this.terminal = terminal;
    this.words = Run.words(terminal);
  }

  static int run(Arguments arguments, Terminal terminal) throws IOException, Misuse {
    Path folder = Reconciling.folder(arguments, "guiwei-out");
    if (!Files.exists(folder.resolve("discrepancies.jsonl"))) {
      throw new Misuse("misuse.no-results", folder.toString());
    }
    String id = arguments.rest().getFirst().strip();
    if (id.isEmpty()) {
      throw new Misuse("misuse.missing.explain");
    }
    var explain = new Explain(id, folder, terminal);
    explain.discrepancies();
    explain.matches();
    if (!explain.found) {
      throw new Misuse("misuse.not-found", explain.id, folder.toString());
    }
    return Exit.CLEAN;
  }

  private void discrepancies() throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(folder.resolve("discrepancies.jsonl"))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.contains(part)) {
          Told told = Told.of(line);
          if (told.names(id)) {
            print(told);
          }
        }
      }
    }
  }

  private void print(Told told) {
    found = true;
    terminal.print(
        told.text("id")
            + "  "
            + words.kind(Kind.valueOf(told.text("kind")))
            + "  "
            + Words.money(Long.parseLong(told.text("amount_minor")), told.text("currency"))
            + "  "
            + phrase(
                "explain.probability", Words.share(Double.parseDouble(told.text("probability")))));
    terminal.print("  " + told.text("reason_" + words.language()));
    terminal.print("  " + words.text("kind." + told.text("kind") + ".do"));
    for (Told row : told.rows()) {
      terminal.print(
          "    "
              + String.join(
                  "  ",
                  words.role(row.text("role")),
                  row.text("id"),
                  row.text("time"),
                  Words.money(Long.parseLong(row.text("amount_minor")), row.text("currency")),
                  row.text("place")));
    }
    terminal.print("");
  }

  private void matches() throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(folder.resolve("matches.csv"))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.contains(part)) {
          match(cells(line));
        }
      }
    }
  }

  private void match(List<String> cells) {
    List<String> receipts = values(cells.get(3));
    List<String> orders = values(cells.get(4));
    if (!cells.getFirst().equals(id) && !receipts.contains(id) && !orders.contains(id)) {
      return;
    }
    found = true;
    terminal.print(
        cells.get(0)
            + "  "
            + phrase("explain.matched", words.rule(cells.get(1)), cells.get(1))
            + "  "
            + Words.money(Long.parseLong(cells.get(5)), cells.get(6)));
    terminal.print("  " + phrase("explain.answer." + cells.get(2).replace(' ', '-')));
    terminal.print("  " + phrase("explain.receipts", String.join("  ", receipts)));
    terminal.print("  " + phrase("explain.orders", String.join("  ", orders)));
    terminal.print("");
  }

  /// The exact texts of a cell of several values.
  private static List<String> values(String cell) {
    return Arrays.stream(cell.split(";", -1))
        .map(value -> HARMLESS.matcher(value).lookingAt() ? value.substring(1) : value)
        .map(value -> value.replace("%3B", ";"))
        .toList();
  }

  private String phrase(String key, String... values) {
    return terminal.phrases().say(key, values);
  }

  /// The cells of a line of CSV as we write it.
  static List<String> cells(String line) {
    var cells = new ArrayList<String>();
    var cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        boolean twice = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
        if (twice) {
          cell.append(c);
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
