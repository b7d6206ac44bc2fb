package guiwei.statement;

import static guiwei.statement.CamtField.*;

import guiwei.money.Decimals;
import guiwei.table.State;
import guiwei.table.Text;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Says in our words what an entry and one of its details say.
final class CamtPosting {
  private static final Pattern RUNNING = Pattern.compile("\\d{1,6}");
  private static final int FULL_LINE = 140;

  /// What a bank writes where it has no reference.
  private static final Set<String> NOTHING =
      Set.of("NOTPROVIDED", "NOT PROVIDED", "NOTAVAIL", "NONREF", "NOREF", "NONE", "N/A");

  /// What the entry settles for all its details.
  record Frame(
      String account,
      String statement,
      String currency,
      long minor,
      boolean reversed,
      State state) {
    boolean credit() {
      return minor >= 0;
    }
  }

  /// The words of an entry and of a detail; `number` counts the details of a batch from 1.
  record Pair(Map<CamtField, String> entry, Map<CamtField, String> detail, long number) {
    String own(CamtField field) {
      return entry.getOrDefault(field, "");
    }

    String of(CamtField field) {
      return detail.getOrDefault(field, "");
    }

    /// What the detail says, else what the entry says.
    String either(CamtField field) {
      return detail.getOrDefault(field, own(field));
    }
  }

  private final Monies monies;
  private final ZoneId zone;
  private final boolean notification;

  CamtPosting(Monies monies, ZoneId zone, boolean notification) {
    this.notification = notification;
    this.monies = monies;
    this.zone = zone;
  }

  /// One row for an entry that is not split; `references` are those of details it stands for.
  Posting whole(Pair said, Frame frame, List<String> references) {
    Posting posting = words(said, frame, frame.credit());
    posting.minor = frame.minor;
    posting.word(Text.ID, wholeId(said, frame));
    posting.feeMinor = feeTakenOff(said, frame);
    if (!references.isEmpty()) {
      posting.word(Text.LIST, cut(String.join(";", new LinkedHashSet<>(references))));
    }
    if (isBatch(said)) {
      posting.word(Text.BATCH, batchNames(said, frame));
    }
    return posting;
  }

  /// Whether the entry stands for payments that only a notification tells one by one.
  private boolean isBatch(Pair said) {
    boolean told =
        !said.own(BATCH_COUNT).isEmpty()
            || !said.own(BATCH_PAYMENT).isEmpty()
            || said.own(TOLD_ELSEWHERE).startsWith("camt.054");
    return !notification && told && said.detail.isEmpty();
  }

  /// What statement and notification both call a batch: by reference, or by day and sum.
  private static String batchNames(Pair said, Frame frame) {
    List<String> names = new ArrayList<>();
    for (CamtField field : List.of(ENTRY_SERVICER_REF, BATCH_PAYMENT, BATCH_MESSAGE)) {
      if (!named(said.own(field)).isEmpty()) {
        names.add(field + " " + said.own(field));
      }
    }
    String day = first(said.own(ENTRY_BOOKED), said.own(ENTRY_VALUE));
    names.add(day.substring(0, Math.min(10, day.length())) + " " + frame.minor);
    return String.join("\n", names);
  }

  /// One row for a detail of a batch; its amount is set by the caller.
  Posting detail(Pair said, Frame frame) {
    Posting posting = words(said, frame, credit(said, frame));
    posting.word(Text.ID, detailId(said, frame));
    if (notification) {
      posting.word(Text.PART_OF, batchNames(said, frame));
    }
    return posting;
  }

  /// The amount of a detail in the entry's currency, signed, or [Monies#UNREADABLE].
  long detailMinor(Pair said, Frame frame) {
    for (CamtField field : List.of(AMOUNT, TRANSACTED, COUNTER_VALUE, INSTRUCTED)) {
      long minor = minor(said.of(field), frame.currency);
      if (minor != Monies.UNREADABLE) {
        return credit(said, frame) ? minor : -minor;
      }
    }
    return Monies.UNREADABLE;
  }

  private static boolean credit(Pair said, Frame frame) {
    return said.of(SIGN).isEmpty() ? frame.credit() : said.of(SIGN).equals("CRDT");
  }

  private long minor(String amount, String currency) {
    if (!amount.startsWith(currency + " ") || monies.currency(currency) == Monies.UNKNOWN) {
      return Monies.UNREADABLE;
    }
    return monies.unsigned(amount.substring(currency.length() + 1));
  }

