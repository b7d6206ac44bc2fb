package guiwei.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.FileDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Result files are all of one run.
class UnfinishedTest {
  @TempDir Path out;

  @Test
  void a_run_that_does_not_come_to_its_end_leaves_the_results_before() throws IOException {
    Files.writeString(out.resolve("matches.csv"), "before");
    try (Unfinished unfinished = Unfinished.in(out)) {
      Files.writeString(unfinished.folder().resolve("matches.csv"), "now");
      assertEquals("before", Files.readString(out.resolve("matches.csv")));
    }
    assertEquals("before", Files.readString(out.resolve("matches.csv")));
    assertEquals(List.of("matches.csv"), names());
  }

  @Test
  void what_is_complete_takes_the_place_of_all_results_before() throws IOException {
    Files.writeString(out.resolve("matches.csv"), "before");
    try (Unfinished unfinished = Unfinished.in(out)) {
      Files.writeString(unfinished.folder().resolve("matches.csv"), "now");
      Files.writeString(unfinished.folder().resolve("proof.json"), "now");
      unfinished.finish();
    }
    assertEquals("now", Files.readString(out.resolve("matches.csv")));
    assertEquals(List.of("matches.csv", "proof.json"), names());
  }

  @Test
  void what_a_killed_run_left_is_removed_a_day_later() throws IOException {
    Path left = Files.createDirectories(out.resolve(".unfinished7"));
    Files.writeString(left.resolve("matches.csv"), "names");
    Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    Unfinished.in(out).close();
    assertEquals(List.of(), names());
  }

  @Test
  void a_result_that_nobody_got_is_told() {
    Speech speech = new Speech(new FileDescriptor());
    assertThrows(IOException.class, () -> speech.write('x'));
    assertNotNull(speech.lost());
  }

  private List<String> names() throws IOException {
    try (Stream<Path> paths = Files.list(out)) {
      return paths.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }
}
