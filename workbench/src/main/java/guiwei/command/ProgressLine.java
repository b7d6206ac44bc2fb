package guiwei.command;

import guiwei.outcome.Progress;
import java.util.Locale;

/// One line that changes while a run works, for people who watch.
final class ProgressLine implements Progress, AutoCloseable {
  private static final long EVERY_MS = 100;
  private static final int WIDTH = 24;
  private static final String BACK = "\r\u001b[K";

  private final Terminal terminal;
  private long shownMs;

  private ProgressLine(Terminal terminal) {
    this.terminal = terminal;
  }

  /// The line, silent where nobody watches.
  static ProgressLine on(Terminal terminal) {
    return new ProgressLine(terminal);
  }

  @Override
  public synchronized void at(Step step, long done, long total) {
    long now = System.nanoTime() / 1_000_000;
    if (!terminal.live() || now - shownMs < EVERY_MS) {
      return;
    }
    shownMs = now;
    String name = terminal.phrases().say("step." + step.name().toLowerCase(Locale.ROOT));
    terminal.err().print(BACK + "  " + name + " " + bar(done, total));
    terminal.err().flush();
  }

  private static String bar(long done, long total) {
    if (total <= 0) {
      return "";
    }
    double share = Math.clamp((double) done / total, 0, 1);
    int full = (int) (share * WIDTH);
    return "█".repeat(full) + "░".repeat(WIDTH - full) + " " + (int) (share * 100) + "%";
  }

  /// Takes the line away.
  @Override
  public synchronized void close() {
    if (terminal.live()) {
      terminal.err().print(BACK);
      terminal.err().flush();
    }
  }
}
