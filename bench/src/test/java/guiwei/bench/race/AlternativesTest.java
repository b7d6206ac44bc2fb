package guiwei.bench.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guiwei.bench.score.Score;
import guiwei.world.Setting;
import guiwei.world.World;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The alternatives do what their names say: an alternative that reads nothing would be fast.
class AlternativesTest {
  @TempDir Path folder = Path.of("");

  @Test
  void the_plain_script_reads_every_line_of_the_speed_workload() throws Exception {
    World.Made made = World.make(Setting.lean().orders(2_000).days(3), folder.resolve("world"));
    Path out = run(made.in(), "latin-1", "plain.sql");
    long rows =
        Files.readAllLines(out.resolve("summary.csv")).stream()
            .skip(1)
            .filter(line -> !line.startsWith("no line"))
            .mapToLong(line -> Long.parseLong(line.split(",", -1)[2]))
            .sum();
    assertEquals(Files.readAllLines(made.truth().resolve("receipts.csv")).size() - 1, rows);
  }

  @Test
  void the_rules_find_most_of_the_speed_workload() throws Exception {
    World.Made made = World.make(Setting.lean().orders(4_000), folder.resolve("world"));
    Score score = Score.of(run(made.in(), "latin-1", "read.sql", "rules.sql"), made.truth());
    assertTrue(score.all().f1() > 0.6, score.byKind().toString());
  }

  @Test
  void the_rules_find_most_of_a_full_month_in_chinese() throws Exception {
    Setting month = Setting.standard().orders(4_000).seed(2);
    World.Made made = World.make(month, folder.resolve("world"));
    Path unpacked = folder.resolve("unpacked");
    Unpack.unpack(made.in(), unpacked);
    Path out = run(unpacked, "utf-8", "read.sql", "read-full.sql", "rules.sql");
    Score score = Score.of(out, made.truth());
    assertTrue(score.all().f1() > 0.6, score.byKind().toString());
  }

  @Test
  void both_floors_cut_the_same_rows() throws Exception {
    World.Made made = World.make(Setting.lean().orders(2_000).days(2), folder.resolve("world"));
    long lines = 0;
    for (Path file : Workload.files(made.in())) {
      lines += Files.readString(file, StandardCharsets.ISO_8859_1).lines().count();
    }
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    long counted = SplitOnly.run(2, made.in(), new PrintStream(said, true, StandardCharsets.UTF_8));
    assertEquals(lines, counted);
    Contestants contestants = new Contestants(folder, folder.resolve("work"), 2);
    var floor = contestants.floor(made.in());
    if (floor.isPresent()) {
      Path log = folder.resolve("log");
      Stopwatch.find().time(floor.get().command(), log, Map.of(), folder);
      assertTrue(Files.readString(log).startsWith("rows " + lines + ","), Files.readString(log));
    }
  }

  @Test
  void every_script_says_first_what_it_does() throws Exception {
    for (String name : List.of("plain.sql", "read.sql", "read-full.sql", "rules.sql")) {
      try (var in = SqlScript.class.getResourceAsStream(name)) {
        assertTrue(
            in != null && new String(in.readNBytes(3), StandardCharsets.UTF_8).equals("-- "));
      }
      assertTrue(SqlScript.statements("/guiwei/bench/race/" + name).size() > 2, name);
    }
  }

  private Path run(Path in, String encoding, String... scripts) throws Exception {
    Path out = folder.resolve("out");
    List<String> arguments =
        new ArrayList<>(List.of("2", "-", in.toString(), out.toString(), encoding));
    for (String script : scripts) {
      arguments.add("/guiwei/bench/race/" + script);
    }
    SqlScript.run(
        arguments, new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    return out;
  }
}
