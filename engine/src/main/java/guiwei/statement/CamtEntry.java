package guiwei.statement;

import static guiwei.statement.CamtField.*;

import guiwei.table.BadRow;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The entry being read, with its details. Details are kept only until it is clear whether each
/// becomes a row of its own.
final class CamtEntry {
  /// So many details are held back; a batch beyond is given out as it is read.
  private static final int HELD = 1000;

  /// A cell that cannot be read.
  record Flaw(CamtField field, String value, BadRow.Problem problem) {}

  private final CamtPosting translator;
  private final Postings postings;
  private final Map<CamtField, String> own = new EnumMap<>(CamtField.class);
  private final Map<CamtField, String> detail = new EnumMap<>(CamtField.class);
  private final List<Posting> held = new ArrayList<>();
  private final List<String> references = new ArrayList<>();
  private boolean inDetail;
  private long details;
  private long withoutAmount;
  private long given;
  private long detailSum;

  CamtEntry(CamtPosting translator, Postings postings) {
    this.translator = translator;
    this.postings = postings;
  }

  void begin() {
    own.clear();
    held.clear();
    references.clear();
    inDetail = false;
    details = 0;
    withoutAmount = 0;
    given = 0;
    detailSum = 0;
  }

  void beginDetail() {
    detail.clear();
    inDetail = true;
  }

  void say(CamtField field, String value) {
    Map<CamtField, String> said = inDetail ? detail : own;
    String before = said.get(field);
    if (before == null) {
      said.put(field, value);
    } else if (field.repeats() && before.length() <= Postings.MAX_TEXT) {
      said.put(field, before + "\n" + value);
    } else if (field == BATCH_COUNT) {
      said.put(field, Long.toString(whole(before) + whole(value)));
    }
  }

  private static long whole(String text) {
    return text.matches("\\d{1,15}") ? Long.parseLong(text) : 0;
  }

  String own(CamtField field) {
    return own.getOrDefault(field, "");
  }

  /// A `TxDtls` is complete.
  void endDetail(CamtPosting.Frame frame) {
    details++;
    inDetail = false;
    CamtPosting.Pair said = new CamtPosting.Pair(own, detail, details);
    Posting posting = translator.detail(said, frame);
    long minor = translator.detailMinor(said, frame);
    if (minor == Monies.UNREADABLE) {
      withoutAmount++;
    } else {
      posting.minor = minor;
      detailSum = Math.addExact(detailSum, minor);
    }
    hold(posting, said);
  }

  private void hold(Posting posting, CamtPosting.Pair said) {
    if (held.size() < HELD) {
      held.add(posting);
      references.addAll(translator.references(said));
    }
    if (given > 0) {
      give(posting);
    } else if (details == HELD && withoutAmount == 0) {
      held.forEach(this::give);
    }
  }

  private void give(Posting posting) {
    given++;
    postings.counted(posting);
  }

  /// Whether details become rows of their own.
  boolean split() {
    return given > 0 || (details > 1 && withoutAmount == 0);
  }

  /// The entry is complete; answers how many rows it became.
  int end(CamtPosting.Frame frame) {
    if (details > HELD && given == 0) {
      references.clear();
    }
    if (split()) {
      if (given == 0) {
        held.forEach(this::give);
      }
      return Math.toIntExact(Math.min(given, Integer.MAX_VALUE));
    }
    if (details > 1) {
      detail.clear();
    }
    Posting posting = translator.whole(pair(), frame, details > 1 ? references : List.of());
    postings.counted(posting);
    return 1;
  }

  private Map<CamtField, String> detail() {
    return details == 1 ? detail : Map.of();
  }

  /// How many details had no amount although others were given out as rows already.
  long lost() {
    return given > 0 ? withoutAmount : 0;
  }

  long details() {
    return details;
  }

  /// What the details add up to, signed; of a single one only if it states its own amount.
  long detailSum() {
    return detailSum;
  }

  /// The words of the entry and of its only detail.
  CamtPosting.Pair pair() {
    return new CamtPosting.Pair(own, detail(), 0);
  }

  boolean comparable() {
    return split() || (details == 1 && withoutAmount == 0 && detail.containsKey(AMOUNT));
  }
}
