package guiwei.statement;

import com.code_intelligence.jazzer.junit.FuzzTest;
import guiwei.table.BadRow;
import guiwei.table.Layout;
import guiwei.table.Reading;
import guiwei.table.RefusedFile;
import guiwei.table.Row;
import guiwei.table.RowSink;
import guiwei.table.Times;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;

/// Whatever the bytes are, each layout of a bank reads or refuses them. The seeds are the files of
/// `banks/`.
class BankFuzzTest {
  @FuzzTest(maxDuration = "30s")
  void any_bytes_are_a_camt_053_or_are_refused(byte[] bytes) throws IOException {
    read(Camt.statements(Times.BEIJING), bytes);
  }

  @FuzzTest(maxDuration = "30s")
  void any_bytes_are_a_camt_054_or_are_refused(byte[] bytes) throws IOException {
    read(Camt.notifications(Times.BEIJING), bytes);
  }

  @FuzzTest(maxDuration = "30s")
  void any_bytes_are_an_mt_940_or_are_refused(byte[] bytes) throws IOException {
    read(Mt.statements(Times.BEIJING), bytes);
  }

  @FuzzTest(maxDuration = "30s")
  void any_bytes_are_an_mt_942_or_are_refused(byte[] bytes) throws IOException {
    read(Mt.reports(Times.BEIJING), bytes);
  }

  @FuzzTest(maxDuration = "30s")
  void any_bytes_are_an_ofx_file_or_are_refused(byte[] bytes) throws IOException {
    read(new Ofx(Times.BEIJING), bytes);
  }

  @FuzzTest(maxDuration = "30s")
  void any_bytes_are_a_bai2_file_or_are_refused(byte[] bytes) throws IOException {
    read(new Bai2(Times.BEIJING), bytes);
  }

  private static void read(Layout layout, byte[] bytes) throws IOException {
    try {
      Reading reading = layout.recognise(Arrays.copyOf(bytes, Math.min(bytes.length, 1 << 16)));
      if (reading instanceof Reading.Streamed streamed) {
        streamed.reader().read(new ByteArrayInputStream(bytes), 1, "a-file", new Nowhere());
      }
    } catch (RefusedFile reasonGiven) {
      // a reason was given, which is all that is promised
    }
  }

  /// Takes rows and forgets them.
  private static final class Nowhere implements RowSink {
    @Override
    public void row(Row row) {}

    @Override
    public void bad(BadRow row) {}
  }
}
