package guiwei.trace;

import java.util.List;

/// Who may have paid. The probabilities of the candidates, of none and of the rest sum to 1.
///
/// @param candidates the most likely first
/// @param none that the payer is no customer at all
/// @param rest that it is a customer who is not among the candidates
/// @param fitting how many customers fit each clue, in the order of the clues; -1 for one that says
///     nothing
public record Trace(List<Candidate> candidates, double none, double rest, List<Integer> fitting) {
  public Trace {
    candidates = List.copyOf(candidates);
    fitting = List.copyOf(fitting);
  }
}
