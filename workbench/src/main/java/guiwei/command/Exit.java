package guiwei.command;

/// What the process answers to whoever started it, as `docs/commands.md` promises.
final class Exit {
  /// Every cent has its place.
  static final int CLEAN = 0;

  /// There are discrepancies of the kinds that `--fail-on` names.
  static final int DISCREPANCIES = 1;

  /// The command was not understood, or some of what was given could not be read.
  static final int BAD_INPUT = 2;

  /// The run did not come to its end.
  static final int FAILURE = 3;

  private Exit() {}
}
