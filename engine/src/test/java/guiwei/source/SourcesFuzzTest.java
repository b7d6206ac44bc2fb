package guiwei.source;

import com.code_intelligence.jazzer.junit.FuzzTest;
import guiwei.table.RefusedFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// Whatever the bytes are, they are read or refused.
class SourcesFuzzTest {
  private static final Limits LIMITS = new Limits(1 << 22, 200, 1 << 16, 100, 2, 1 << 16, 100);

  @FuzzTest(maxDuration = "30s")
  void any_bytes_are_an_archive_or_are_refused(byte[] bytes) throws IOException {
    try {
      for (ZipDirectory.Entry entry : ZipDirectory.read(Bytes.of(bytes), LIMITS)) {
        drain(ZipDirectory.open(Bytes.of(bytes), entry));
      }
    } catch (RefusedFile e) {
      // A reason was given, which is all that is promised.
    }
  }

  @FuzzTest(maxDuration = "30s")
  void any_bytes_are_a_gzip_file_or_are_refused(byte[] bytes) throws IOException {
    try {
      drain(new Gunzipped(new ByteArrayInputStream(bytes), LIMITS));
    } catch (RefusedFile e) {
      // A reason was given, which is all that is promised.
    }
  }

  private static void drain(InputStream content) throws IOException {
    try (content) {
      content.transferTo(OutputStream.nullOutputStream());
    }
  }
}
