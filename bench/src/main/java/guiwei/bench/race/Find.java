package guiwei.bench.race;

import guiwei.world.Setting;
import guiwei.world.World;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// The speed comparison: makes workloads, races everybody over each, tells.
public final class Find {
  /// What is asked for.
  ///
  /// @param memory a limit with which Guiwei runs once more, beside Guiwei without one
  /// @param only names of those who run, or empty for all
  public record Plan(
      List<Long> orders,
      int runs,
      int threads,
      Optional<String> memory,
      List<String> only,
      long seed) {
    boolean wants(String name) {
      return only.isEmpty() || only.contains(name.replace(' ', '-'));
    }
  }

  private final Path home;
  private final Path work;
  private final Plan plan;

  /// A comparison that works in one folder.
  ///
  /// @param home the project's folder
  /// @param work where the workload and everybody's results go
  public Find(Path home, Path work, Plan plan) {
    this.home = home;
    this.work = work;
    this.plan = plan;
  }

  /// Runs and prints a table per workload; the figures of all go to one JSON file.
  ///
  /// @return whether everybody finished
  public boolean run(Path json, PrintStream out, PrintStream progress)
      throws IOException, InterruptedException {
    List<Race> races = new ArrayList<>();
    for (long orders : plan.orders) {
      Race race = race(workload(orders, progress), progress);
      out.println(RaceText.of(race, plan.threads));
      out.flush();
      races.add(race);
      write(json, races);
    }
    return races.stream().allMatch(race -> race.failed().isEmpty());
  }

  /// The workload of that size, made anew unless it is already there.
  private Workload workload(long orders, PrintStream progress) throws IOException {
    Path folder = work.resolve(orders + "-orders-seed-" + plan.seed);
    Path counts = folder.resolveSibling(folder.getFileName() + ".properties");
    Properties made = new Properties();
    if (!Files.exists(counts)) {
      progress.println("making " + orders + " orders in " + folder);
      World.Made world =
          World.make(Setting.lean().orders(orders).seed(plan.seed).truth(false), folder);
      made.setProperty("orders", Long.toString(world.orders()));
      made.setProperty("payments", Long.toString(world.payments()));
      try (OutputStream out = Files.newOutputStream(counts)) {
        made.store(out, null);
      }
    }
    try (InputStream in = Files.newInputStream(counts)) {
      made.load(in);
    }
    return Workload.of(
        folder.resolve("in"),
        Long.parseLong(made.getProperty("orders")),
        Long.parseLong(made.getProperty("payments")));
  }

  private Race race(Workload workload, PrintStream progress)
      throws IOException, InterruptedException {
    Contestants all = new Contestants(home, work.resolve("runs"), plan.threads);
    Path in = workload.in();
    List<Contestant> starters = new ArrayList<>();
    if (plan.wants(Contestants.GUIWEI)) {
      all.build();
    }
    add(starters, all.guiwei(in, Optional.empty()));
    plan.memory.ifPresent(limit -> add(starters, all.guiwei(in, Optional.of(limit))));
    add(starters, all.plain(in));
    add(starters, all.rules(in));
    add(starters, all.ownFloor(in));
    if (plan.wants("floor")) {
      all.floor(in)
          .ifPresentOrElse(
              starters::add,
              () -> progress.println("no C compiler (cc) here: the floor in C is left out"));
    }
    return Race.run(workload, starters, plan.runs, work.resolve("runs"), progress::println);
  }

  private void add(List<Contestant> starters, Contestant contestant) {
    if (plan.wants(contestant.name())) {
      starters.add(contestant);
    }
  }

  private void write(Path json, List<Race> races) throws IOException {
    try (OutputStream out = Files.newOutputStream(json);
        JsonGenerator generator =
            JsonFactory.builder().build().createGenerator(ObjectWriteContext.empty(), out)) {
      generator.writeStartArray();
      races.forEach(race -> RaceJson.write(generator, race, plan.threads));
      generator.writeEndArray();
    }
  }
}
