package guiwei.source;

/// How far an archive is trusted. Files that are not packed are read whatever their size.
///
/// @param fileBytes the most that one packed file may unpack to
/// @param ratio how many times its packed size a file or archive may come to
/// @param freeBytes content up to this size is let pass whatever its ratio
/// @param entries the most entries of one archive
/// @param depth how many packings may lie in each other: a gzip file within a zip file is two
/// @param innerBytes the largest archive within an archive; it is held in memory while it is
///     read
/// @param files the most files of one run
public record Limits(
    long fileBytes, int ratio, long freeBytes, int entries, int depth, long innerBytes, int files) {
  private static final long MB = 1L << 20;

  /// Deflate cannot pack better than 1:1032; real statements come to 1:5 up to 1:40.
  public static final Limits DEFAULT =
      new Limits(64L << 30, 250, 64 * MB, 100_000, 2, 128 * MB, 500_000);

  public Limits {
    if (fileBytes < 0 || ratio < 1 || freeBytes < 0 || entries < 0 || depth < 0 || files < 0) {
      throw new IllegalArgumentException("limits below zero");
    }
    if (innerBytes < 0 || innerBytes > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException("an inner archive of " + innerBytes + " bytes");
    }
  }

  /// Whether so many bytes out of so many packed ones are within the limits.
  boolean allow(long packed, long unpacked) {
    return unpacked <= fileBytes && (unpacked <= freeBytes || unpacked / ratio <= packed);
  }
}
