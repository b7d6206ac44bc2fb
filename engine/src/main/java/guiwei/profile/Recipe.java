package guiwei.profile;

import guiwei.table.Num;
import guiwei.table.Row;
import guiwei.table.Text;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How the number of a line that brings none is put together.
sealed interface Recipe {
  /// The number of this row, or an empty text when a part of it is missing.
  String number(Row row);

  /// Whether numbers depend on the rows before: such a file is read from its beginning.
  boolean counts();

  /// The same recipe with a memory of its own.
  Recipe fresh();

  /// What [Facts] is called in a profile.
  String FACTS_WORD = "facts";

  Pattern PART = Pattern.compile("\\{(\\w+)}");

  /// Reads a recipe: `{terminal}-{date}-{trace}`, or `facts`.
  ///
  /// @throws IllegalArgumentException when it names something that rows do not have
  static Recipe of(String written) {
    return written.equals(FACTS_WORD) ? new Facts() : Parts.of(written);
  }

  /// Parts of the row with fixed text between them.
  record Parts(List<Piece> parts) implements Recipe {
    /// One part: fixed words, a text of the row, or its day.
    record Piece(String words, @Nullable Text text, boolean day) {
      boolean fixed() {
        return text == null && !day;
      }
    }

    private static Recipe of(String written) {
      List<Piece> parts = new ArrayList<>();
      Matcher names = PART.matcher(written);
      int end = 0;
      while (names.find()) {
        parts.add(new Piece(written.substring(end, names.start()), null, false));
        boolean day = names.group(1).equals("date");
        parts.add(new Piece("", day ? null : text(names.group(1)), day));
        end = names.end();
      }
      parts.add(new Piece(written.substring(end), null, false));
      return new Parts(List.copyOf(parts));
    }

    private static Text text(String word) {
      return Text.valueOf(word.toUpperCase(Locale.ROOT));
    }

    @Override
    public String number(Row row) {
      StringBuilder number = new StringBuilder();
      for (Piece part : parts) {
        String piece = part.day ? day(row) : part.words;
        if (part.text != null) {
          piece = row.text(part.text);
        }
        if (piece.isEmpty() && !part.fixed()) {
          return "";
        }
        number.append(piece);
      }
      return number.toString();
    }

    @Override
    public boolean counts() {
      return false;
    }

    @Override
    public Recipe fresh() {
      return this;
    }
  }

  /// A number from everything the line says, the same in every export that holds the line.
  /// Equal lines are counted: which of them is which does not matter.
  final class Facts implements Recipe {
    private static final int BYTES = 6;
    private static final Text[] TEXTS = {
      Text.ACCOUNT, Text.PAYER, Text.PAYER_NAME, Text.REMARK, Text.TYPE, Text.REFERENCE, Text.TRACE
    };
    private static final Num[] NUMS = {Num.AMOUNT, Num.BALANCE};

    private final Occurrences seen = new Occurrences();
    private final MessageDigest digest;

    Facts() {
      try {
        digest = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException everyJdkHasIt) {
        throw new IllegalStateException(everyJdkHasIt);
      }
    }

    @Override
    public String number(Row row) {
      ByteBuffer figures = ByteBuffer.allocate((NUMS.length + 1) * Long.BYTES);
      figures.putLong(row.hasTime ? row.epochSecond : 0);
      for (Num num : NUMS) {
        figures.putLong(row.figure(num));
      }
      digest.update(figures.array());
      for (Text text : TEXTS) {
        digest.update(row.text(text).getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      byte[] hash = digest.digest();
      String day = day(row).isEmpty() ? "undated" : day(row);
      int times = seen.next(ByteBuffer.wrap(hash).getLong());
      String number = day + "-" + HexFormat.of().formatHex(hash, 0, BYTES);
      return times == 1 ? number : number + "-" + times;
    }

    @Override
    public boolean counts() {
      return true;
    }

    @Override
    public Recipe fresh() {
      return new Facts();
    }
  }

  private static String day(Row row) {
    if (!row.hasTime) {
      return "";
    }
    long local = Math.floorDiv(row.epochSecond + row.offsetSeconds, 86_400L);
    return LocalDate.ofEpochDay(local).format(DateTimeFormatter.BASIC_ISO_DATE);
  }
}
