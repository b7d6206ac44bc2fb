package guiwei.decision;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/// One thing that somebody decided, by the numbers that channels and the merchant gave the facts:
/// it holds in every run that knows them.
///
/// @param receipts the channels' own numbers of the lines, each once, sorted
/// @param orders the orders' numbers, each once, sorted
/// @param line where the decision begins in its file
public record Decision(Verdict verdict, List<String> receipts, List<String> orders, long line) {
  /// What can be decided. Each has a heading in `docs/decisions.md`.
  public enum Verdict {
    /// What is reported of these facts is as it should be.
    NOT_AN_ERROR("不是差错"),
    /// These lines and orders explain each other.
    TOGETHER("属于一起");

    private final String chinese;

    Verdict(String chinese) {
      this.chinese = chinese;
    }

    /// As it is written: `not_an_error`.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    String chinese() {
      return chinese;
    }
  }

  public Decision {
    receipts = List.copyOf(new TreeSet<>(receipts));
    orders = List.copyOf(new TreeSet<>(orders));
  }
}
