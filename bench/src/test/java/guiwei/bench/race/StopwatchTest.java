package guiwei.bench.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopwatchTest {
  private static final String BUSY = "i=0; while [ $i -lt 60000 ]; do i=$((i+1)); done; ";

  @TempDir Path folder = Path.of("");

  @Test
  void the_account_of_a_finished_process_has_its_time_and_its_exit_code() throws Exception {
    for (Stopwatch way : List.of(Stopwatch.find(), Stopwatch.SHELL)) {
      Stopwatch.Took took = time(way, BUSY + "echo done; exit 3");
      assertEquals(3, took.exit(), way.words());
      assertTrue(took.cpuSeconds() > 0, way + " " + took);
      assertTrue(took.wallSeconds() > 0, way + " " + took);
      assertEquals("done", Files.readString(folder.resolve("log")).strip());
    }
  }

  @Test
  void the_time_of_what_a_process_waited_for_counts_too() throws Exception {
    Stopwatch.Took took = time(Stopwatch.find(), "sh -c '" + BUSY + "'; true");
    assertTrue(took.cpuSeconds() > 0, took.toString());
  }

  private Stopwatch.Took time(Stopwatch way, String script) throws Exception {
    Path log = folder.resolve("log");
    return way.time(List.of("sh", "-c", script), log, Map.of(), folder);
  }
}
