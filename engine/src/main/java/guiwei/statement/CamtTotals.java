package guiwei.statement;

import static guiwei.statement.CamtField.*;

import guiwei.table.BadRow;
import guiwei.table.RefusedFile;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What one statement declares of itself, and what its entries add up to.
final class CamtTotals {
  private static final int MAX_BALANCES = 1000;

  /// One balance in minor units, signed.
  ///
  /// @param day as the statement writes it
  private record Balance(String code, String currency, long minor, String day) {
    boolean is(String otherCode, String otherCurrency) {
      return code.equals(otherCode) && currency.equals(otherCurrency);
    }
  }

  /// What the entries of one currency add up to.
  private static final class Sums {
    long credits;
    long debits;
    long booked;
  }

  private final Monies monies;
  private final Checks checks;
  private final Map<CamtField, String> said = new EnumMap<>(CamtField.class);
  private final List<Balance> balances = new ArrayList<>();
  private final Map<String, Sums> sums = new TreeMap<>();
  private long entries;
  private long movements;
  private long creditEntries;
  private long debitEntries;

  CamtTotals(Monies monies, Checks checks) {
    this.monies = monies;
    this.checks = checks;
  }

  void begin() {
    said.clear();
    balances.clear();
    sums.clear();
    entries = 0;
    movements = 0;
    creditEntries = 0;
    debitEntries = 0;
  }

  void say(CamtField field, String value) {
    said.put(field, value);
  }

  String said(CamtField field) {
    return said.getOrDefault(field, "");
  }

  /// An entry was read.
  void entry(String currency, long minor, boolean booked, int rows) throws RefusedFile {
    if (sums.size() > MAX_BALANCES) {
      throw new RefusedFile(RefusedFile.Problem.BROKEN, "entries in too many currencies");
    }
    Sums sum = sums.computeIfAbsent(currency, _ -> new Sums());
    entries++;
    movements += rows;
    if (minor >= 0) {
      creditEntries++;
      sum.credits = Math.addExact(sum.credits, minor);
    } else {
      debitEntries++;
      sum.debits = Math.addExact(sum.debits, -minor);
    }
    sum.booked = booked ? Math.addExact(sum.booked, minor) : sum.booked;
  }

  /// A `Bal` is complete.
  void balance() throws RefusedFile {
    String[] amount = said(BALANCE_AMOUNT).split(" ", 2);
    long minor = monies.currency(amount[0]) == 0 ? Monies.UNREADABLE : monies.unsigned(amount[1]);
    if (minor == Monies.UNREADABLE || balances.size() >= MAX_BALANCES) {
      throw new RefusedFile(
          RefusedFile.Problem.BROKEN,
          "balance "
              + said(BALANCE_CODE)
              + " of "
              + name()
              + ": "
              + BadRow.Problem.AMOUNT
              + " "
              + said(BALANCE_AMOUNT));
    }
    boolean debit = said(BALANCE_SIGN).equals("DBIT");
    balances.add(
        new Balance(said(BALANCE_CODE), amount[0], debit ? -minor : minor, said(BALANCE_DAY)));
    said.remove(BALANCE_DAY);
    said.remove(BALANCE_CODE);
    said.remove(BALANCE_AMOUNT);
    said.remove(BALANCE_SIGN);
  }

  String name() {
    return "statement " + said(STATEMENT_ID);
  }

  /// Compares at the end of the statement.
  void end() throws RefusedFile {
    checkBalances();
    checkCount("entries", TOTAL_COUNT, entries);
    checkCount("credit entries", CREDIT_COUNT, creditEntries);
    checkCount("debit entries", DEBIT_COUNT, debitEntries);
    if (sums.size() <= 1) {
      // sums are written without a currency: they mean something only where there is just one
      checkSums();
    }
  }

  private void checkBalances() {
    balances.stream().map(Balance::currency).distinct().forEach(this::checkBalances);
  }

  private void checkBalances(String currency) {
    int opening = first(currency, List.of("OPBD", "PRCD", "ITBD"));
    int closing = last(currency, List.of("CLBD", "ITBD"), opening);
    if (opening < 0 || closing < 0) {
      return;
    }
    Balance end = balances.get(closing);
    Sums sum = sums.getOrDefault(currency, new Sums());
    monies.currency(currency);
    checks.amount(
        name() + ": " + end.code + " " + currency,
        end.minor,
        Math.addExact(balances.get(opening).minor, sum.booked),
        monies.digits());
  }

  /// Shows the balances that the statement stands between, currency by currency.
  void periods(Postings postings) {
    balances.stream().map(Balance::currency).distinct().forEach(c -> period(c, postings));
  }

  private void period(String currency, Postings postings) {
    int opening = first(currency, List.of("OPBD", "PRCD"));
    int closing = last(currency, List.of("CLBD"), opening);
    if (opening >= 0 && closing >= 0) {
      Balance start = balances.get(opening);
      Balance end = balances.get(closing);
      postings.period(
          said(ACCOUNT),
          monies.currency(currency),
          BankMoments.day(start.day),
          BankMoments.day(end.day),
          start.minor,
          end.minor);
    }
  }

  /// Where the first balance of the first of these codes stands, or -1.
  private int first(String currency, List<String> codes) {
    for (String code : codes) {
      for (int i = 0; i < balances.size(); i++) {
        if (balances.get(i).is(code, currency)) {
          return i;
        }
      }
    }
    return -1;
  }

  private int last(String currency, List<String> codes, int except) {
    for (String code : codes) {
      for (int i = balances.size() - 1; i >= 0; i--) {
        if (i != except && balances.get(i).is(code, currency)) {
          return i;
        }
      }
    }
    return -1;
  }

  /// Some banks count the details of batches instead of the entries: either figure will do.
  private void checkCount(String what, CamtField field, long found) throws RefusedFile {
    if (said(field).isEmpty()) {
      return;
    }
    long declared = monies.whole(said(field));
    if (declared < 0) {
      throw new RefusedFile(
          RefusedFile.Problem.BROKEN, name() + ": number of " + what + " is " + said(field));
    }
    boolean details = field == TOTAL_COUNT && declared == movements;
    checks.count(name() + ": number of " + what, declared, details ? declared : found);
  }

  private void checkSums() throws RefusedFile {
    String currency = sums.isEmpty() ? balanceCurrency() : sums.keySet().iterator().next();
    Sums sum = sums.getOrDefault(currency, new Sums());
    monies.currency(currency);
    checkSum("sum of entries", TOTAL_SUM, Math.addExact(sum.credits, sum.debits));
    checkSum("sum of credits", CREDIT_SUM, sum.credits);
    checkSum("sum of debits", DEBIT_SUM, sum.debits);
    long net = sum.credits - sum.debits;
    boolean signed = !said(TOTAL_NET_SIGN).isEmpty();
    boolean debit = said(TOTAL_NET_SIGN).equals("DBIT");
    checkSum("net of entries", TOTAL_NET, signed && debit ? -net : signed ? net : Math.abs(net));
  }

  private String balanceCurrency() {
    return balances.isEmpty() ? "CNY" : balances.getFirst().currency;
  }

  private void checkSum(String what, CamtField field, long found) throws RefusedFile {
    String text = said(field);
    if (text.isEmpty()) {
      return;
    }
    long declared = monies.signed(text.substring(text.indexOf(' ') + 1));
    if (declared == Monies.UNREADABLE) {
      throw new RefusedFile(RefusedFile.Problem.BROKEN, name() + ": " + what + " is " + text);
    }
    checks.amount(name() + ": " + what, declared, found, monies.digits());
  }
}
