package guiwei.bench;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads `20000`, `100k` and `10m` as a count.
final class Counts implements ITypeConverter<Long> {
  @Override
  public Long convert(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    long unit = lower.endsWith("m") ? 1_000_000 : lower.endsWith("k") ? 1_000 : 1;
    String figures = unit == 1 ? lower : lower.substring(0, lower.length() - 1);
    try {
      long count = Math.multiplyExact(Long.parseLong(figures), unit);
      if (count > 0) {
        return count;
      }
    } catch (ArithmeticException | NumberFormatException e) {
      throw new TypeConversionException("'" + text + "' is no count like 20000, 100k or 10m");
    }
    throw new TypeConversionException("'" + text + "' is not more than nothing");
  }
}
