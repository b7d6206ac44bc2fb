package guiwei.sift;

import guiwei.table.BadRow;
import guiwei.table.Locator;
import guiwei.table.Names;
import guiwei.table.Row;
import guiwei.table.RowSink;
import guiwei.table.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// The tariff of each account and currency, learnt from all rows of live files, and the rows that
/// break it.
///
/// Which rows they are depends on what the files say and not on who reads what first: a file whose
/// first rows promised another rate than all rows together is read once more. An account without
/// one clear tariff raises no suspicion.
public final class Contracts {
  /// Fewer samples teach nothing.
  private static final int ENOUGH = 20;

  private static final int FEW = 3;

  private final Map<Long, Tariff> tariffs = new HashMap<>();

  /// For rows that name no account where all such rows together tell no tariff: lists of several
  /// channels.
  private final Map<OfFile, Tariff> tariffsOfFiles = new HashMap<>();

  /// Locators of the payments whose fee is another, sorted.
  private long[] odd = new long[0];

  /// What a file tells of one account and currency.
  private record OfFile(int file, long key) {}

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
    contracts.odd = contracts.odd(notes, crew, intake, accounts);
    return contracts;
  }

  private void learn(List<FileNotes> notes) {
    notes.stream()
        .flatMap(file -> file.contract.accounts().keySet().stream())
        .distinct()
        .forEach(key -> learn(key, notes));
  }

  private void learn(long key, List<FileNotes> notes) {
    Tariff tariff = tariff(of(key, notes));
    put(tariffs, key, tariff);
    if (tariff == null && Contract.isNameless(key)) {
      notes.stream()
          .collect(Collectors.groupingBy(file -> file.file))
          .forEach((file, its) -> put(tariffsOfFiles, new OfFile(file, key), tariff(of(key, its))));
    }
  }

  private static <K> void put(Map<K, Tariff> tariffs, K key, @Nullable Tariff tariff) {
    if (tariff != null) {
      tariffs.put(key, tariff);
    }
  }

  /// What files teach of an account.
  private static List<Contract.Account> of(long key, List<FileNotes> notes) {
    return notes.stream()
        .map(file -> file.contract.accounts().get(key))
        .filter(Objects::nonNull)
        .toList();
  }

  /// The tariff that all these rows tell together, or null.
  private static @Nullable Tariff tariff(List<Contract.Account> seen) {
    Tariff share = share(seen);
    return share == null ? fitted(seen) : bounded(share, seen);
  }

  private static @Nullable Tariff share(List<Contract.Account> seen) {
    Contract.Account account = new Contract.Account();
    seen.forEach(account::add);
    long samples = account.samples();
    long rate = account.clear();
    if (rate >= 0 && samples >= ENOUGH) {
      return Tariff.share(rate).or(account.customs(rate));
    }
    // a few large payments are better witnesses: fees of small ones are mostly rounding
    long together = account.together();
    boolean denied = samples >= FEW && rate != together;
    return samples < ENOUGH && together >= 0 && !denied ? Tariff.share(together) : null;
  }

  /// Some take a fixed sum beside a share, or a least fee of most payments.
  private static @Nullable Tariff fitted(List<Contract.Account> seen) {
    List<Tariff.Fee> fees = new ArrayList<>();
    boolean all = seen.stream().allMatch(account -> account.all(fees));
    return all ? Tariff.of(fees) : null;
  }

  /// Some never take less than a least fee, whatever the share of a small payment is, or of some
  /// cards more than a most.
  private static Tariff bounded(Tariff tariff, List<Contract.Account> seen) {
    Flat more = new Flat();
    Flat less = new Flat();
    seen.forEach(account -> account.flat(tariff, more, less));
    return tariff.within(more.fee(), less.fee());
  }

  private long[] odd(List<FileNotes> notes, Crew crew, Intake intake, Names accounts) {
    TreeSet<Integer> unclear = new TreeSet<>();
    for (FileNotes file : notes) {
      file.contract
          .accounts()
          .forEach(
              (key, seen) -> {
                Tariff tariff = of(key, file.file);
                if (tariff != null && !seen.knows(tariff)) {
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
                (key, seen) -> {
                  Tariff tariff = of(key, file.file);
                  if (tariff != null) {
                    seen.odd(tariff).forEach(found::add);
                  }
                });
      }
    }
    List<Again> again = unclear.stream().map(file -> new Again(accounts.cache())).toList();
    List<Integer> files = List.copyOf(unclear);
    List<Crew.Task> tasks = new ArrayList<>();
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
        long key = Contract.key(accounts.of(row, Text.ACCOUNT), row.currency);
        Tariff tariff = of(key, Locator.file(row.locator));
        if (tariff != null && Contract.differs(row, tariff)) {
          found.add(row.locator);
        }
      }
    }

    @Override
    public void bad(BadRow row) {
      // told at the first reading
    }
  }

  /// What an account pays, or null where that is not clear.
  ///
  /// @param key of the account and the currency, see [Contract#key]
  /// @param file the number of the file that tells of the payment
  public @Nullable Tariff of(long key, int file) {
    Tariff tariff = tariffs.get(key);
    return tariff == null ? tariffsOfFiles.get(new OfFile(file, key)) : tariff;
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
