package guiwei.table;

/// Where a row stands: the file's number in this run and the place inside it, in one `long`.
///
/// The place is the byte offset of the row's first byte in a delimited file, and the row's
/// ordinal (from 0) everywhere else.
public final class Locator {
  private static final int PLACE_BITS = 44;
  private static final long PLACE_MASK = (1L << PLACE_BITS) - 1;
  /// The most files a run can hold.
  public static final int MAX_FILES = 1 << 19;

  private Locator() {}

  public static long of(int file, long place) {
    if (file < 0 || file >= MAX_FILES || place < 0 || place > PLACE_MASK) {
      throw new IllegalArgumentException("no such place: file " + file + ", place " + place);
    }
    return ((long) file << PLACE_BITS) | place;
  }

  public static int file(long locator) {
    return (int) (locator >>> PLACE_BITS);
  }

  public static long place(long locator) {
    return locator & PLACE_MASK;
  }
}
