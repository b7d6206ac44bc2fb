package guiwei.reconcile;

import guiwei.outcome.Discrepancy;
import guiwei.outcome.Match;
import guiwei.outcome.Place;
import guiwei.outcome.ProofBuilder;
import guiwei.outcome.Result;
import guiwei.outcome.Settings;
import guiwei.outcome.Unordered;
import guiwei.sift.Crew;
import guiwei.sift.Directory;
import guiwei.sift.Learnt;
import guiwei.sift.Sifting;
import guiwei.statement.StatementLine;
import guiwei.table.Locator;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Stage 2: what is not plainly clean goes through a short ordered list of passes. Each pass
/// settles what it can prove and leaves the rest to the next; the last one names what is left
/// over.
final class Thinking {
  private final Board board;
  private final Directory directory;
  private final Decided decided;

  private final Learnt learnt;
  private final Crew crew;

  Thinking(Settings settings, Sifting sifting) {
    crew = sifting.crew();
    learnt = sifting.learnt();
    directory = sifting.directory();
    board = new Board(settings, learnt, sifting.rest(), directory);
    decided = new Decided(board, settings.decisions());
  }

  Thinking think() {
    crew.each(board.lines, Paid::numbers);
    new Repeats(board, learnt.slips()).run();
    new Batches(board).run();
    new Echoes(board, learnt.accounts()).run();
    decided.join();
    Ours ours = new Ours(board, directory, crew);
    Links links = new Links(board, directory, learnt.wrapping());
    new BankWords(board, directory, ours).run();
    new Payouts(board, learnt, directory).run();
    links.run();
    new DeviceStores(board, directory).run();
    new TillNames(board, directory).run();
    new Recharges(board, directory).run();
    new Backs(board).run();
    new Resubmitted(board).run();
    Homes homes = new Homes(board, directory);
    new ByNumber(board, homes).run();
    Acceptance acceptance = new Acceptance(board, homes);
    Crossing crossing = new Crossing(board, acceptance);
    crossing.named();
    Payers payers = new Payers(board, directory);
    payers.read(board.loosePayments(), crew);
    ByCustomer byCustomer = new ByCustomer(board, payers, acceptance);
    byCustomer.atTills();
    Tills tills = new Tills(board, directory, crew);
    tills.pairs();
    crossing.shares();
    new Deposits(board).run();
    new PaidTwice(board, directory).run();
    new Neighbours(board, homes, tills.rhythm(), tills.prices()).run();
    tills.stories();
    // what a story has taken stands in nobody's way any more
    new Neighbours(board, homes, tills.rhythm(), tills.prices()).run();
    HandIns handIns = new HandIns(board);
    handIns.cash();
    crossing.slips();
    Transfers transfers = new Transfers(board, payers, acceptance, ours, tills.prices());
    byCustomer.transfers();
    new Balances(board, payers, acceptance).run();
    transfers.byWords();
    new SecondLook(board, payers, acceptance).run();
    crossing.hints();
    transfers.byFigures();
    handIns.deposits();
    new TillBalances(board).run();
    new Leftovers(board, ours, learnt).run();
    new Fees(board, learnt).run();
    new Levels(board, learnt.funds()).run();
    decided.accept();
    return this;
  }

  List<Result.Decided> decided() {
    return decided.outcomes();
  }

  /// Receipts of days that no list of orders speaks of.
  List<Unordered> unordered() {
    return List.copyOf(board.unordered.values());
  }

  List<Match> matches() {
    return board.matches.stream().sorted(Comparator.comparing(Match::group)).toList();
  }

  List<Discrepancy> discrepancies() {
    return board.discrepancies.stream()
        .sorted(
            Comparator.comparingLong((Discrepancy d) -> -Math.abs(d.amountMinor()))
                .thenComparing(Discrepancy::id)
                .thenComparingDouble(d -> -d.probability()))
        .toList();
  }

  /// Matches of stage 2 per rule and currency.
  Map<String, Result.RuleCount> rules() {
    Map<String, Result.RuleCount> rules = new TreeMap<>();
    for (Match match : board.matches) {
      new Result.RuleCount(match.rule(), match.currency(), 1, match.amountMinor()).addTo(rules);
    }
    return rules;
  }

  /// Rows that stood in the run more than once, by file number.
  Map<Integer, Long> repeatsByFile() {
    Map<Integer, Long> repeats = new TreeMap<>(learnt.copies().byFile());
    for (Due due : board.dues) {
      if (due.place == Place.ECHO) {
        repeats.merge(Locator.file(due.order.locator), 1L, Long::sum);
      }
    }
    for (Paid paid : board.lines) {
      if (paid.place == Place.ECHO) {
        repeats.merge(Locator.file(paid.line.locator), 1L, Long::sum);
      }
    }
    return repeats;
  }

  /// Adds every line and order to the proof, each by its one place.
  void addTo(ProofBuilder proof) {
    for (Paid paid : board.lines) {
      Place place = placeOf(paid.place, paid.line.id);
      StatementLine line = paid.line;
      if (paid.isReceipt() && place != Place.APART && place != Place.ECHO) {
        proof.received(line.channel, line.account, line.currencyCode(), paid.amount(), place);
      } else if (paid.hasGoneBack() && place != Place.ECHO) {
        proof.givenBack(line.channel, line.account, line.currencyCode(), -paid.amount(), place);
      }
    }
    for (Due due : board.dues) {
      Place place = placeOf(due.place, due.order.number);
      if (place != Place.ECHO) {
        proof.expected(due.order.currencyCode(), due.due(), place);
      }
    }
    board.discrepancies.forEach(proof::found);
  }

  private static Place placeOf(@Nullable Place place, String number) {
    if (place == null) {
      throw new IllegalStateException("without a place: " + number);
    }
    return place;
  }
}
