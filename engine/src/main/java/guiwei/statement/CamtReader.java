package guiwei.statement;

import static guiwei.statement.CamtField.*;

import guiwei.table.BadRow;
import guiwei.table.Footing.Check;
import guiwei.table.RefusedFile;
import guiwei.table.RowSink;
import guiwei.table.State;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads a camt.053 or camt.054 entry by entry, whatever its size.
final class CamtReader implements XmlWalk.Visitor<CamtField> {
  private final Monies monies = new Monies();
  private final Checks checks = new Checks();
  private final Postings postings;
  private final CamtTotals totals;
  private final CamtPosting translator;
  private final CamtEntry entry;
  private boolean inEntry;
  private CamtPosting.@Nullable Frame frame;
  private @Nullable CamtField tooLong;
  private long statements;
  private long batches;
  private long batchesThatAddUp;

  /// @param notification whether it tells one by one what a statement may book in a batch
  CamtReader(int file, String name, RowSink sink, ZoneId zone, boolean notification) {
    postings = new Postings(file, name, sink);
    totals = new CamtTotals(monies, checks);
    translator = new CamtPosting(monies, zone, notification);
    entry = new CamtEntry(translator, postings);
  }

  List<Check> read(InputStream in, XmlPaths<CamtField> paths) throws IOException {
    new XmlWalk<>(paths, "Ccy", this).walk(XmlLetters.reader(in));
    if (statements == 0) {
      throw new RefusedFile(RefusedFile.Problem.BROKEN, "no statement in it");
    }
    if (batches > 0) {
      checks.count("entries whose details add up", batches, batchesThatAddUp);
    }
    return checks.list();
  }

  @Override
  public void opened(CamtField field) {
    switch (field) {
      case STATEMENT -> {
        statements++;
        totals.begin();
        postings.begin();
      }
      case ENTRY -> {
        inEntry = true;
        frame = null;
        tooLong = null;
        entry.begin();
      }
      case DETAIL -> entry.beginDetail();
      default -> {}
    }
  }

  @Override
  public void closed(CamtField field, String text, String attribute, long line) throws RefusedFile {
    switch (field) {
      case STATEMENT -> {
        totals.end();
        totals.periods(postings);
      }
      case BALANCE -> totals.balance();
      case DETAIL -> endDetail();
      case ENTRY -> endEntry(line);
      default -> say(field, attribute.isEmpty() ? text : attribute + " " + text);
    }
  }

  private void say(CamtField field, String value) {
    if (value.length() > Postings.MAX_TEXT) {
      tooLong = field;
    } else if (!value.isEmpty() && inEntry) {
      entry.say(field, value);
    } else if (!value.isEmpty()) {
      totals.say(field, value);
    }
  }

  /// A detail comes after everything of its entry that it needs, by the order of the schema.
  private void endDetail() {
    if (frame == null) {
      frame = flaw() == null ? frame() : null;
    }
    if (frame != null) {
      entry.endDetail(frame);
    }
  }

  private void endEntry(long line) throws RefusedFile {
    inEntry = false;
    CamtEntry.Flaw flaw = flaw();
    if (flaw != null) {
      postings.bad(line, "Ntry/" + flaw.field(), flaw.value(), flaw.problem());
      return;
    }
    CamtPosting.Frame whole = frame == null ? frame() : frame;
    int rows = entry.end(whole);
    if (entry.lost() > 0) {
      postings.bad(line, "TxDtls/Amt", "", BadRow.Problem.MISSING);
    }
    totals.entry(whole.currency(), whole.minor(), whole.state() == State.DONE, rows);
    checkDetails(whole);
  }

  private CamtEntry.@Nullable Flaw flaw() {
    if (tooLong != null) {
      return new CamtEntry.Flaw(tooLong, "", BadRow.Problem.TOO_LONG);
    }
    String amount = entry.own(AMOUNT);
    String[] parts = amount.split(" ", 2);
    if (amount.isEmpty()) {
      return new CamtEntry.Flaw(AMOUNT, amount, BadRow.Problem.MISSING);
    }
    boolean readable =
        parts.length == 2
            && monies.currency(parts[0]) != Monies.UNKNOWN
            && monies.unsigned(parts[1]) != Monies.UNREADABLE;
    if (!readable) {
      return new CamtEntry.Flaw(AMOUNT, amount, BadRow.Problem.AMOUNT);
    }
    if (!entry.own(SIGN).equals("CRDT") && !entry.own(SIGN).equals("DBIT")) {
      return new CamtEntry.Flaw(SIGN, entry.own(SIGN), BadRow.Problem.WORD);
    }
    if (state() == State.UNKNOWN) {
      return new CamtEntry.Flaw(ENTRY_STATUS, entry.own(ENTRY_STATUS), BadRow.Problem.WORD);
    }
    boolean dated =
        BankMoments.iso(new Posting(), entry.own(ENTRY_BOOKED), ZoneOffset.UTC)
            || BankMoments.iso(new Posting(), entry.own(ENTRY_VALUE), ZoneOffset.UTC);
    return dated ? null : new CamtEntry.Flaw(ENTRY_BOOKED, entry.own(ENTRY_BOOKED), timeProblem());
  }

  private BadRow.Problem timeProblem() {
    return entry.own(ENTRY_BOOKED).isEmpty() ? BadRow.Problem.MISSING : BadRow.Problem.TIME;
  }

  private State state() {
    return switch (entry.own(ENTRY_STATUS)) {
      case "BOOK" -> State.DONE;
      case "PDNG", "FUTR" -> State.PENDING;
      // told for information only: nothing was booked on this account
      case "INFO" -> State.FAILED;
      default -> State.UNKNOWN;
    };
  }

  private CamtPosting.Frame frame() {
    String[] amount = entry.own(AMOUNT).split(" ", 2);
    monies.currency(amount[0]);
    long minor = monies.unsigned(amount[1]);
    return new CamtPosting.Frame(
        totals.said(ACCOUNT),
        totals.said(STATEMENT_ID),
        amount[0],
        entry.own(SIGN).equals("CRDT") ? minor : -minor,
        entry.own(ENTRY_REVERSAL).equals("true") || entry.own(ENTRY_REVERSAL).equals("1"),
        state());
  }

  /// Details must add up to their entry, or differ by the charges that the entry states.
  private void checkDetails(CamtPosting.Frame whole) {
    if (!entry.comparable()) {
      return;
    }
    batches++;
    long difference = whole.minor() - entry.detailSum();
    boolean charges = !entry.split() && Math.abs(difference) == entryCharges(whole);
    if (difference == 0 || charges) {
      batchesThatAddUp++;
    } else {
      monies.currency(whole.currency());
      checks.amount(
          totals.name() + ": details of entry " + Objects.requireNonNull(entryName()),
          whole.minor(),
          entry.detailSum(),
          monies.digits());
    }
    String declared = entry.own(BATCH_COUNT);
    if (entry.split() && !declared.isEmpty() && !declared.equals(Long.toString(entry.details()))) {
      checks.count(
          totals.name() + ": number of details of entry " + entryName(),
          monies.whole(declared),
          entry.details());
    }
  }

  private long entryCharges(CamtPosting.Frame whole) {
    return translator.charges(entry.pair(), whole.currency());
  }

  private String entryName() {
    String reference = entry.own(ENTRY_SERVICER_REF);
    return reference.isEmpty() ? entry.own(ENTRY_REF) : reference;
  }
}
