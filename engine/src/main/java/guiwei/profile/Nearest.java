package guiwei.profile;

import guiwei.table.Encoding;
import guiwei.table.RefusedFile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says of a file that nothing fits what it is instead, or which profile it comes nearest to and
/// what it lacks of it.
final class Nearest {
  private static final byte[] PDF = "%PDF".getBytes(StandardCharsets.US_ASCII);
  private static final int FEWEST = 2;

  /// So many blanks and line ends are still nothing; behind more of them something may stand.
  private static final int MOST_BLANKS = 4096;

  private Nearest() {}

  static RefusedFile refusal(byte[] bytes, @Nullable Head head, List<Profile> profiles) {
    if (bytes.length <= MOST_BLANKS && new String(bytes, StandardCharsets.UTF_8).isBlank()) {
      return new RefusedFile(RefusedFile.Problem.EMPTY, "");
    }
    String why = head == null ? noTable(bytes) : guess(profiles, cells(head));
    return new RefusedFile(RefusedFile.Problem.UNRECOGNISED, why);
  }

  static List<List<String>> cells(Head head) {
    return head.rows().stream().map(Head.Line::cells).toList();
  }

  private static String noTable(byte[] bytes) {
    if (bytes.length >= PDF.length && Arrays.equals(bytes, 0, PDF.length, PDF, 0, PDF.length)) {
      return "a PDF: fetch the same list as XLSX or CSV";
    }
    if (Encoding.of(bytes, true) == null) {
      return zeroAt(bytes) < 0
          ? "bytes that are neither UTF-8 nor GB18030"
          : "no text: byte 0 at offset " + zeroAt(bytes);
    }
    return new String(bytes, StandardCharsets.UTF_8).isBlank()
        ? "nothing but blanks"
        : "no columns: no row has a comma, tab, semicolon or bar";
  }

  private static int zeroAt(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        return i;
      }
    }
    return -1;
  }

  /// The profile of whose required columns the largest part is in one row, and the others; an
  /// empty text when none comes near.
  static String guess(List<Profile> profiles, List<List<String>> rows) {
    String best = "";
    double bestPart = 0.5;
    for (Profile profile : profiles) {
      int within = Math.min(rows.size(), profile.format().within() + 1);
      for (List<String> row : rows.subList(0, within)) {
        List<String> missing = Fit.worded(row) ? Bound.missing(profile, row) : List.of();
        int there = profile.required().size() - missing.size();
        double part = (double) there / profile.required().size();
        if (!missing.isEmpty() && there >= FEWEST && part > bestPart) {
          bestPart = part;
          best = "nearest is " + profile.key() + ", without " + String.join(", ", missing);
        }
      }
    }
    return best.isEmpty() ? "no row has headings that are known" : best;
  }
}
