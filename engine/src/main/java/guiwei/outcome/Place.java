package guiwei.outcome;

/// Where a line or an order is at the end of a run. Everything is in exactly one place.
public enum Place {
  /// Explained by a match.
  MATCHED,
  /// Named in a discrepancy.
  DISCREPANT,
  /// Line: its place is not known. Order: money may still come.
  OPEN,
  /// Line: moved no customer's money (an outgoing transfer, a fee, a failed try). Order:
  /// nothing is expected of it.
  APART,
  /// The same fact again: another export of one row, or another book's echo of it.
  ECHO
}
