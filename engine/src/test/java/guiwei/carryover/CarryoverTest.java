package guiwei.carryover;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guiwei.carryover.Carryover.Taken;
import guiwei.profile.Profiles;
import guiwei.source.Limits;
import guiwei.source.Source;
import guiwei.source.Sources;
import guiwei.statement.Formats;
import guiwei.table.Layout;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CarryoverTest {
  private static final String HEAD =
      "order_no,customer,store,terminal,amount_due,created_at,status,channel,remark,"
          + "promised_refund\n";

  @TempDir private Path folder;

  @Test
  void what_was_given_once_counts_in_every_later_run() throws Exception {
    assertEquals(List.of("a"), run(file("a", order("A1", "2026-03-01"))));
    assertEquals(List.of("a", "b"), run(file("b", order("B1", "2026-03-02"))));
    assertEquals(List.of("a", "b"), run());
  }

  @Test
  void the_same_content_again_changes_nothing_whatever_its_name() throws Exception {
    run(file("a", order("A1", "2026-03-01")));
    byte[] before = state();
    assertEquals(List.of("a"), run(file("again", order("A1", "2026-03-01"))));
    assertEquals(new String(before, UTF_8), new String(state(), UTF_8));
  }

  @Test
  void a_corrected_file_takes_the_place_of_the_one_that_it_corrects() throws Exception {
    run(file("a", order("A1", "2026-03-01") + order("A2", "2026-03-01")));
    assertEquals(
        List.of("a2"),
        run(
            file(
                "a2",
                order("A1", "2026-03-01").replace("9.00", "9.50") + order("A2", "2026-03-01"))));
  }

  @Test
  void a_replaced_file_given_again_changes_nothing() throws Exception {
    String first = order("A1", "2026-03-01") + order("A2", "2026-03-01");
    run(file("a", first));
    run(file("a2", first.replace("9.00", "9.50")));
    Taken taken = take(file("a", first));
    assertEquals(List.of("a2"), names(taken));
    assertEquals(1, taken.outdated().size());
  }

  @Test
  void an_export_that_grows_takes_the_place_of_the_shorter_one() throws Exception {
    run(file("a", order("A1", "2026-03-01")));
    assertEquals(
        List.of("a2"), run(file("a2", order("A1", "2026-03-01") + order("A2", "2026-03-02"))));
  }

  @Test
  void an_export_with_a_filter_does_not_take_the_place_of_the_whole() throws Exception {
    String whole = order("A1", "2026-03-01") + order("A2", "2026-03-01").replace("S1", "S2");
    run(file("a", whole));
    Taken taken = take(file("s1", order("A1", "2026-03-01")));
    assertEquals(List.of("a", "s1"), names(taken));
    assertEquals("s1", taken.parts().getFirst().newer().replaceFirst(".*/", ""));
  }

  @Test
  void other_rows_of_the_same_day_are_another_file() throws Exception {
    run(file("a", order("A1", "2026-03-01") + order("A2", "2026-03-01")));
    assertEquals(
        List.of("a", "b"), run(file("b", order("B1", "2026-03-01") + order("B2", "2026-03-01"))));
  }

  @Test
  void what_cannot_be_read_is_shown_to_the_run_and_not_kept() throws Exception {
    assertEquals(List.of("x"), run(file("x", "no table at all\n", "")));
    assertEquals(List.of(), run());
  }

  @Test
  void old_files_leave_once_no_later_file_reaches_back_to_them() throws Exception {
    run(file("a", order("A1", "2025-01-01")));
    run(file("bridge", order("B1", "2025-01-01") + order("B2", "2026-03-01")));
    assertEquals(List.of("a", "bridge"), run(30));
    run(file("a0", order("A0", "2024-10-01")));
    assertEquals(List.of("a", "bridge"), run(30));
    run(file("later", order("C1", "2026-06-01")));
    Taken taken = take(30);
    assertEquals(List.of("later"), names(taken));
    assertEquals("2026-05-02", String.valueOf(taken.since()));
  }

  @Test
  void two_runs_at_once_are_one_too_many() throws Exception {
    try (Carryover first = Carryover.open(carry())) {
      assertTrue(names(first.take(List.of(), layouts(), 400)).isEmpty());
      refused(CarryoverRefused.Problem.BUSY);
    }
    Carryover.open(carry()).close();
  }

  @Test
  void a_run_that_dies_leaves_the_state_before_it() throws Exception {
    run(file("a", order("A1", "2026-03-01")));
    try (Carryover dies = Carryover.open(carry())) {
      dies.take(sources(file("b", order("B1", "2026-03-02"))), layouts(), 400);
      assertEquals(2, contents());
      Files.writeString(carry().resolve("state.next"), "half a st");
    }
    assertEquals(List.of("a"), run());
    assertEquals(1, contents());
  }

  @Test
  void only_the_owner_may_read_what_is_kept() throws Exception {
    run(file("a", order("A1", "2026-03-01")));
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      try (Stream<Path> all = Files.walk(carry())) {
        for (Path path : all.toList()) {
          String rights = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
          assertEquals(Files.isDirectory(path) ? "rwx------" : "rw-------", rights, "" + path);
        }
      }
    }
  }

  @Test
  void a_folder_that_is_not_ours_or_damaged_is_refused() throws Exception {
    Files.createDirectories(carry());
    Files.writeString(carry().resolve("mine.txt"), "mine");
    refused(CarryoverRefused.Problem.NOT_OURS);
    Files.delete(carry().resolve("mine.txt"));
    run(file("a", order("A1", "2026-03-01")));
    String state = new String(state(), UTF_8);
    for (String damaged : List.of("", "x", state.replace("file ", "fail "), state + "file a b\n")) {
      Files.writeString(carry().resolve("state"), damaged);
      refused(CarryoverRefused.Problem.BROKEN);
    }
    Files.writeString(carry().resolve("state"), "guiwei-carryover 2\n");
    refused(CarryoverRefused.Problem.NEWER);
    Files.writeString(carry().resolve("state"), state);
    try (Stream<Path> files = Files.list(carry().resolve("files"))) {
      Files.delete(files.findFirst().orElseThrow());
    }
    refused(CarryoverRefused.Problem.BROKEN);
  }

  private void refused(CarryoverRefused.Problem problem) {
    CarryoverRefused refused =
        assertThrows(CarryoverRefused.class, () -> Carryover.open(carry()).close());
    assertEquals(problem, refused.problem());
  }

  private static String order(String number, String day) {
    return number + ",C1,S1,,9.00," + day + " 10:00:00,paid,bank,,\n";
  }

  private Path file(String name, String rows) throws IOException {
    return file(name, rows, HEAD);
  }

  private Path file(String name, String rows, String head) throws IOException {
    return Files.writeString(folder.resolve(name), head + rows);
  }

  private Path carry() {
    return folder.resolve("carry");
  }

  private byte[] state() throws IOException {
    return Files.readAllBytes(carry().resolve("state"));
  }

  private long contents() throws IOException {
    try (Stream<Path> files = Files.list(carry().resolve("files"))) {
      return files.count();
    }
  }

  private List<String> run(Path... files) throws Exception {
    return names(take(400, files));
  }

  private List<String> run(int keepDays) throws Exception {
    return names(take(keepDays));
  }

  private Taken take(Path... files) throws Exception {
    return take(400, files);
  }

  private Taken take(int keepDays, Path... files) throws Exception {
    try (Carryover carryover = Carryover.open(carry())) {
      Taken taken = carryover.take(sources(files), layouts(), keepDays);
      carryover.commit(List.of("d1"));
      return taken;
    }
  }

  private static List<String> names(Taken taken) {
    return taken.sources().stream().map(s -> s.name().replaceFirst(".*/", "")).toList();
  }

  private static List<Source> sources(Path... files) {
    return Sources.find(List.of(files), Limits.DEFAULT).sources();
  }

  private static List<Layout> layouts() {
    List<Layout> layouts = new ArrayList<>(Formats.builtIn());
    layouts.addAll(Profiles.shipped().layouts());
    return layouts;
  }
}
