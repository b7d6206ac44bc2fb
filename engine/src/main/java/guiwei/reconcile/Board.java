package guiwei.reconcile;

import guiwei.order.Order;
import guiwei.outcome.Discrepancy;
import guiwei.outcome.Match;
import guiwei.outcome.Place;
import guiwei.outcome.Settings;
import guiwei.outcome.Unordered;
import guiwei.sift.Coverage;
import guiwei.sift.Directory;
import guiwei.sift.Learnt;
import guiwei.sift.Rest;
import guiwei.sift.Sums;
import guiwei.sift.TillLessons;
import guiwei.statement.StatementLine;
import guiwei.table.Book;
import guiwei.table.Hash;
import guiwei.table.LineKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Everything of stage 2 on one table: orders and lines of the rest in an order that their
/// content alone decides, indexes over them, and the outcome as it grows. Passes take from here
/// and put here; whatever was put once cannot be put again.
final class Board {
  final Settings settings;
  final long horizon;
  final Telling telling;
  final Coverage coverage;
  final TillLessons tillLessons;

  /// What each account's trades come to per day.
  final Sums nets;

  final List<Due> dues = new ArrayList<>();
  final List<Paid> lines = new ArrayList<>();
  final Map<String, Due> dueByNumber = new HashMap<>();

  /// What else calls an order, see [Links].
  final Papers papers = new Papers();

  final Map<String, List<Paid>> linesById = new HashMap<>();
  final Map<Long, List<Paid>> paymentsByAmount = new HashMap<>();
  final Map<String, List<Paid>> linesByTerminal = new HashMap<>();
  private final Map<String, List<Paid>> transfersByName = new HashMap<>();
  final List<Match> matches = new ArrayList<>();
  final List<Discrepancy> discrepancies = new ArrayList<>();

  /// Receipts of days that no list of orders speaks of, by where they were taken.
  final Map<String, Unordered> unordered = new TreeMap<>();

  private final Directory directory;
  private final List<Due> open;
  private final List<Paid> loose;
  private @Nullable Unpaid unpaid;

  Board(Settings settings, Learnt learnt, Rest rest, Directory directory) {
    this.directory = directory;
    this.nets = learnt.nets();
    this.settings = settings;
    this.tillLessons = learnt.tills();
    this.horizon = learnt.horizon();
    this.telling = new Telling(learnt.someOrders());
    this.coverage = learnt.coverage();
    Promises.joined(rest.orders).stream()
        .sorted(
            Comparator.comparing((Order o) -> o.number)
                .thenComparingLong(o -> o.epochSecond)
                .thenComparingLong(o -> o.dueMinor)
                .thenComparing(o -> o.state)
                .thenComparingLong(o -> o.promisedMinor())
                .thenComparing(Board::wordsOf))
        .map(Due::new)
        .forEach(dues::add);
    rest.lines.stream()
        .sorted(
            Comparator.comparingLong((StatementLine l) -> l.epochSecond)
                .thenComparing(l -> l.id)
                .thenComparing(l -> l.kind)
                .thenComparingLong(l -> l.amountMinor)
                .thenComparing(l -> l.book)
                .thenComparing(l -> l.account)
                .thenComparing(l -> l.reference)
                .thenComparing(Board::words, Comparator.reverseOrder()))
        .map(Paid::new)
        .forEach(lines::add);
    for (Paid paid : lines) {
      linesById.computeIfAbsent(paid.line.id, id -> new ArrayList<>(1)).add(paid);
      if (paid.isPayment()) {
        paymentsByAmount.computeIfAbsent(paid.amount(), a -> new ArrayList<>(1)).add(paid);
        if (paid.line.book == Book.BANK && !paid.line.payerName.isEmpty()) {
          transfersByName.computeIfAbsent(paid.line.payerName, n -> new ArrayList<>(1)).add(paid);
        }
      }
      if (!paid.line.terminal.isEmpty()) {
        linesByTerminal.computeIfAbsent(paid.line.terminal, t -> new ArrayList<>()).add(paid);
      }
    }
    forgetOwnNumbers();
    open = new ArrayList<>(dues);
    loose = new ArrayList<>(lines);
  }

