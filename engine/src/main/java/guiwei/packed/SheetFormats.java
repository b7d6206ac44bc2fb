package guiwei.packed;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// How the numbers of a workbook are shown: plain, or as dates and times.
final class SheetFormats {
  private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final MathContext SHOWN = new MathContext(15);
  private static final int MAX_STYLES = 1 << 16;
  private static final double LAST_DAY = 2_958_466;
  private static final double LAST_WHOLE = 1L << 53;
  private static final long SECONDS = 86_400;

  private final LocalDateTime epoch;
  private final Map<Integer, String> codes = new HashMap<>();
  private final List<Integer> styles = new ArrayList<>();

  SheetFormats(boolean date1904) {
    // the days before 1 March 1900 are wrong in every workbook that counts from 1900
    this.epoch =
        date1904 ? LocalDateTime.of(1904, 1, 1, 0, 0) : LocalDateTime.of(1899, 12, 30, 0, 0);
  }

  void read(Workbook.Xml xml) throws IOException {
    boolean cells = false;
    while (xml.next()) {
      cells = xml.starts("cellXfs") || (cells && !xml.ends("cellXfs"));
      if (xml.starts("numFmt") && codes.size() < MAX_STYLES) {
        codes.put(number(xml.attribute("numFmtId")), xml.attribute("formatCode"));
      } else if (cells && xml.starts("xf") && styles.size() < MAX_STYLES) {
        styles.add(number(xml.attribute("numFmtId")));
      }
    }
  }

  private static int number(String text) {
    return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
  }

  /// A number as the sheet shows it: a date, a time of day, or a plain figure without the noise
  /// of binary fractions; `2.02603010000000E+16` where a number is longer than a sheet can hold.
  String show(String value, String style) {
    double number;
    try {
      number = Double.parseDouble(value);
    } catch (NumberFormatException notANumber) {
      return value;
    }
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      return value;
    }
    int index = number(style);
    int format = index < styles.size() ? styles.get(index) : 0;
    if (number >= 0 && number < LAST_DAY && isDate(format)) {
      return date(number);
    }
    if (value.matches("-?\\d{1,18}")) {
      return value;
    }
    if (Math.abs(number) >= LAST_WHOLE) {
      // its last digits are lost: written so that nobody takes what is left for a whole number
      return String.format(Locale.ROOT, "%.14E", number);
    }
    BigDecimal exact = new BigDecimal(number);
    BigDecimal shown = number == Math.rint(number) ? exact : exact.round(SHOWN);
    return shown.stripTrailingZeros().toPlainString();
  }

  private boolean isDate(int format) {
    String code = codes.get(format);
    if (code == null) {
      return (format >= 14 && format <= 22)
          || (format >= 27 && format <= 36)
          || (format >= 45 && format <= 47)
          || (format >= 50 && format <= 58);
    }
    String bare =
        code.toLowerCase(Locale.ROOT)
            .replaceAll("\"[^\"]*\"|\\\\.|\\[[^\\]]*]|_.|\\*.|general", "");
    return bare.matches("[^#0?]*[ymdhs].*") && !bare.matches(".*[#?].*");
  }

  private String date(double number) {
    long seconds = Math.round(number * SECONDS);
    LocalDateTime moment = epoch.plusSeconds(seconds);
    if (seconds < SECONDS) {
      return moment.format(CLOCK);
    }
    return moment.format(seconds % SECONDS == 0 ? DAY : FULL);
  }
}
