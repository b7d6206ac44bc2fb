package guiwei.statement;

import guiwei.table.BadRow;
import guiwei.table.Footing.Check;
import guiwei.table.RefusedFile;
import guiwei.table.RowSink;
import guiwei.table.State;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the bank and card statements of an OFX file transaction by transaction.
///
/// OFX declares no opening balance and no counts, so there is nothing to foot; that the file is
/// whole shows by its last tag.
final class OfxReader implements OfxTags.Listener {
  /// Elements that hold others and change what a value means.
  private static final Set<String> GROUPS =
      Set.of(
          "OFX",
          "STATUS",
          "STMTRS",
          "CCSTMTRS",
          "BANKACCTFROM",
          "CCACCTFROM",
          "BANKTRANLIST",
          "BANKTRANLISTP",
          "STMTTRN",
          "STMTTRNP",
          "PAYEE",
          "BANKACCTTO",
          "CCACCTTO",
          "CURRENCY",
          "ORIGCURRENCY",
          "LEDGERBAL",
          "AVAILBAL",
          "BAL");

  private static final int MAX_DEPTH = 100;

  private final Letters letters;
  private final Postings postings;
  private final OfxPosting translator;
  private final Deque<String> groups = new ArrayDeque<>();
  private final Map<String, String> statement = new HashMap<>();
  private final Map<String, String> said = new HashMap<>();
  private BadRow.@Nullable Problem flaw;
  private String flawed = "";
  private boolean inTransaction;
  private long statements;
  private boolean ended;

  OfxReader(Letters letters, int file, String name, RowSink sink, ZoneId zone) {
    this.letters = letters;
    this.postings = new Postings(file, name, sink);
    this.translator = new OfxPosting(zone);
  }

  List<Check> read(InputStream in) throws IOException {
    new OfxTags(in, this).read();
    if (!ended) {
      throw new RefusedFile(RefusedFile.Problem.TRUNCATED, "</OFX> is missing");
    }
    if (statements == 0) {
      throw new RefusedFile(RefusedFile.Problem.BROKEN, "no statement of an account or card");
    }
    return List.of();
  }

  @Override
  public void opened(String name, long line) throws RefusedFile {
    if (!GROUPS.contains(name)) {
      return;
    }
    if (groups.size() == MAX_DEPTH) {
      throw new RefusedFile(RefusedFile.Problem.BROKEN, "line " + line + ": nested too deep");
    }
    switch (name) {
      case "OFX" -> ended = false;
      case "STMTRS", "CCSTMTRS" -> {
        statements++;
        statement.clear();
      }
      case "STMTTRN", "STMTTRNP" -> {
        give(line);
        inTransaction = true;
      }
      default -> {}
    }
    groups.push(name);
  }

  @Override
  public void value(String name, byte[] bytes, int length, long line) throws IOException {
    String group = groups.isEmpty() ? "" : groups.element();
    boolean error = group.equals("STATUS") && name.equals("CODE");
    if (!inTransaction && !error && !name.equals("CURDEF") && !group.endsWith("FROM")) {
      return;
    }
    String text = text(name, bytes, length);
    if (error && !text.equals("0")) {
      throw new RefusedFile(
          RefusedFile.Problem.BROKEN, "the bank answers with status " + text + " instead of rows");
    }
    if (inTransaction) {
      said.putIfAbsent(group.startsWith("STMTTRN") ? name : group + "/" + name, text);
    } else if (!error) {
      statement.put(name, text);
    }
  }

  private String text(String name, byte[] bytes, int length) {
    try {
      if (length >= 0) {
        return OfxPosting.plain(letters.decode(bytes, length));
      }
      flaw = BadRow.Problem.TOO_LONG;
    } catch (CharacterCodingException invalid) {
      flaw = BadRow.Problem.ENCODING;
    }
    flawed = name;
    return "";
  }

  @Override
  public void closed(String name, long line) {
    if (!groups.contains(name)) {
      return;
    }
    while (!groups.pop().equals(name)) {
      // a group that its own bank did not close
    }
    boolean listEnds = name.startsWith("STMTTRN") || name.startsWith("BANKTRANLIST");
    if (listEnds || name.endsWith("STMTRS") || name.equals("OFX")) {
      give(line);
    }
    ended |= name.equals("OFX");
  }

  private void give(long line) {
    if (!inTransaction) {
      return;
    }
    inTransaction = false;
    OfxPosting.Answer answer = translator.posting(said, statement);
    if (flaw != null) {
      postings.bad(line, flawed, "", flaw);
    } else if (answer.problem() != null) {
      postings.bad(line, answer.column(), answer.value(), answer.problem());
    } else {
      answer.posting().state = pending() ? State.PENDING : State.DONE;
      postings.unique(answer.posting());
    }
    said.clear();
    flaw = null;
  }

  private boolean pending() {
    return groups.contains("BANKTRANLISTP") || "HOLD".equals(said.get("TRNTYPE"));
  }
}