  /// Takes what says once more what another line says out of all indexes.
  void forgetEchoes() {
    for (var index : List.of(linesById, linesByTerminal, transfersByName, paymentsByAmount)) {
      index.values().forEach(list -> list.removeIf(paid -> paid.place == Place.ECHO));
    }
    loose.removeIf(paid -> paid.place == Place.ECHO);
  }

  /// What may differ where two exports tell of one order; of two that last says more.
  private static String wordsOf(Order order) {
    return String.join(
        "\n",
        order.remark,
        order.customerName,
        order.customer,
        order.phone,
        order.store,
        order.terminal,
        order.channelWord,
        order.currencyCode());
  }

  /// The same of one line; the first of two counts, so they are turned round.
  private static String words(StatementLine line) {
    return String.join(
        "\n",
        line.remark,
        line.payerName,
        line.payer,
        line.goods,
        line.type,
        line.original,
        line.store,
        line.terminal,
        line.trace,
        line.bank,
        line.state.name());
  }

  /// A terminal prints its number of each line in one column: on a refund some write the sale's
  /// there and others the refund's own, which names nothing.
  private void forgetOwnNumbers() {
    Set<String> told = new HashSet<>();
    for (Paid paid : lines) {
      if (paid.line.book == Book.JOURNAL && !paid.isBack()) {
        told.add(paid.line.id);
        told.add(paid.line.trace);
        if (paid.line.kind != LineKind.PREAUTH_DONE) {
          told.add(paid.line.original);
        }
      }
    }
    for (Paid paid : lines) {
      boolean mayName = paid.isBack() || paid.line.kind == LineKind.PREAUTH_DONE;
      if (mayName && paid.line.book == Book.JOURNAL && !told.contains(paid.line.original)) {
        paid.original = "";
      }
    }
  }

  /// Whether the till or account that took the money is one of the order's store, as far as is
  /// known.
  boolean mayServe(Paid paid, Due due) {
    String till = directory.storeOf(paid.line.terminal);
    return (till.isEmpty() || due.order.store.isEmpty() || till.equals(due.order.store))
        && directory.serves(paid.line.channel, Tills.account(paid), due.order.store);
  }

  /// Transfers that this name paid.
  List<Paid> transfersOf(String payerName) {
    return transfersByName.getOrDefault(payerName, List.of());
  }

  /// Lines without a place that brought money in.
  List<Paid> loosePayments() {
    loose.removeIf(Paid::placed);
    return loose.stream().filter(p -> p.isPayment() && p.happened()).toList();
  }

  /// Orders without a place.
  List<Due> openDues() {
    open.removeIf(Due::placed);
    return List.copyOf(open);
  }

  /// Orders that no payment names at this moment.
  Unpaid unpaid() {
    Unpaid now = unpaid;
    if (now == null) {
      now = new Unpaid(this);
      unpaid = now;
    }
    now.refresh();
    return now;
  }

  /// What the order's customer is called; a number is no name.
  Set<String> namesOf(Due due) {
    return Stream.of(
            due.order.customerName, directory.nameOf(due.order.customer), due.order.customer)
        .filter(name -> name.length() > 1 && name.chars().anyMatch(c -> c > 0x7f || c == ' '))
        .collect(Collectors.toSet());
  }

  /// Orders that no payment names. All of them but those of [TillLessons] are here, whereas of the
  /// others only some are: what is measured on orders is measured on these.
  List<Due> silent() {
    return dues.stream().filter(d -> d.payments.isEmpty()).toList();
  }

  void put(Paid paid, Place place) {
    if (paid.place != null) {
      throw new IllegalStateException(
          "a line has two places: " + paid.line.id + " " + paid.place + " and " + place);
    }
    paid.place = place;
  }

