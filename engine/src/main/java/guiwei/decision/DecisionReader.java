package guiwei.decision;

import guiwei.decision.BadDecision.Problem;
import guiwei.decision.Decision.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Reads one file of decisions and holds each of them against those before it.
final class DecisionReader {
  private static final String VERDICT = "decision";
  private static final String RECEIPTS = "receipts";
  private static final String ORDERS = "orders";

  private final String file;
  private final List<Decision> all = new ArrayList<>();
  private final Set<List<Object>> said = new HashSet<>();

  /// By fact, which decision speaks of it.
  private final Map<Fact, Decision> joined = new HashMap<>();

  private final Map<Fact, Decision> accepted = new HashMap<>();
  private List<String> headings = List.of();

  private record Fact(String column, String number) {}

  DecisionReader(String file) {
    this.file = file;
  }

  Decisions read(String text) throws BadDecision {
    Csv csv = new Csv(file, text);
    Csv.Line head = csv.next();
    if (head != null) {
      headings = head.cells().stream().map(c -> c.strip().toLowerCase(Locale.ROOT)).toList();
    }
    if (!headings.contains(VERDICT)) {
      throw new BadDecision(file, 1, VERDICT, "", Problem.NO_HEADINGS, "");
    }
    for (Csv.Line line = csv.next(); line != null; line = csv.next()) {
      take(line);
    }
    return new Decisions(all);
  }

  /// A row without a decision decides nothing: a list of discrepancies of which a few are decided.
  private void take(Csv.Line line) throws BadDecision {
    if (line.cells().size() > headings.size()) {
      String surplus = line.cells().get(headings.size());
      throw new BadDecision(file, line.number(), "", surplus, Problem.CELLS, "");
    }
    String word = cell(line, VERDICT);
    if (word.isEmpty()) {
      return;
    }
    Verdict verdict = verdict(line, word);
    List<String> receipts = numbers(cell(line, RECEIPTS));
    List<String> orders = numbers(cell(line, ORDERS));
    Decision decision = new Decision(verdict, receipts, orders, line.number());
    if (says(decision)) {
      add(decision);
    } else {
      String value = cell(line, RECEIPTS);
      throw new BadDecision(file, line.number(), RECEIPTS, value, Problem.FACTS, "");
    }
  }

  /// Whether there are facts to decide on: to belong together takes a receipt and one more.
  private static boolean says(Decision decision) {
    int count = decision.receipts().size() + decision.orders().size();
    return decision.verdict() == Verdict.TOGETHER
        ? count > 1 && !decision.receipts().isEmpty()
        : count > 0;
  }

  private Verdict verdict(Csv.Line line, String word) throws BadDecision {
    String plain = word.toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    for (Verdict verdict : Verdict.values()) {
      if (verdict.word().equals(plain) || verdict.chinese().equals(word)) {
        return verdict;
      }
    }
    throw new BadDecision(file, line.number(), VERDICT, word, Problem.VERDICT, "");
  }

  private String cell(Csv.Line line, String heading) {
    int index = headings.indexOf(heading);
    return index < 0 || index >= line.cells().size() ? "" : line.cells().get(index).strip();
  }

  /// Numbers joined by `;`, as `discrepancies.csv` writes them.
  private static List<String> numbers(String cell) {
    List<String> numbers = new ArrayList<>();
    for (String number : unguarded(cell).split("[;；]", -1)) {
      String plain = number.strip().replace("%3B", ";").replace("%3b", ";");
      if (!plain.isEmpty()) {
        numbers.add(plain);
      }
    }
    return numbers;
  }

  /// Without the apostrophe that keeps a spreadsheet from running a text as a formula.
  private static String unguarded(String cell) {
    boolean guarded =
        cell.length() > 1 && cell.charAt(0) == '\'' && "=+-@＝＋－＠".indexOf(cell.charAt(1)) >= 0;
    return guarded ? cell.substring(1) : cell;
  }

  private void add(Decision decision) throws BadDecision {
    if (!said.add(List.of(decision.verdict(), decision.receipts(), decision.orders()))) {
      return;
    }
    boolean joins = decision.verdict() == Verdict.TOGETHER;
    for (Fact fact : facts(decision)) {
      Decision other = joined.get(fact);
      other = other == null && joins ? accepted.get(fact) : other;
      if (other != null) {
        throw new BadDecision(
            file,
            decision.line(),
            fact.column,
            fact.number,
            Problem.CONTRADICTION,
            "" + other.line());
      }
    }
    facts(decision).forEach(fact -> (joins ? joined : accepted).put(fact, decision));
    all.add(decision);
  }

  /// The facts whose place a decision claims: an order that a receipt is wrongly booked on stays
  /// free for the receipts that belong to it.
  private static List<Fact> facts(Decision decision) {
    List<Fact> facts = new ArrayList<>();
    decision.receipts().forEach(receipt -> facts.add(new Fact(RECEIPTS, receipt)));
    if (decision.verdict() == Verdict.TOGETHER || facts.isEmpty()) {
      decision.orders().forEach(order -> facts.add(new Fact(ORDERS, order)));
    }
    return facts;
  }
}
