package guiwei.carryover;

/// A folder that cannot be carried over from. Each problem has a heading in `docs/carryover.md`.
public final class CarryoverRefused extends Exception {
  private static final long serialVersionUID = 1L;

  /// What is wrong with it.
  public enum Problem {
    /// Another run works with it.
    BUSY,
    /// The folder holds something else.
    NOT_OURS,
    /// The list of its files cannot be understood, or a file of the list is gone.
    BROKEN,
    /// A newer version of Guiwei wrote it.
    NEWER
  }

  private final Problem problem;
  private final String place;

  CarryoverRefused(Problem problem, String place) {
    super(problem + ": " + place, null, false, false);
    this.problem = problem;
    this.place = place;
  }

  public Problem problem() {
    return problem;
  }

  /// The folder, or the line of the list.
  public String place() {
    return place;
  }
}
