package guiwei.outcome;

/// Told how far a run is; called from several threads.
public interface Progress {
  /// The steps of a run, in order.
  enum Step {
    READ,
    GROUP,
    THINK,
    WRITE
  }

  /// Whoever does not want to know.
  Progress SILENT = (step, done, total) -> {};

  /// So much of the step is done.
  ///
  /// @param done bytes for READ, partitions or items for the others
  /// @param total the same when everything is done, or -1 when nobody knows
  void at(Step step, long done, long total);
}
