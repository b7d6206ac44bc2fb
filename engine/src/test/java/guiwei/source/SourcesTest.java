package guiwei.source;

import static guiwei.source.Zips.GBK;
import static guiwei.source.Zips.gzip;
import static guiwei.source.Zips.join;
import static guiwei.source.Zips.patched;
import static guiwei.source.Zips.stored;
import static guiwei.source.Zips.zip;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guiwei.source.Sources.Found;
import guiwei.table.RefusedFile;
import guiwei.table.RefusedFile.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {
  private static final Limits SMALL = new Limits(1 << 20, 100, 1 << 10, 20, 2, 1 << 16, 100);

  @TempDir private Path folder;

  @Test
  void a_folder_gives_its_files_sorted_and_leaves_out_what_is_hidden() throws IOException {
    write("b/2.csv", "two");
    write("b/1.csv", "one");
    write("a.csv", "a");
    write(".git/config", "hidden");
    write(".hidden.csv", "hidden");
    check(
        """
        a.csv = a
        b/1.csv = one
        b/2.csv = two
        """);
  }

  @Test
  void results_of_an_earlier_run_are_not_statements() throws IOException {
    write("out/proof.json", "{}");
    write("out/discrepancies.csv", "id");
    write("carry/open.csv", "x");
    write("a.csv", "a");
    Found found = Sources.find(List.of(folder), List.of(folder.resolve("carry")), SMALL);
    assertEquals("a.csv = a\n", told(found));
  }

  @Test
  void names_of_a_chinese_archive_are_read_although_it_does_not_say_gbk() throws IOException {
    write("alipay.zip", zip(GBK, "20260101_业务明细.csv", "rows", "20260101_业务明细(汇总).csv", "sum"));
    check(
        """
        alipay.zip!/20260101_业务明细.csv = rows
        alipay.zip!/20260101_业务明细(汇总).csv = sum
        """);
  }

  @Test
  void utf_8_names_and_folders_within_an_archive_are_read() throws IOException {
    write("x.bin", zip("账单/", "", "账单/一月.csv", "1", "__MACOSX/._一月.csv", "2", "a\u001b[31m", "3"));
    check(
        """
        x.bin!/账单/一月.csv = 1
        x.bin!/a?[31m = 3
        """);
  }

  @Test
  void what_is_packed_the_bytes_decide_and_not_the_name() throws IOException {
    write("archive.csv", zip("in.txt", "in"));
    write("plain.zip", "no archive");
    write("plain.gz", "not packed");
    write("packed.dat", gzip("packed"));
    check(
        """
        archive.csv!/in.txt = in
        packed.dat = packed
        plain.gz = not packed
        plain.zip = no archive
        """);
  }

  @Test
  void a_gzip_file_in_several_members_and_filled_up_with_zeros_is_read_whole() throws IOException {
    write("a.gz", join(gzip("one "), gzip(""), gzip("two "), gzip("three"), new byte[600]));
    check("a.gz = one two three\n");
  }

  @Test
  void archives_may_lie_in_each_other_once() throws IOException {
    byte[] day = zip("day.csv", "day");
    write("1.zip", zip("month.zip", day, "day.gz", gzip("g")));
    write("2.zip", zip("a.zip", zip("b.zip", day)));
    write("3.gz", gzip(gzip(gzip("thrice"))));
    check(
        """
        1.zip!/month.zip!/day.csv = day
        1.zip!/day.gz = g
        2.zip!/a.zip!/b.zip: NESTED
        3.gz: NESTED
        """);
  }

  @Test
  void a_spreadsheet_is_a_file_although_it_is_a_zip() throws IOException {
    byte[] sheet = zip("_rels/.rels", "r", "[Content_Types].xml", "t", "xl/workbook.xml", "w");
    write("orders.xlsx", sheet);
    write("sent.zip", zip("orders.xlsx", sheet));
    Found found = Sources.find(List.of(folder), SMALL);
    assertEquals(List.of("orders.xlsx", "sent.zip!/orders.xlsx"), names(found));
    for (Source source : found.sources()) {
      assertEquals(sheet.length, content(source).length);
    }
  }

  @Test
  void a_locked_entry_is_refused_and_the_others_are_read() throws IOException {
    write("a.zip", patched(zip("locked.csv", "x", "open.csv", "y"), 8, 1));
    check(
        """
        a.zip!/open.csv = y
        a.zip!/locked.csv: ENCRYPTED
        """);
  }

  @Test
  void a_method_that_we_do_not_unpack_is_told() throws IOException {
    write("a.zip", patched(zip("a.csv", "x"), 10, 14));
    check("a.zip!/a.csv: BROKEN\n");
  }

  @Test
  void an_archive_that_breaks_off_is_refused_wherever_it_does() throws IOException {
    byte[] whole = zip("a.csv", "some text that is longer than nothing", "b.csv", "more");
    for (int length = 4; length < whole.length; length++) {
      Path file = write("a.zip", Arrays.copyOf(whole, length));
      Found found = Sources.find(List.of(file), SMALL);
      assertEquals(1, found.refusals().size(), "cut after " + length);
      assertEquals(Problem.TRUNCATED, found.refusals().getFirst().problem());
    }
  }

  @Test
  void a_gzip_file_that_breaks_off_is_refused_wherever_it_does() throws IOException {
    byte[] whole = gzip("some text that is longer than nothing");
    for (int length = 3; length < whole.length; length++) {
      Path file = write("a.gz", Arrays.copyOf(whole, length));
      Found found = Sources.find(List.of(file), SMALL);
      assertEquals(1, found.sources().size() + found.refusals().size());
      if (found.refusals().isEmpty()) {
        Source source = found.sources().getFirst();
        var refused = assertThrows(RefusedFile.class, () -> content(source));
        assertEquals(Problem.TRUNCATED, refused.problem(), "cut after " + length);
      } else {
        assertEquals(Problem.TRUNCATED, problem(found), "cut after " + length);
      }
    }
  }

  @Test
  void damaged_bytes_are_noticed_by_the_sum() throws IOException {
    byte[] packed = gzip("some text");
    packed[packed.length - 8] ^= 1;
    write("a.gz", packed);
    write("b.zip", patched(zip("a.csv", "x"), 16, 1, 2, 3, 4));
    write("c.gz", join(gzip("x"), new byte[] {1, 2, 3}));
    Found found = Sources.find(List.of(folder), SMALL);
    for (Source source : found.sources()) {
      var refused = assertThrows(RefusedFile.class, () -> content(source), source.name());
      assertEquals(Problem.BROKEN, refused.problem());
    }
  }

  @Test
  void an_entry_may_not_unpack_to_more_than_it_declares() throws IOException {
    write("a.zip", patched(zip("a.csv", "x".repeat(500)), 24, 10, 0, 0, 0));
    Source source = Sources.find(List.of(folder), SMALL).sources().getFirst();
    var refused = assertThrows(RefusedFile.class, () -> content(source));
    assertEquals(Problem.BROKEN, refused.problem());
  }

  @Test
  void a_zip_bomb_is_refused_before_it_is_unpacked() throws IOException {
    write("a.zip", zip("zeros", new byte[1 << 19]));
    check("a.zip: TOO_LARGE\n");
  }

  @Test
  void a_gzip_bomb_is_refused_while_it_is_unpacked() throws IOException {
    write("a.gz", gzip(new byte[1 << 19]));
    Source source = Sources.find(List.of(folder), SMALL).sources().getFirst();
    var refused = assertThrows(RefusedFile.class, () -> content(source));
    assertEquals(Problem.TOO_LARGE, refused.problem());
  }

  @Test
  void entries_that_share_their_bytes_are_a_bomb() throws IOException {
    byte[] two = zip("a.csv", "x".repeat(99), "b.csv", "y");
    int second = second(two);
    byte[] shared = two.clone();
    shared[second + 42] = 3; // begins inside of the first
    write("a.zip", shared);
    check("a.zip: BROKEN\n");
  }

  @Test
  void too_many_entries_are_refused() throws IOException {
    Object[] entries = new Object[2 * (SMALL.entries() + 1)];
    for (int i = 0; i < entries.length; i += 2) {
      entries[i] = "e" + i;
      entries[i + 1] = "x";
    }
    write("a.zip", zip(entries));
    check("a.zip: TOO_LARGE\n");
  }

  @Test
  void an_archive_within_an_archive_must_fit_into_memory() throws IOException {
    write("a.zip", stored("b.zip", stored("big.csv", new byte[1 << 17])));
    check("a.zip!/b.zip: TOO_LARGE\n");
  }

  @Test
  void what_is_not_there_is_told() {
    Found found = Sources.find(List.of(folder.resolve("nowhere")), SMALL);
    assertEquals(Problem.IO, problem(found));
  }

  @Test
  void the_same_file_by_two_ways_is_one_file() throws IOException {
    Path file = write("a.csv", "a");
    Path link = Files.createSymbolicLink(folder.resolve("b.csv"), file);
    assertEquals(1, Sources.find(List.of(file, link, folder, file), SMALL).sources().size());
  }

  @Test
  void a_folder_that_links_to_itself_ends() throws IOException {
    write("a/a.csv", "a");
    Files.createSymbolicLink(folder.resolve("a/again"), folder);
    check("a/a.csv = a\n");
  }

  @Test
  void equal_content_is_found_whatever_its_name_and_packing() throws IOException {
    write("1.csv", "the same");
    write("2.csv", "the sane");
    write("3.gz", gzip("the same"));
    write("4.zip", zip("x.csv", "the same", "y.csv", "the same but longer"));
    write("5.csv", "");
    write("6.csv", "");
    Map<Source, Source> repeated = Sources.repeated(Sources.find(List.of(folder), SMALL).sources());
    assertEquals(
        Map.of("3.gz", "1.csv", "4.zip!/x.csv", "1.csv", "6.csv", "5.csv"),
        repeated.entrySet().stream()
            .collect(Collectors.toMap(e -> name(e.getKey()), e -> name(e.getValue()))));
  }

  @Test
  void a_hash_is_that_of_the_unpacked_content() throws IOException {
    write("a.gz", gzip("abc"));
    Source source = Sources.find(List.of(folder), SMALL).sources().getFirst();
    assertEquals(
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Sources.sha256(source));
  }

  @Test
  void a_plain_file_can_be_read_in_pieces_and_a_packed_one_says_its_size() throws IOException {
    Path file = write("a.csv", "abc");
    write("b.zip", zip("x.csv", "abcd"));
    Found found = Sources.find(List.of(folder), SMALL);
    assertEquals(file, found.sources().get(0).plain().orElseThrow());
    assertTrue(found.sources().get(1).plain().isEmpty());
    assertEquals(4, found.sources().get(1).size());
  }

  private static int second(byte[] zip) {
    int first = Zips.directory(zip);
    byte[] rest = Arrays.copyOfRange(zip, first + 4, zip.length);
    return first + 4 + Zips.directory(rest);
  }

  private Path write(String name, Object content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    byte[] bytes = content instanceof byte[] b ? b : ((String) content).getBytes(UTF_8);
    return Files.write(file, bytes);
  }

  private void check(String expected) throws IOException {
    assertEquals(expected, told(Sources.find(List.of(folder), SMALL)));
  }

  private String told(Found found) throws IOException {
    var told = new StringBuilder();
    for (Source source : found.sources()) {
      told.append(name(source)).append(" = ");
      told.append(new String(content(source), UTF_8)).append('\n');
    }
    for (Sources.Refusal refusal : found.refusals()) {
      told.append(name(refusal.name())).append(": ").append(refusal.problem()).append('\n');
    }
    return told.toString();
  }

  private List<String> names(Found found) {
    return found.sources().stream().map(this::name).toList();
  }

  private String name(Source source) {
    return name(source.name());
  }

  private String name(String name) {
    return name.replace(folder + "/", "");
  }

  private static Problem problem(Found found) {
    return found.refusals().getFirst().problem();
  }

  private static byte[] content(Source source) throws IOException {
    try (InputStream in = source.open()) {
      return in.readAllBytes();
    }
  }
}
