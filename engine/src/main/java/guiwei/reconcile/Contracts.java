package guiwei.reconcile;

import guiwei.table.BadRow;
import guiwei.table.Names;
import guiwei.table.Row;
import guiwei.table.RowSink;
import guiwei.table.Text;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.LongStream;

/// The rate that each account pays, learnt from all rows of live files, and the rows that break it.
///
/// Which rows they are depends on what the files say and not on who reads what first: a file whose
/// first rows promised another rate than all rows together is read once more. An account without
/// one clear rate raises no suspicion.
final class Contracts {
  /// Fewer samples teach nothing.
  private static final int ENOUGH = 20;

  private static final int FEW = 3;

  /// So many payments must have had one and the same fee before it is the least there is, and
  /// four of five of those that paid more than the rate makes.
  private static final int ENOUGH_LEAST = 10;

  private static final int LEAST_PERCENT = 80;

  private final Map<Integer, Long> rates = new HashMap<>();

  /// The least fee of an account, in thousandths of a minor unit.
  private final Map<Integer, Long> least = new HashMap<>();

  /// Locators of the payments whose fee is another, sorted.
  private long[] odd = new long[0];

  private Contracts() {}

  /// @param dead by file number: whether its rows count nowhere
  static Contracts of(Crew crew, Intake intake, Names accounts, boolean[] dead) {
    List<FileNotes> notes =
        crew.clerks().stream()
            .flatMap(clerk -> clerk.files().stream())
            .filter(file -> !dead[file.file])
            .toList();
    Contracts contracts = new Contracts();
    contracts.learn(notes);
    contracts.learnLeast(notes);
    contracts.odd = contracts.odd(notes, crew, intake, accounts);
    return contracts;
  }

  private void learn(List<FileNotes> notes) {
    Map<Integer, Contract.Account> all = new HashMap<>();
    for (FileNotes file : notes) {
      file.contract
          .accounts()
          .forEach(
              (number, seen) -> all.computeIfAbsent(number, n -> new Contract.Account()).add(seen));
    }
    all.forEach(
        (number, account) -> {
          long rate = account.clear();
          if (rate >= 0 && account.samples() >= ENOUGH) {
            rates.put(number, rate);
          } else if (account.samples() < ENOUGH && account.together() >= 0) {
            // a few large payments are better witnesses: fees of small ones are mostly rounding
            boolean denied = account.samples() >= FEW && rate != account.together();
            if (!denied) {
              rates.put(number, account.together());
            }
          }
        });
  }

  /// Some never take less than a fixed fee, whatever the rate makes of a small payment.
  private void learnLeast(List<FileNotes> notes) {
    rates.forEach(
        (number, rate) -> {
          Map<Long, Integer> fees = new HashMap<>();
          for (FileNotes file : notes) {
            Contract.Account account = file.contract.accounts().get(number);
            if (account != null) {
              account.flat(rate, fees);
            }
          }
          int all = fees.values().stream().mapToInt(Integer::intValue).sum();
          fees.forEach(
              (fee, count) -> {
                if (count >= ENOUGH_LEAST && count * 100L >= (long) all * LEAST_PERCENT) {
                  least.put(number, fee);
                }
              });
        });
  }

  private long[] odd(List<FileNotes> notes, Crew crew, Intake intake, Names accounts) {
    TreeSet<Integer> unclear = new TreeSet<>();
    for (FileNotes file : notes) {
      file.contract
          .accounts()
          .forEach(
              (number, seen) -> {
                if (rates.containsKey(number) && !seen.knows(rates.get(number))) {
                  unclear.add(file.file);
                }
              });
    }
    LongStream.Builder found = LongStream.builder();
    for (FileNotes file : notes) {
      if (!unclear.contains(file.file)) {
        file.contract
            .accounts()
            .forEach(
                (number, seen) -> {
                  if (rates.containsKey(number)) {
                    seen.odd(rates.get(number), leastMilli(number)).forEach(found::add);
                  }
                });
      }
    }
    List<Again> again = unclear.stream().map(file -> new Again(accounts.cache())).toList();
    List<Integer> files = List.copyOf(unclear);
    List<Crew.Task> tasks = new java.util.ArrayList<>();
    for (int i = 0; i < again.size(); i++) {
      Intake.Entry entry = intake.entries().get(files.get(i));
      Again sink = again.get(i);
      tasks.add(clerk -> entry.readAgain(sink));
    }
    crew.run(tasks);
    again.forEach(sink -> sink.found.build().forEach(found::add));
    return found.build().sorted().toArray();
  }

  /// Looks through a file once more for rows that break the rate of their account.
  private final class Again implements RowSink {
    private final Names.Cache accounts;
    private final LongStream.Builder found = LongStream.builder();

    Again(Names.Cache accounts) {
      this.accounts = accounts;
    }

    @Override
    public void row(Row row) {
      if (Contract.concerns(row)) {
        int account = accounts.of(row, Text.ACCOUNT);
        long rate = rate(account);
        if (rate >= 0 && Contract.differs(row, rate, leastMilli(account))) {
          found.add(row.locator);
        }
      }
    }

    @Override
    public void bad(BadRow row) {
      // told at the first reading
    }
  }

  /// What the account of this number pays in millionths, or -1 where that is not clear.
  long rate(int account) {
    return rates.getOrDefault(account, -1L);
  }

  /// The least that is taken of an account, in thousandths of a minor unit; 0 if nothing is.
  long leastMilli(int account) {
    return least.getOrDefault(account, 0L);
  }

  /// Whether any payment paid another fee than its account does.
  boolean broken() {
    return odd.length > 0;
  }

  /// Whether the payment at this locator paid another fee than its account does.
  boolean breaks(long locator) {
    return Arrays.binarySearch(odd, locator) >= 0;
  }
}