  void put(Due due, Place place) {
    if (due.place != null) {
      throw new IllegalStateException(
          "an order has two places: " + due.order.number + " " + due.place + " and " + place);
    }
    due.place = place;
  }

  /// Matches these lines and orders; each gets its place.
  void match(String rule, String answer, List<Paid> paids, List<Due> matched) {
    List<Paid> all = new ArrayList<>(paids);
    matched.forEach(d -> all.addAll(d.companions));
    all.forEach(p -> put(p, Place.MATCHED));
    matched.forEach(
        d -> {
          put(d, Place.MATCHED);
          d.paidBy = paids.isEmpty() ? null : paids.getFirst();
          d.receivedMinor = matched.size() > 1 ? d.due() : net(paids);
        });
    if (answer.equals("unique")) {
      paids.forEach(p -> p.pays = matched);
    }
    addMatch(rule, answer, all, matched);
  }

  /// Matches these lines and orders although rivals fit as well: all are listed and none of the
  /// rivals is picked, but none of them is missing its money for sure either.
  void undecided(String rule, String answer, List<Paid> paids, List<Due> sure, List<Due> rivals) {
    paids.forEach(p -> put(p, Place.MATCHED));
    sure.forEach(d -> put(d, Place.MATCHED));
    rivals.forEach(d -> d.excused = true);
    List<Due> listed = new ArrayList<>(sure);
    listed.addAll(rivals);
    addMatch(rule, answer, paids, listed);
  }

  private static long net(List<Paid> paids) {
    return paids.stream()
        .filter(Paid::isPayment)
        .mapToLong(p -> p.amount() - p.givenBackMinor)
        .sum();
  }

  /// Matches further parts of an order that has its place.
  void matchRest(String rule, List<Paid> paids, Due due) {
    paids.forEach(p -> put(p, Place.MATCHED));
    paids.forEach(p -> p.pays = List.of(due));
    addMatch(rule, "unique", paids, List.of(due));
  }

  private void addMatch(String rule, String answer, List<Paid> paids, List<Due> matched) {
    List<String> receipts = ids(paids);
    List<String> orders = matched.stream().map(d -> d.order.number).sorted().toList();
    long amount = paids.stream().mapToLong(Paid::amount).sum();
    String currency =
        paids.isEmpty()
            ? matched.getFirst().order.currencyCode()
            : paids.getFirst().line.currencyCode();
    matches.add(
        new Match(
            identity("m", rule, receipts, orders),
            rule,
            answer,
            receipts,
            orders,
            amount,
            currency));
  }

  static List<String> ids(List<Paid> paids) {
    return paids.stream().map(p -> p.line.id).toList();
  }

  /// A name for facts that is the same in every run over the same facts.
  static String identity(String prefix, String what, List<String> receipts, List<String> orders) {
    long hash = Hash.of(what);
    for (String receipt : sorted(receipts)) {
      hash = Hash.mix(hash, Hash.of(receipt));
    }
    for (String order : sorted(orders)) {
      hash = Hash.mix(hash, Hash.of("#" + order));
    }
    return prefix + HexFormat.of().toHexDigits(hash);
  }

  private static List<String> sorted(List<String> texts) {
    return texts.size() < 2 ? texts : texts.stream().sorted().toList();
  }

  /// Adds a finished discrepancy; places are the caller's business.
  void report(Finding finding) {
    discrepancies.add(finding.toDiscrepancy());
  }

  /// The order that this plain number names, or null.
  @Nullable Due named(String plainNumber) {
    return dueByNumber.get(plainNumber);
  }

  /// The order that this plain number means, its own or that of its paper; or null.
  @Nullable Due meant(String plainNumber) {
    Due due = dueByNumber.get(plainNumber);
    return due == null ? papers.of(plainNumber) : due;
  }

  static String join(List<String> values) {
    return values.stream().collect(Collectors.joining(", "));
  }
}
