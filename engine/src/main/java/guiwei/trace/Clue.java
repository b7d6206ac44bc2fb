package guiwei.trace;

import guiwei.customer.Mask;
import guiwei.customer.Trait;

/// What is known about a payer, from any source, often masked.
///
/// @param said as it was printed
public record Clue(Trait trait, String said) {
  Mask mask() {
    return Mask.of(trait, said);
  }
}
