package guiwei.reconcile;

import guiwei.order.Order;
import guiwei.source.Source;
import guiwei.statement.StatementLine;
import guiwei.table.Channel;
import guiwei.table.Currencies;
import guiwei.table.Hash;
import guiwei.table.Layout;
import guiwei.table.Locator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reconciles statements and orders: every line and every order gets its place, and what is out
/// of place is named.
///
/// Stage 1 reads every file once and settles what is plainly clean without an object per row;
/// stage 2 thinks about the rest. The result is the same for any order of rows and files.
public final class Reconcile {
  /// The rule of the first two rounds of stage 1.
  static final String PLAIN = "order-number";

  /// The rule of the third: see [PlainTills].
  static final String AT_TILL = "till-amount-time";

  private static final long PLAIN_HASH = Hash.of(PLAIN);
  private static final long AT_TILL_HASH = Hash.of(AT_TILL);
  private static final long AT_TILL_BIT = 1L << 45;

  private static final long SWEEP_BYTES = 200L << 20;

  private final Settings settings;
  private final List<Layout> layouts;
  private final Progress progress;
  private final long inMemory;

  public Reconcile(Settings settings, List<Layout> layouts, Progress progress) {
    this(settings, layouts, progress, Shelf.IN_MEMORY);
  }

  /// @param inMemory how many bytes of rows stay in memory in stage 1
  Reconcile(Settings settings, List<Layout> layouts, Progress progress, long inMemory) {
    this.settings = settings;
    this.layouts = List.copyOf(layouts);
    this.progress = progress;
    this.inMemory = inMemory;
  }

  /// Runs over the sources; matches go to the sink as they are written, everything else is in
  /// the result.
  public Result run(List<Source> sources, MatchSink sink) {
    try (Desk desk = new Desk(new Days(settings.zone()), new Shelf(inMemory))) {
      return run(sources, sink, desk);
    }
  }

  private Result run(List<Source> sources, MatchSink sink, Desk desk) {
    Crew crew = new Crew(settings.threads(), desk);
    Intake intake = new Intake(layouts, desk, crew, progress);
    intake.read(sources);
    sweep();

    boolean[] dead = dead(intake);
    Directory directory = directory(crew, dead, desk);
    Contracts contracts = Contracts.of(crew, intake, desk.accounts, dead);
    Grouping[] groups = group(desk, crew, dead);
    Copies copies = Copies.of(groups, intake, crew, desk);
    Wrapping wrapping = Wrapping.learn(groups);
    TillLessons tills = join(groups, desk, crew, dead, directory, wrapping);
    new Doubts(crew, desk, directory, contracts).raise(groups);
    sweep();
    Learnt learnt =
        Learnt.of(crew, desk, settings, groups, dead, contracts, tills, copies, wrapping);
    Rest rest = new Rest();
    rest.read(locators(groups, crew), intake, crew);
    rest.read(learnt.funds().alone(), intake, crew);
    Probe probe = new Probe(rest, directory, settings.decisions(), learnt, desk.terminals, crew);
    rest.read(probe.sweep(groups, crew), intake, crew);
    tills.count(groups, desk.days);

    Thinking thinking = new Thinking(settings, rest, directory, learnt, crew).think();
    Proof proof = write(groups, thinking, desk, crew, sink);
    return new Result(
        proof,
        new Whereabouts(intake, crew).of(thinking.discrepancies()),
        FileReports.of(intake, thinking),
        BadRows.of(crew, intake),
        rules(crew, thinking),
        thinking.decided());
  }

  /// Matches of both stages per rule and currency.
  private static Map<String, Result.RuleCount> rules(Crew crew, Thinking thinking) {
    Map<String, Result.RuleCount> rules = thinking.rules();
    for (Clerk clerk : crew.clerks()) {
      clerk.received.each(
          (key, count, sum) ->
              new Result.RuleCount(
                      (key & AT_TILL_BIT) == 0 ? PLAIN : AT_TILL,
                      Currencies.code((int) key & 0xffff),
                      count,
                      sum)
                  .addTo(rules));
    }
    return rules;
  }

