package guiwei.profile;

import java.io.IOException;

/// A profile that cannot be used, with the line and column that are wrong and what would be right.
public final class BadProfile extends IOException {
  private static final long serialVersionUID = 1L;

  private final int line;

  BadProfile(String file, int line, int column, String problem) {
    super(file + ":" + line + ":" + column + ": " + problem);
    this.line = line;
  }

  /// The line, from 1.
  public int line() {
    return line;
  }
}
