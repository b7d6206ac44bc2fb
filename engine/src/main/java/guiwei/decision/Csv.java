package guiwei.decision;

import guiwei.decision.BadDecision.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows of comma-separated text after RFC 4180, with the number of the line each begins on.
final class Csv {
  record Line(long number, List<String> cells) {
    Line {
      cells = List.copyOf(cells);
    }
  }

  private final String file;
  private final String text;
  private int at;
  private long line = 1;

  Csv(String file, String text) {
    this.file = file;
    this.text = text;
  }

  /// The next row that is not empty, or null after the last.
  @Nullable Line next() throws BadDecision {
    while (at < text.length()) {
      long begins = line;
      List<String> cells = row();
      if (cells.size() > 1 || !cells.getFirst().isBlank()) {
        return new Line(begins, cells);
      }
    }
    return null;
  }

  private List<String> row() throws BadDecision {
    List<String> cells = new ArrayList<>();
    do {
      cells.add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
    } while (at < text.length() && text.charAt(at++) == ',');
    if (at > 0 && at < text.length() && text.charAt(at - 1) == '\r' && text.charAt(at) == '\n') {
      at++;
    }
    line++;
    return cells;
  }

  private String plain() {
    int from = at;
    while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(from, at);
  }

  private String quoted() throws BadDecision {
    long begins = line;
    StringBuilder cell = new StringBuilder();
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c != '"') {
        cell.append(c);
        line += c == '\n' ? 1 : 0;
      } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
        cell.append(c);
        at++;
      } else {
        at++;
        if (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
          throw new BadDecision(file, line, "", cell.toString(), Problem.QUOTES, "");
        }
        return cell.toString();
      }
    }
    throw new BadDecision(file, begins, "", "", Problem.QUOTES, "");
  }
}