  /// What live files say of stores and customers.
  private static Directory directory(Crew crew, boolean[] dead, Desk desk) {
    List<StatementLine> lines = new ArrayList<>();
    Set<String> ordered = new HashSet<>();
    String[] stores = desk.stores.byNumber();
    for (Clerk clerk : crew.clerks()) {
      clerk.files().stream()
          .filter(notes -> !dead[notes.file])
          .flatMapToInt(notes -> notes.stores.stream())
          .forEach(number -> ordered.add(stores[number]));
      clerk.directory.stream()
          .filter(line -> !dead[Locator.file(line.locator)])
          .forEach(lines::add);
    }
    return new Directory(lines, ordered);
  }

  private static boolean[] dead(Intake intake) {
    boolean[] dead = new boolean[intake.entries().size()];
    for (Intake.Entry entry : intake.entries()) {
      dead[entry.number] = !entry.live();
    }
    return dead;
  }

  /// Throws away what the last round needed, where that is much: stage 1 works with few and large
  /// arrays, so that looking for garbage is cheap, but left alone the heap would rather grow.
  private static void sweep() {
    Runtime heap = Runtime.getRuntime();
    if (heap.totalMemory() - heap.freeMemory() > SWEEP_BYTES) {
      System.gc();
    }
  }

  /// The first round of stage 1.
  private Grouping[] group(Desk desk, Crew crew, boolean[] dead) {
    Grouping[] groups = new Grouping[Shelf.PARTITIONS];
    List<Crew.Task> tasks = new ArrayList<>();
    for (int i = 0; i < groups.length; i++) {
      int index = i;
      tasks.add(
          clerk -> {
            Shelf.Partition partition = desk.shelf.partition(index);
            try (Shelf.Partition.Opened _ = partition.open()) {
              groups[index] = new Grouping(partition).group(dead);
            }
            progress.at(Progress.Step.GROUP, index, Shelf.PARTITIONS);
          });
    }
    crew.run(tasks);
    return groups;
  }

  /// The other rounds.
  private static TillLessons join(
      Grouping[] groups,
      Desk desk,
      Crew crew,
      boolean[] dead,
      Directory directory,
      Wrapping wrapping) {
    sweep();
    new Hidden(groups, crew, wrapping).run();
    Grouping.eachOpen(groups, crew, (group, clerk) -> group.tidy());
    sweep();
    // a journal that echoes an acquirer's bill tells of no sales of its own
    TillLessons tills =
        crew.clerks().stream().anyMatch(clerk -> clerk.hasSlips(dead))
            ? new TillLessons()
            : new PlainTills(groups, crew, desk, directory).run();
    Grouping.eachOpen(
        groups,
        crew,
        (group, clerk) -> {
          group.leaveLoose();
          clerk.note(group);
          group.putAway();
        });
    return tills;
  }

  /// Where the rows stand that need thought.
  private static long[] locators(Grouping[] groups, Crew crew) {
    long[][] locators = new long[groups.length][];
    Grouping.eachOpen(
        groups, crew, (group, clerk) -> locators[group.partition().index] = group.locators());
    return Arrays.stream(locators).flatMapToLong(Arrays::stream).toArray();
  }

