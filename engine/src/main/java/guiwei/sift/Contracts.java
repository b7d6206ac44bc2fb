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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

  /// Of fewer payments each is looked at.
  private static final int MANY = 200;

  private static final int FEW = 3;

  private final Map<Long, Tariff> tariffs = new HashMap<>();

  /// For rows that name no account, whose lists may be of several channels: what a list tells by
  /// itself, where all of them together tell nothing, several shares, or what it denies.
  private final Map<OfFile, Tariff> tariffsOfFiles = new HashMap<>();

  /// Lists of which most payments deny what all tell together.
  private final Set<OfFile> contrary = new HashSet<>();

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
    put(tariffs, key, tariff(of(key, notes)));
    if (Contract.isNameless(key)) {
      notes.stream()
          .collect(Collectors.groupingBy(file -> file.file))
          .forEach((file, its) -> ofFile(new OfFile(file, key), of(key, its)));
    }
  }

  private void ofFile(OfFile file, List<Contract.Account> seen) {
    put(tariffsOfFiles, file, tariff(seen));
    Tariff joint = tariffs.get(file.key);
    if (joint != null) {
      long rows = seen.stream().mapToLong(Contract.Account::rows).sum();
      long odd = seen.stream().mapToLong(account -> account.odd(joint).count()).sum();
      if (odd * 2 > rows) {
        contrary.add(file);
      }
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

  /// Some take a fixed sum beside a share, or a least fee of most payments. Of few payments the
  /// small ones tell the share too.
  private static @Nullable Tariff fitted(List<Contract.Account> seen) {
    List<Tariff.Fee> fees = new ArrayList<>();
    boolean all = seen.stream().allMatch(account -> account.all(fees));
    if (!all) {
      return null;
    }
    Tariff fitted = Tariff.of(fees);
    if (fitted != null || fees.size() >= MANY) {
      return fitted;
    }
    Tariff few = Tariff.ofFew(fees);
    return few == null ? null : bounded(few, seen);
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
    OfFile its = new OfFile(file, key);
    Tariff joint = contrary.contains(its) ? null : tariffs.get(key);
    Tariff own = tariffsOfFiles.get(its);
    return joint == null || (own != null && joint.isMixed()) ? own : joint;
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
