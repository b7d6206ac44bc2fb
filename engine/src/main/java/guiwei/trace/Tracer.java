package guiwei.trace;

import guiwei.customer.Mask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/// Whose money is it? One posterior over all customers and nobody:
///
/// P(c) = prior · LR(c) / (strangers + Σ candidates + rest), with
/// LR(c) = self · Π (agreement or disagreement of each clue) + (1 − self).
///
/// A clue that fits weighs m / u, one that does not (1 − m) / (1 − u), one about which the record
/// says nothing 1; this is the weighing of Fellegi and Sunter (A theory for record linkage, 1969).
/// Here u is the exact share of the *other* customers who fit, so that a number only one customer
/// has is not held against her, and with it what chance adds ([Mask#chance]). When somebody else
/// pays, all clues about the payer disagree together: only the sum with 1 − self says so.
public final class Tracer {
  /// A clue that more customers fit names nobody alone; it still weighs.
  private static final int MOST = 5_000;

  private final Customers customers;
  private final Model model;

  public Tracer(Customers customers) {
    this.customers = customers;
    this.model = Model.SHIPPED;
  }

  /// A clue and what the customers say to it.
  private static final class Asked {
    final int clue;
    final Mask mask;
    final int[] fitting;
    final double agreement;
    final double chance;

    Asked(int clue, Mask mask, int[] fitting, double agreement, double chance) {
      this.clue = clue;
      this.mask = mask;
      this.fitting = fitting;
      this.agreement = agreement;
      this.chance = chance;
    }

    boolean names() {
      return fitting.length <= MOST;
    }

    boolean fits(int customer) {
      return Arrays.binarySearch(fitting, customer) >= 0;
    }
  }

  /// A candidate before all are weighed against each other.
  private record Weighed(int customer, double ratio, List<Weight> weights) {}

  /// Traces the payer. The order of the clues does not matter.
  ///
  /// @throws IllegalArgumentException if two clues of one kind say something: what both tell
  ///     would count twice
  public Trace trace(List<Clue> clues) {
    List<Asked> asked = new ArrayList<>();
    List<Integer> fitting = new ArrayList<>();
    for (int i = 0; i < clues.size(); i++) {
      Mask mask = clues.get(i).mask();
      Asked one = mask.isBlank() ? null : ask(i, mask);
      fitting.add(one == null ? -1 : one.fitting.length);
      if (one != null) {
        if (asked.stream().anyMatch(other -> other.mask.trait() == mask.trait())) {
          throw new IllegalArgumentException("two clues of the kind " + mask.trait());
        }
        asked.add(one);
      }
    }
    asked.sort(Comparator.comparing(one -> one.mask.trait()));
    return posterior(asked, fitting);
  }

  private Asked ask(int clue, Mask mask) {
    int[] fitting = customers.fitting(mask);
    double others = Math.max(0, fitting.length - 1) / (double) Math.max(1, customers.size());
    double chance = Math.min(0.999, others + mask.chance(customers.size()));
    return new Asked(clue, mask, fitting, model.agreement(mask), chance);
  }

  private Trace posterior(List<Asked> asked, List<Integer> fitting) {
    double prior = customers.size() == 0 ? 0 : (1 - model.strangers()) / customers.size();
    List<Weighed> weighed = candidates(asked).stream().map(c -> weigh(c, asked)).toList();
    double rest = prior * (customers.size() - weighed.size()) * unseen(asked);
    double none = customers.size() == 0 ? 1 : model.strangers();
    double all = none + rest;
    for (Weighed one : weighed) {
      all += prior * one.ratio;
    }
    List<Candidate> candidates = new ArrayList<>();
    for (Weighed one : weighed) {
      candidates.add(candidate(one, prior, all));
    }
    candidates.sort(
        Comparator.comparingDouble(Candidate::probability)
            .reversed()
            .thenComparing(c -> customers.number(c.customer())));
    return new Trace(candidates, none / all, rest / all, fitting);
  }

  private List<Integer> candidates(List<Asked> asked) {
    var found = new TreeSet<Integer>();
    for (Asked one : asked) {
      if (one.names()) {
        Arrays.stream(one.fitting).forEach(found::add);
      }
    }
    return List.copyOf(found);
  }

  private Weighed weigh(int customer, List<Asked> asked) {
    List<Weight> weights = new ArrayList<>();
    double product = 1;
    for (Asked one : asked) {
      double factor = 1;
      Weight.Ground ground = Weight.Ground.UNKNOWN;
      if (one.fits(customer)) {
        factor = one.agreement / one.chance;
        ground = Weight.Ground.FITS;
      } else if (!customers.values(customer, one.mask.trait()).isEmpty()) {
        factor = (1 - one.agreement) / (1 - one.chance);
        ground = Weight.Ground.DIFFERS;
      }
      weights.add(new Weight(ground, one.clue, one.fitting.length, bits(factor)));
      product *= factor;
    }
    double ratio = model.self() * product + 1 - model.self();
    weights.add(new Weight(Weight.Ground.OTHER_PAYER, -1, 0, bits(ratio / product)));
    return new Weighed(customer, ratio, weights);
  }

  /// The mean ratio of the customers who were not looked at: they fit none of the clues that name
  /// candidates.
  private double unseen(List<Asked> asked) {
    double product = 1;
    for (Asked one : asked) {
      double has = customers.share(one.mask.trait());
      if (one.names()) {
        product *= has * (1 - one.agreement) / (1 - one.chance) + 1 - has;
      }
    }
    return model.self() * product + 1 - model.self();
  }

  private Candidate candidate(Weighed one, double prior, double all) {
    double own = prior * one.ratio;
    List<Weight> weights = new ArrayList<>();
    weights.add(new Weight(Weight.Ground.ANYONE, -1, customers.size(), bits(prior)));
    weights.addAll(one.weights);
    weights.add(new Weight(Weight.Ground.RIVALS, -1, 0, -bits(Math.max(all - own, all * 1e-15))));
    return new Candidate(one.customer, own / all, weights);
  }

  private static double bits(double factor) {
    return Math.log(factor) / Math.log(2);
  }
}
