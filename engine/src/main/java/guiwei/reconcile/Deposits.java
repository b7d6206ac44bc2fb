package guiwei.reconcile;

import guiwei.table.Book;
import guiwei.table.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the deposits that books tell beside the amount due: paid at the order's own store when it
/// was made. The rest comes later, by any road, and names the order, or its words name the card.
final class Deposits {
  /// Who orders pays the deposit at once.
  private static final int SOON_SECONDS = 3600;

  /// A payment that is this much nearer than the next one is meant.
  private static final int NEARER = 3;

  private static final int MINUTE = 60;
  private static final int TAIL = 4;
  private static final int UNIT = 100;
  private static final Pattern FIGURE = Pattern.compile("(?<![\\d.])(\\d{1,7})(?:\\.0+)?元");

  private static final Pattern TAILS =
      Pattern.compile("(尾款|余款)?[^，,；;]{0,6}?尾号\\D{0,2}(\\d{4})(?!\\d)");

  private final Board board;
  private final WrongSum wrongSum;
  private final Map<Due, List<Paid>> quoting = new HashMap<>();

  private record Pair(Due due, Paid paid, long apart) {}

  Deposits(Board board) {
    this.board = board;
    this.wrongSum = new WrongSum(board);
    for (Paid paid : board.loosePayments()) {
      Due hint = paid.hint;
      if (hint != null && paid.due == null) {
        quoting.computeIfAbsent(hint, d -> new ArrayList<>()).add(paid);
      }
    }
  }

  void run() {
    Map<Due, List<Pair>> byDue = new HashMap<>();
    Map<Paid, List<Pair>> byPaid = new HashMap<>();
    List<Pair> pairs = pairs();
    for (Pair pair : pairs) {
      byDue.computeIfAbsent(pair.due, d -> new ArrayList<>()).add(pair);
      byPaid.computeIfAbsent(pair.paid, p -> new ArrayList<>()).add(pair);
    }
    Set<Object> taken = new HashSet<>();
    List<Pair> found = new ArrayList<>();
    for (Pair pair : pairs) {
      boolean free = !taken.contains(pair.due) && !taken.contains(pair.paid);
      if (free
          && isNearest(pair, byDue.getOrDefault(pair.due, List.of()), taken)
          && isNearest(pair, byPaid.getOrDefault(pair.paid, List.of()), taken)) {
        taken.add(pair.due);
        taken.add(pair.paid);
        found.add(pair);
      }
    }
    found.stream()
        .sorted(Comparator.comparing(pair -> pair.due.order.number))
        .forEach(pair -> settle(pair.due, pair.paid));
    alike(pairs.stream().filter(p -> !p.due.placed() && !p.paid.placed()).toList());
  }

  /// As many deposits as orders that they may be of, without telling which is whose.
  private void alike(List<Pair> pairs) {
    Set<Pair> seen = new HashSet<>();
    for (Pair start : pairs) {
      if (!seen.add(start)) {
        continue;
      }
      Set<Due> dues = new LinkedHashSet<>(List.of(start.due));
      Set<Paid> paids = new LinkedHashSet<>(List.of(start.paid));
      for (int before = 0; before < dues.size() + paids.size(); ) {
        before = dues.size() + paids.size();
        for (Pair pair : pairs) {
          if (dues.contains(pair.due) || paids.contains(pair.paid)) {
            seen.add(pair);
            dues.add(pair.due);
            paids.add(pair.paid);
          }
        }
      }
      boolean running = dues.stream().noneMatch(d -> d.order.state == State.CANCELLED);
      if (dues.size() == paids.size() && dues.size() > 1 && running) {
        together(List.copyOf(dues), List.copyOf(paids));
      }
    }
  }

  private void together(List<Due> dues, List<Paid> paids) {
    board.match("part-payment", "several", paids, dues);
    for (Due due : dues) {
      due.receivedMinor = due.order.depositMinor;
      List<Paid> rest = rest(due, due.due() - due.order.depositMinor);
      rest.forEach(p -> Links.link(p, due));
      if (!rest.isEmpty()) {
        wrongSum.settle(due, rest);
      }
    }
  }

  /// What the order's words give up of the rest: `抹零优惠80元`.
  private static long waived(Due due, long missing) {
    String words = due.order.remark;
    if (!Wording.rounded(words) && !Wording.discount(words)) {
      return 0;
    }
    Matcher figure = FIGURE.matcher(words);
    long waived = figure.find() ? Long.parseLong(figure.group(1)) * UNIT : 0;
    return waived < missing ? waived : 0;
  }

  /// What quotes the order, or else the only payment of just the rest that its customer's name or
  /// its card speaks for.
  private List<Paid> rest(Due due, long missing) {
    List<Paid> quoted =
        quoting.getOrDefault(due, List.of()).stream().filter(p -> !p.placed()).toList();
    if (!quoted.isEmpty()) {
      return quoted;
    }
    List<Paid> card = byCard(due, missing);
    return card.isEmpty() ? byName(due, missing) : card;
  }

