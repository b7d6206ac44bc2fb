package guiwei.trace;

import java.util.List;

/// A customer who may be the payer.
///
/// @param customer the place in [Customers]
/// @param probability that this customer paid, or somebody for this customer
/// @param weights why: their bits sum to the logarithm of the odds
public record Candidate(int customer, double probability, List<Weight> weights) {
  public Candidate {
    weights = List.copyOf(weights);
  }
}