  /// Writes the clean pairs partition by partition, then what stage 2 matched; adds everything
  /// up.
  private Proof write(Grouping[] groups, Thinking thinking, Desk desk, Crew crew, MatchSink sink) {
    List<Match> matches = thinking.matches();
    PlainPairs plain = new PlainPairs(matches);
    Grouping.eachOpen(
        groups,
        crew,
        (group, clerk) -> {
          int index = group.partition().index;
          writePairs(group, plain.of(index), clerk, sink);
          progress.at(Progress.Step.WRITE, index, Shelf.PARTITIONS);
        });
    try (MatchSink.Part part = sink.part(Shelf.PARTITIONS)) {
      for (Match match : matches) {
        if (!PlainPairs.isPlain(match)) {
          part.add(match);
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException("matches could not be written", failed);
    }
    ProofBuilder builder = new ProofBuilder();
    String[] accounts = desk.accounts.byNumber();
    for (Clerk clerk : crew.clerks()) {
      clerk.received.each(
          (key, count, sum) ->
              builder.matchedPlain(
                  Channel.values()[(int) (key >>> 40) & 15],
                  accounts[(int) (key >>> 16) & 0xffff],
                  Currencies.code((int) key & 0xffff),
                  count,
                  sum));
      clerk.idle.each(
          (key, count, sum) -> builder.idle(Currencies.code((int) key & 0xffff), count, sum));
    }
    thinking.addTo(builder);
    return builder.build();
  }

  private static void writePairs(
      Grouping group, PlainPairs.Cursor others, Clerk clerk, MatchSink sink) {
    Shelf.Partition partition = group.partition();
    byte[] name = new byte[17];
    byte[] scratch = new byte[Shelf.MAX_TEXT + 1];
    try (MatchSink.Part part = sink.part(partition.index)) {
      for (int i = 0; i < group.pairs; i++) {
        int order = group.orders[i];
        if (order == -1) {
          continue;
        }
        others.writeBefore(partition.hash(order), part);
        int line = group.lines[i];
        int id = partition.idFrom(line);
        int number = partition.keyFrom(order);
        writeName(identity(partition, order, line, scratch), name);
        part.group(name, 0, name.length);
        part.receipt(partition.block(line), id, id + partition.idLength(line));
        part.order(partition.block(order), number, number + partition.keyLength(order));
        long amount = partition.amount(line);
        part.end(
            isAtTill(partition, line) ? AT_TILL : PLAIN,
            "unique",
            amount,
            partition.currency(line));
        clerk.received.add(receivedKey(partition, line), amount);
      }
      others.writeRest(part);
    } catch (IOException failed) {
      throw new UncheckedIOException("matches could not be written", failed);
    }
    for (int i = 0; i < group.idleCount; i++) {
      if (group.idle[i] != -1) {
        clerk.idle.add(
            1L << 44 | partition.currency(group.idle[i]), partition.amount(group.idle[i]));
      }
    }
  }

  private static long receivedKey(Shelf.Partition partition, int line) {
    return 1L << 44
        | (isAtTill(partition, line) ? AT_TILL_BIT : 0)
        | (long) Shelf.channel(partition.flags(line)).ordinal() << 40
        | (long) partition.account(line) << 16
        | partition.currency(line);
  }

  /// The same as [Board#identity] of this receipt and this order.
  private static long identity(Shelf.Partition partition, int order, int line, byte[] scratch) {
    int id = partition.idFrom(line);
    long receipt = Hash.of(partition.block(line), id, id + partition.idLength(line));
    int length = partition.keyLength(order);
    scratch[0] = '#';
    System.arraycopy(partition.block(order), partition.keyFrom(order), scratch, 1, length);
    long rule = isAtTill(partition, line) ? AT_TILL_HASH : PLAIN_HASH;
    return Hash.mix(Hash.mix(rule, receipt), Hash.of(scratch, 0, length + 1));
  }

  private static boolean isAtTill(Shelf.Partition partition, int line) {
    return (partition.flags(line) & Shelf.FLAG_AT_TILL) != 0;
  }

  private static void writeName(long hash, byte[] name) {
    name[0] = 'm';
    for (int i = 0; i < 16; i++) {
      name[i + 1] = (byte) Character.forDigit((int) (hash >>> (60 - 4 * i)) & 15, 16);
    }
  }

  /// What stage 2 thinks about, decoded.
  static final class Rest {
    final List<Order> orders = new ArrayList<>();
    final List<StatementLine> lines = new ArrayList<>();

    /// Reads the rows at these locators as records.
    void read(long[] locators, Intake intake, Crew crew) {
      Arrays.sort(locators);
      List<Recall> recalls = new ArrayList<>();
      List<Crew.Task> tasks = new ArrayList<>();
      int from = 0;
      while (from < locators.length) {
        int file = Locator.file(locators[from]);
        int to = from;
        boolean seekable = intake.entries().get(file).source.plain().isPresent();
        int most = seekable ? from + 20_000 : locators.length;
        while (to < locators.length && to < most && Locator.file(locators[to]) == file) {
          to++;
        }
        Recall recall = new Recall();
        recalls.add(recall);
        int begin = from;
        int end = to;
        tasks.add(clerk -> recall.read(intake.entries().get(file), locators, begin, end));
        from = to;
      }
      crew.run(tasks);
      for (Recall recall : recalls) {
        orders.addAll(recall.orders);
        lines.addAll(recall.lines);
      }
    }
  }
}
