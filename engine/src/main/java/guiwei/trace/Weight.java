package guiwei.trace;

/// One row of an explanation.
///
/// @param clue which of the clues this is about, -1 where it is about none
/// @param fits how many customers fit the clue
/// @param bits what it adds to the logarithm of the odds, to the base 2
public record Weight(Ground ground, int clue, int fits, double bits) {
  /// What a row is about.
  public enum Ground {
    /// How likely any one of so many customers is before anything is looked at.
    ANYONE,
    /// The customer's value fits the clue.
    FITS,
    /// It does not.
    DIFFERS,
    /// The customer's record has no such value.
    UNKNOWN,
    /// Somebody else may have paid for the customer: what is printed counts for less.
    OTHER_PAYER,
    /// How all others together, and strangers, are weighed.
    RIVALS
  }
}
