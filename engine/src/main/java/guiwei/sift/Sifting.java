package guiwei.sift;

import guiwei.outcome.Discrepancy;
import guiwei.outcome.FileReport;
import guiwei.outcome.Gap;
import guiwei.outcome.Match;
import guiwei.outcome.MatchSink;
import guiwei.outcome.Progress;
import guiwei.outcome.ProofBuilder;
import guiwei.outcome.Result;
import guiwei.outcome.Settings;
import guiwei.source.Source;
import guiwei.statement.StatementLine;
import guiwei.table.BadRow;
import guiwei.table.Layout;
import guiwei.table.Locator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Stage 1: reads every file once, tells what is plainly clean from what needs thought, without
/// an object per row, and writes the clean pairs when stage 2 is done.
public final class Sifting {
  private static final long SWEEP_BYTES = 200L << 20;

  private final Desk desk;
  private final Crew crew;
  private final Intake intake;
  private final Progress progress;
  private final Grouping[] groups;
  private final Directory directory;
  private final Learnt learnt;
  private final Rest rest;

  /// Reads the sources and goes through the rounds of stage 1.
  public Sifting(
      List<Source> sources, List<Layout> layouts, Settings settings, Progress progress, Desk desk) {
    this.desk = desk;
    this.progress = progress;
    crew = new Crew(settings.threads(), desk);
    intake = new Intake(layouts, desk, crew, progress);
    intake.read(sources);
    sweep();

    boolean[] dead = dead(intake);
    directory = directory(crew, dead, desk);
    Contracts contracts = Contracts.of(crew, intake, desk.accounts, dead);
    groups = group(desk, crew, dead, progress);
    Copies copies = Copies.of(groups, intake, crew, desk);
    Wrapping wrapping = Wrapping.learn(groups);
    TillLessons tills = join(groups, desk, crew, dead, directory, wrapping);
    new Doubts(crew, desk, directory, contracts).raise(groups);
    sweep();
    List<Gap> gaps = Gaps.of(intake, crew, desk);
    learnt =
        Learnt.of(crew, desk, settings, groups, dead, contracts, tills, copies, wrapping, gaps);
    rest = new Rest();
    rest.read(locators(groups, crew), intake, crew);
    rest.read(learnt.funds().alone(), intake, crew);
    Probe probe = new Probe(rest, directory, settings.decisions(), learnt, desk, crew);
    rest.read(probe.sweep(groups, crew), intake, crew);
    tills.count(groups, desk.days);
  }

  /// What needs thought.
  public Rest rest() {
    return rest;
  }

  /// What all rows teach about the rest.
  public Learnt learnt() {
    return learnt;
  }

  /// What the files say of stores and customers.
  public Directory directory() {
    return directory;
  }

  /// The threads of the run.
  public Crew crew() {
    return crew;
  }

  /// Writes the clean pairs partition by partition, and those of stage 2 that are as plain where
  /// they would stand among them; the proof gets the clean pairs.
  ///
  /// @param thought the matches of stage 2
  public void write(List<Match> thought, MatchSink sink, ProofBuilder proof) {
    new Settled(groups, crew, progress).write(thought, sink);
    String[] accounts = desk.accounts.byNumber();
    Settled.addTo(proof, crew, accounts);
  }

  /// Adds the clean pairs to what each rule matched.
  public void countRules(Map<String, Result.RuleCount> rules) {
    Settled.countRules(crew, rules);
  }

  /// The same discrepancies with places that a person can open.
  public List<Discrepancy> readable(List<Discrepancy> discrepancies) {
    return new Whereabouts(intake, crew).of(discrepancies);
  }

  /// What became of each file.
  ///
  /// @param repeats rows that stand in the run more than once, by file number
  public List<FileReport> files(Map<Integer, Long> repeats) {
    return FileReports.of(intake, repeats);
  }

  /// The first rows that could not be read.
  public List<BadRow> badRows() {
    return BadRows.of(crew, intake);
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
  private static Grouping[] group(Desk desk, Crew crew, boolean[] dead, Progress progress) {
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
}
