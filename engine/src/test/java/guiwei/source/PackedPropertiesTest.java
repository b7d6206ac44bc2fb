package guiwei.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import guiwei.table.RefusedFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class PackedPropertiesTest {
  /// A stream that gives few bytes at a time and never says how many there are.
  private static final class Reluctant extends ByteArrayInputStream {
    private final int atOnce;

    Reluctant(byte[] bytes, int atOnce) {
      super(bytes);
      this.atOnce = atOnce;
    }

    @Override
    public synchronized int read(byte[] into, int from, int count) {
      return super.read(into, from, Math.min(count, atOnce));
    }

    @Override
    public synchronized int available() {
      return 0;
    }
  }

  @Property(tries = 200)
  void members_of_a_gzip_file_come_out_as_they_went_in(
      @ForAll @Size(min = 1, max = 5) List<byte[]> parts, @ForAll @IntRange(min = 1, max = 9) int n)
      throws IOException {
    byte[] packed = Zips.join(parts.stream().map(Zips::gzip).toArray(byte[][]::new));
    byte[] expected = Zips.join(parts.toArray(byte[][]::new));
    try (InputStream in = new Gunzipped(new Reluctant(packed, n), Limits.DEFAULT)) {
      assertArrayEquals(expected, in.readAllBytes());
    }
  }

  @Property(tries = 200)
  void entries_of_a_zip_file_come_out_as_they_went_in(
      @ForAll @Size(min = 1, max = 5) List<byte[]> parts) throws IOException {
    var pairs = new Object[2 * parts.size()];
    for (int i = 0; i < parts.size(); i++) {
      pairs[2 * i] = i + ".csv";
      pairs[2 * i + 1] = parts.get(i);
    }
    byte[] zip = Zips.zip(pairs);
    List<ZipDirectory.Entry> entries = ZipDirectory.read(Bytes.of(zip), Limits.DEFAULT);
    assertEquals(parts.size(), entries.size());
    for (int i = 0; i < parts.size(); i++) {
      try (InputStream in = ZipDirectory.open(Bytes.of(zip), entries.get(i))) {
        assertArrayEquals(parts.get(i), in.readAllBytes());
      }
    }
  }

  @Property(tries = 500)
  void one_changed_byte_gives_the_old_content_or_a_refusal(
      @ForAll @Size(min = 1, max = 200) byte[] content,
      @ForAll @IntRange(min = 0, max = 400) int place,
      @ForAll byte value)
      throws IOException {
    byte[] packed = Zips.gzip(content);
    packed[place % packed.length] = value;
    var out = new ByteArrayOutputStream();
    try (InputStream in = new Gunzipped(new ByteArrayInputStream(packed), Limits.DEFAULT)) {
      in.transferTo(out);
    } catch (RefusedFile e) {
      return;
    }
    assertArrayEquals(content, out.toByteArray());
  }
}
