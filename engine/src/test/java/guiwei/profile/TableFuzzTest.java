package guiwei.profile;

import com.code_intelligence.jazzer.junit.FuzzTest;
import guiwei.table.RefusedFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Whatever the bytes are, they are read or refused.
class TableFuzzTest {
  private static final Profiles PROFILES = Profiles.shipped();

  private static void read(byte[] bytes) throws IOException {
    try {
      ReadRows.of(PROFILES, bytes);
      PROFILES.propose(new ByteArrayInputStream(bytes));
    } catch (RefusedFile e) {
      // A reason was given, which is all that is promised.
    }
  }

  @FuzzTest(maxDuration = "30s")
  void any_bytes_are_a_table_or_are_refused(byte[] bytes) throws IOException {
    read(bytes);
  }

  @FuzzTest(maxDuration = "30s")
  void any_bytes_are_json_or_are_refused(byte[] bytes) throws IOException {
    byte[] json = new byte[bytes.length + 2];
    json[0] = '{';
    json[1] = '"';
    System.arraycopy(bytes, 0, json, 2, bytes.length);
    read(json);
  }

  @FuzzTest(maxDuration = "30s")
  void any_bytes_are_a_workbook_or_are_refused(byte[] bytes) throws IOException {
    read(bytes);
  }

  @FuzzTest(maxDuration = "30s")
  void any_bytes_are_parquet_or_are_refused(byte[] bytes) throws IOException {
    byte[] file = bytes.clone();
    byte[] magic = {'P', 'A', 'R', '1'};
    if (file.length >= 12) {
      System.arraycopy(magic, 0, file, 0, 4);
      System.arraycopy(magic, 0, file, file.length - 4, 4);
    }
    read(file);
  }

  @FuzzTest(maxDuration = "30s")
  void any_text_is_a_profile_or_is_refused(byte[] bytes) {
    try {
      ProfileFile.read("fuzz.yaml", new String(bytes, StandardCharsets.UTF_8), Unsaid.USUAL);
    } catch (BadProfile e) {
      // A line was given, which is all that is promised.
    }
  }
}