  private Posting words(Pair said, Frame frame, boolean credit) {
    Posting posting = new Posting();
    posting.state = frame.state;
    posting.currency = monies.currency(frame.currency);
    boolean reversed = frame.reversed || !said.of(RETURNED).isEmpty();
    String code = said.either(SUBFAMILY);
    posting.kind = BankCodes.iso(said.either(DOMAIN), said.either(FAMILY), code, credit, reversed);
    posting
        .word(Text.ACCOUNT, frame.account)
        .word(Text.TYPE, type(said))
        .word(Text.STATE, said.own(ENTRY_STATUS));
    moment(posting, said);
    counterparty(posting, said, credit != reversed, reversed, frame.account);
    List<String> references = references(said);
    if (references.size() == 1) {
      posting.word(Text.REFERENCE, references.getFirst());
    } else if (references.size() > 1) {
      posting.word(Text.LIST, cut(String.join(";", references)));
    }
    posting.word(Text.REMARK, remark(said, references, frame.currency));
    if (reversed) {
      posting.word(Text.ORIGINAL, named(said.of(TX_ID)));
    }
    return posting;
  }

  private static String type(Pair said) {
    if (said.either(DOMAIN).isEmpty()) {
      return said.either(OWN_CODE);
    }
    return said.either(DOMAIN) + "/" + said.either(FAMILY) + "/" + said.either(SUBFAMILY);
  }

  /// The booking day or moment; where the bank gives only the day, the moment the payment was
  /// accepted, if it is told.
  private void moment(Posting posting, Pair said) {
    boolean booked =
        BankMoments.iso(posting, said.own(ENTRY_BOOKED), zone)
            || BankMoments.iso(posting, said.own(ENTRY_VALUE), zone);
    if ((!booked || posting.dayOnly()) && !said.of(TX_TIME).isEmpty()) {
      BankMoments.iso(posting, said.of(TX_TIME), zone);
    }
  }

  /// @param turned the money went back, so that the side was guessed from the first payment
  private static void counterparty(
      Posting posting, Pair said, boolean debtor, boolean turned, String ours) {
    CamtField account = debtor ? DEBTOR_ACCOUNT : CREDITOR_ACCOUNT;
    boolean silent = said.of(debtor ? DEBTOR : CREDITOR).isEmpty() && said.of(account).isEmpty();
    String across = said.of(debtor ? CREDITOR_ACCOUNT : DEBTOR_ACCOUNT);
    if (turned && silent && !across.isEmpty() && !across.equals(ours)) {
      // a bank that names the other side of a return as that of the return itself
      counterparty(posting, said, !debtor, false, ours);
      return;
    }
    posting
        .word(Text.PAYER_NAME, said.of(debtor ? DEBTOR : CREDITOR))
        .wordIfNone(Text.PAYER_NAME, said.of(debtor ? FIRST_DEBTOR : LAST_CREDITOR))
        .word(Text.PAYER, said.of(account).equals(ours) ? "" : said.of(account))
        .word(Text.BANK, said.of(debtor ? DEBTOR_AGENT : CREDITOR_AGENT))
        .wordIfNone(Text.BANK, said.of(debtor ? DEBTOR_AGENT_BIC : CREDITOR_AGENT_BIC));
  }

  /// The order numbers quoted in fields made for them: structured references, else the payer's
  /// own.
  List<String> references(Pair said) {
    Set<String> found = new LinkedHashSet<>();
    for (CamtField field : List.of(CREDITOR_REF, DOCUMENT)) {
      for (String value : said.of(field).split("\n", -1)) {
        if (!named(value).isEmpty()) {
          found.add(value);
        }
      }
    }
    if (found.isEmpty() && !named(said.of(END_TO_END)).isEmpty()) {
      found.add(said.of(END_TO_END));
    }
    return new ArrayList<>(found);
  }

  private String remark(Pair said, List<String> references, String currency) {
    List<String> parts = new ArrayList<>();
    parts.add(joined(said.of(UNSTRUCTURED)));
    parts.add(joined(said.of(STRUCTURED_WORDS)));
    parts.removeIf(String::isBlank);
    if (parts.isEmpty()) {
      parts.add(said.of(TX_WORDS).isEmpty() ? said.own(ENTRY_WORDS) : said.of(TX_WORDS));
    }
    if (!references.contains(said.of(END_TO_END))) {
      parts.add(named(said.of(END_TO_END)));
    }
    if (references.size() > 1) {
      parts.addAll(references);
    }
    parts.add(foreign(said, currency));
    parts.removeIf(String::isBlank);
    return cut(String.join(" ", new LinkedHashSet<>(parts)));
  }