  private List<Paid> byName(Due due, long missing) {
    Set<String> names = board.namesOf(due);
    long waived = waived(due, missing);
    List<Paid> fits =
        board.paymentsByAmount.getOrDefault(missing - waived, List.of()).stream()
            .filter(p -> p.line.book == Book.BANK && !p.placed() && p.happened() && p.due == null)
            .filter(p -> p.hint == null && p.line.currency == due.order.currency)
            .filter(p -> p.latest() >= due.order.epochSecond)
            .filter(
                p ->
                    names.stream()
                        .anyMatch(n -> p.line.payerName.equals(n) || p.words().contains(n)))
            .toList();
    boolean wanted = board.unpaid().of(due.customer()).stream().anyMatch(d -> d.due() == missing);
    return fits.size() == 1 && !wanted ? fits : List.of();
  }

  /// Orders and payments of just their deposit, the nearest first.
  private List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    for (Due due : board.openDues()) {
      long deposit = due.order.depositMinor;
      boolean told = deposit > 0 && deposit < due.due() && due.payments.isEmpty();
      if (!told || !due.order.hasTime || due.order.dayOnly) {
        continue;
      }
      for (Paid paid : board.paymentsByAmount.getOrDefault(deposit, List.of())) {
        long apart = Math.abs(paid.second - due.order.epochSecond);
        if (apart <= SOON_SECONDS && mayPay(paid, due) && !isOtherCard(paid, due)) {
          pairs.add(new Pair(due, paid, apart));
        }
      }
    }
    pairs.sort(
        Comparator.comparing((Pair pair) -> !isItsCard(pair.paid, pair.due))
            .thenComparingLong(Pair::apart)
            .thenComparing(pair -> pair.due.order.number)
            .thenComparing(pair -> pair.paid.line.id));
    return pairs;
  }

  private boolean mayPay(Paid paid, Due due) {
    return !paid.placed()
        && paid.happened()
        && paid.due == null
        && paid.hint == null
        && paid.line.book != Book.BANK
        && !paid.line.dayOnly
        && paid.line.currency == due.order.currency
        && due.order.channel.fits(paid.line.channel)
        && board.mayServe(paid, due);
  }

  /// Whether none of the others that are still free comes near this one.
  private static boolean isNearest(Pair pair, List<Pair> others, Set<Object> taken) {
    return isItsCard(pair.paid, pair.due)
        || others.stream()
            .filter(o -> !o.equals(pair) && !taken.contains(o.due) && !taken.contains(o.paid))
            .allMatch(o -> o.apart > pair.apart * NEARER + MINUTE);
  }

  private void settle(Due due, Paid deposit) {
    long missing = due.due() - deposit.amount();
    List<Paid> rest = rest(due, missing);
    boolean whole = rest.stream().mapToLong(p -> p.amount() - p.givenBackMinor).sum() == missing;
    boolean cancelled = due.order.state == State.CANCELLED;
    if (cancelled && due.order.promisedMinor() == 0 && !isKept(due)) {
      return;
    }
    List<Paid> all = new ArrayList<>(List.of(deposit));
    if (!cancelled && whole) {
      all.addAll(rest);
    }
    deposit.due = due;
    deposit.backs.stream().filter(b -> !b.placed() && b.due == null).forEach(due.refunds::add);
    new Refunds(board).settle(all.size() > 1 ? "split" : "part-payment", due, all);
    if (!cancelled && !whole && !rest.isEmpty()) {
      rest.forEach(p -> Links.link(p, due));
      wrongSum.settle(due, rest);
    }
  }

  /// Whether words say that the deposit of a cancelled order stays with us.
  private static boolean isKept(Due due) {
    return due.order.remark.contains("不退");
  }

  /// The only payment at the order's store of just the rest, by a card that the order's words name.
  private List<Paid> byCard(Due due, long missing) {
    List<Paid> fits =
        board.paymentsByAmount.getOrDefault(missing, List.of()).stream()
            .filter(p -> mayPay(p, due) && p.line.epochSecond > due.order.epochSecond)
            .filter(p -> isItsCard(p, due))
            .toList();
    return fits.size() == 1 ? fits : List.of();
  }

  private static boolean isItsCard(Paid paid, Due due) {
    return !tail(paid).isEmpty() && tails(due, false).contains(tail(paid));
  }

  private static boolean isOtherCard(Paid paid, Due due) {
    Set<String> tails = tails(due, true);
    return !tail(paid).isEmpty() && !tails.isEmpty() && !tails.contains(tail(paid));
  }

  private static String tail(Paid paid) {
    String card = paid.line.payer;
    return card.length() < TAIL ? "" : card.substring(card.length() - TAIL);
  }

  /// The ends of card numbers that the order's words tell.
  ///
  /// @param first whether those are left out that paid the rest
  private static Set<String> tails(Due due, boolean first) {
    Set<String> tails = new HashSet<>();
    Matcher matcher = TAILS.matcher(due.order.remark);
    while (matcher.find()) {
      if (!first || matcher.group(1) == null) {
        tails.add(matcher.group(2));
      }
    }
    return tails;
  }
}
