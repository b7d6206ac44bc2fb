package guiwei.bench.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RaceTest {
  @TempDir Path folder = Path.of("");

  @Test
  void everybody_runs_once_in_each_round_and_the_table_gives_ratios_to_guiwei() throws Exception {
    List<String> turns = new ArrayList<>();
    Race race = race(List.of(sh("guiwei", "exit 1"), sh("plain.sql", "exit 0")), turns);
    assertEquals(
        List.of(
            "round 1 of 2: guiwei",
            "round 1 of 2: plain.sql",
            "round 2 of 2: guiwei",
            "round 2 of 2: plain.sql"),
        turns);
    assertEquals(Map.of("guiwei", 2, "plain.sql", 2), counts(race));
    String text = RaceText.of(race, 2);
    assertTrue(text.contains("guiwei /"), text);
  }

  @Test
  void who_fails_leaves_the_race_and_is_told_with_the_last_words() throws Exception {
    Race race =
        race(List.of(sh("good", "exit 0"), sh("bad", "echo no memory; exit 7")), new ArrayList<>());
    assertEquals(Map.of("good", 2), counts(race));
    assertEquals(List.of("exit 7\nno memory"), List.copyOf(race.failed().values()));
  }

  @Test
  void what_the_last_run_wrote_is_gone_before_the_next() throws Exception {
    Path out = folder.resolve("out");
    Contestant writer =
        new Contestant(
            "writer",
            "writes once",
            List.of("sh", "-c", "mkdir " + out + " && mkdir " + out.resolve("inside")),
            out,
            List.of(0));
    assertEquals(Map.of("writer", 2), counts(race(List.of(writer), new ArrayList<>())));
  }

  @Test
  void ratios_are_taken_round_by_round() {
    Spread spread = Spread.paired(List.of(1.0, 9.0, 2.0), List.of(2.0, 3.0, 2.0), x -> x);
    assertEquals(new Spread(0.5, 1, 3), spread);
    assertEquals(new Spread(1, 1.5, 2), Spread.of(List.of(2.0, 1.0)));
  }

  private static Map<String, Integer> counts(Race race) {
    return race.runs().entrySet().stream()
        .collect(
            Collectors.toMap(entry -> entry.getKey().name(), entry -> entry.getValue().size()));
  }

  private Race race(List<Contestant> contestants, List<String> turns) throws Exception {
    Path in = Files.createDirectories(folder.resolve("in"));
    Files.writeString(in.resolve("a.csv"), "a,b\n");
    return Race.run(Workload.of(in, 1, 1), contestants, 2, folder, turns::add);
  }

  private Contestant sh(String name, String script) {
    List<Integer> good = name.equals("guiwei") ? List.of(0, 1) : List.of(0);
    return new Contestant(
        name, "", List.of("sh", "-c", script), folder.resolve("out-" + name), good);
  }
}