  /// Text in several elements: one that is full goes on in the next without a space.
  private static String joined(String lines) {
    StringBuilder text = new StringBuilder();
    for (String line : lines.split("\n", -1)) {
      text.append(line).append(line.length() >= FULL_LINE ? "" : " ");
    }
    return text.toString().strip();
  }

  /// The amount before the bank converted it: `USD 100.00 @ 7.1023`.
  private static String foreign(Pair said, String currency) {
    for (CamtField field : List.of(INSTRUCTED, TRANSACTED, COUNTER_VALUE)) {
      String amount = said.either(field);
      if (!amount.isEmpty() && !amount.startsWith(currency)) {
        String rate = said.either(RATE);
        return rate.isEmpty() ? amount : amount + " @ " + rate;
      }
    }
    return "";
  }

  /// What the bank took off an incoming payment, or on top of one that it took back, if it states
  /// charges that are exactly the difference between the instructed and the booked amount.
  private long feeTakenOff(Pair said, Frame frame) {
    long instructed = minor(said.either(INSTRUCTED), frame.currency);
    long charges = charges(said, frame.currency);
    boolean explained =
        instructed != Monies.UNREADABLE
            && charges > 0
            && (frame.credit() ? instructed : -instructed) - charges == frame.minor;
    return explained ? charges : 0;
  }

  /// The sum of the charges of a detail, or of the entry, in the entry's currency; 0 for none.
  long charges(Pair said, String currency) {
    String total = said.either(CHARGES);
    if (!total.isEmpty()) {
      return Math.max(0, minor(total, currency));
    }
    String[] signs = said.either(CHARGE_SIGN).split("\n", -1);
    String[] amounts = said.either(CHARGE).split("\n", -1);
    long sum = 0;
    for (int i = 0; i < amounts.length; i++) {
      long charge = minor(amounts[i], currency);
      boolean back = i < signs.length && signs[i].equals("CRDT");
      sum += charge == Decimals.UNREADABLE ? 0 : back ? -charge : charge;
    }
    return sum;
  }

  private static String wholeId(Pair said, Frame frame) {
    String reference = first(said.own(ENTRY_SERVICER_REF), said.of(SERVICER_REF));
    if (reference.isEmpty()) {
      reference = first(said.of(SERVICER_TX), running(said) ? "" : said.own(ENTRY_REF));
    }
    if (reference.isEmpty()) {
      reference = named(said.of(TX_ID));
    }
    return reference.isEmpty() ? numbered(said, frame) : reference;
  }

  /// A running number names an entry only within its statement.
  private static boolean running(Pair said) {
    return RUNNING.matcher(said.own(ENTRY_REF)).matches();
  }

  private static String numbered(Pair said, Frame frame) {
    String number = named(said.own(ENTRY_REF));
    return number.isEmpty() || frame.statement.isEmpty() ? "" : frame.statement + "/" + number;
  }

  private static String detailId(Pair said, Frame frame) {
    String entry = first(said.own(ENTRY_SERVICER_REF), running(said) ? "" : said.own(ENTRY_REF));
    String batch = entry.isEmpty() ? numbered(said, frame) : entry;
    String reference = first(said.of(SERVICER_REF), said.of(SERVICER_TX));
    if (reference.isEmpty() || reference.equals(batch)) {
      reference = named(said.of(TX_ID));
    }
    if (!reference.isEmpty() && !reference.equals(batch)) {
      return reference;
    }
    return batch.isEmpty() ? "" : batch + "/" + said.number;
  }

  private static String first(String one, String other) {
    return named(one).isEmpty() ? named(other) : one;
  }

  /// The reference, or empty where the bank only says that there is none.
  static String named(String reference) {
    return NOTHING.contains(reference.toUpperCase(java.util.Locale.ROOT)) ? "" : reference;
  }

  private static String cut(String text) {
    return text.length() <= Postings.MAX_TEXT ? text : text.substring(0, Postings.MAX_TEXT);
  }
}
