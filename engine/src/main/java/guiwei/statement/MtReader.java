package guiwei.statement;

import guiwei.table.BadRow;
import guiwei.table.Footing.Check;
import guiwei.table.RefusedFile;
import guiwei.table.RowSink;
import guiwei.table.State;
import guiwei.table.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads MT940 statements and MT942 reports movement by movement.
final class MtReader implements MtMessages.Listener {
  private static final Pattern ELSEWHERE =
      Pattern.compile("NONREF|[A-Z]{4}\\+|EREF|PREF|KREF|MARF");
  private static final Pattern ORIGINAL =
      Pattern.compile("/(?:OCMT|OAMT)/([A-Z]{3})([\\d.,]{1,20})");

  private static final Pattern CHARGES = Pattern.compile("/CHGS/([A-Z]{3})([\\d.,]{1,20})");

  private final Monies monies = new Monies();
  private final Letters letters;
  private final Postings postings;
  private final MtStatement statement;
  private final Checks checks = new Checks();
  private final ZoneId zone;
  private @Nullable MtMovement movement;
  private long movementLine;
  private String words = "";
  private String structured = "";
  private BadRow.@Nullable Problem wordsProblem;
  private long messages;

  MtReader(byte[] head, int file, String name, RowSink sink, ZoneId zone) {
    letters = new Letters(head);
    postings = new Postings(file, name, sink);
    statement = new MtStatement(monies, checks);
    this.zone = zone;
  }

  List<Check> read(InputStream in) throws IOException {
    new MtMessages(new ByteLines(in), this).read();
    if (messages == 0) {
      throw new RefusedFile(RefusedFile.Problem.BROKEN, "no message in it");
    }
    statement.endFile();
    return checks.list();
  }

  @Override
  public void began(String type, long line) throws RefusedFile {
    if (!type.isEmpty() && !type.matches("940|942|950")) {
      throw new RefusedFile(
          RefusedFile.Problem.BROKEN, "line " + line + " begins an MT" + type + ", no statement");
    }
    messages++;
    statement.begin(type);
    postings.begin();
  }

  @Override
  public void field(String tag, byte[] bytes, long line) throws IOException {
    boolean said = tag.equals("86") || tag.equals("NS");
    if (said && movement != null) {
      addWords(tag, bytes);
      return;
    }
    giveMovement();
    if (tag.equals("61")) {
      takeMovement(bytes, line);
    } else if (!said) {
      statement.say(tag, ascii(bytes), line);
    }
  }

  @Override
  public void ended(boolean closed, boolean blocks) throws IOException {
    giveMovement();
    statement.end(closed, blocks, postings);
  }

  private static String ascii(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1).strip();
  }

  private void addWords(String tag, byte[] bytes) {
    try {
      String text = decode(bytes);
      if (tag.equals("NS")) {
        structured = MtWords.structured(text);
      } else {
        words = words.isEmpty() ? text : words + "\n" + text;
      }
    } catch (CharacterCodingException invalid) {
      wordsProblem = BadRow.Problem.ENCODING;
    }
    if (words.length() > Postings.MAX_TEXT) {
      wordsProblem = BadRow.Problem.TOO_LONG;
      words = "";
    }
  }

  /// A bank that counts bytes may have cut a letter in two at a line end: then lines are
  /// joined.
  private String decode(byte[] bytes) throws CharacterCodingException {
    try {
      return letters.decode(bytes, bytes.length);
    } catch (CharacterCodingException cutLetter) {
      byte[] joined = new byte[bytes.length];
      int length = 0;
      for (byte one : bytes) {
        if (one != '\n') {
          joined[length++] = one;
        }
      }
      return letters.decode(joined, length);
    }
  }

  private void takeMovement(byte[] bytes, long line) throws CharacterCodingException {
    monies.currency(statement.currency());
    MtMovement.Answer answer = MtMovement.parse(decode(bytes).strip(), monies);
    words = "";
    structured = "";
    wordsProblem = null;
    movement = answer.movement();
    movementLine = line;
    if (answer.problem() != null) {
      postings.bad(line, ":61:", "", answer.problem());
    } else if (monies.currency(statement.currency()) == Monies.UNKNOWN) {
      postings.bad(line, ":61:", statement.currency(), BadRow.Problem.WORD);
      movement = null;
    }
  }

  private void giveMovement() {
    MtMovement given = movement;
    movement = null;
    if (given == null) {
      return;
    }
    if (wordsProblem != null) {
      postings.bad(movementLine, ":86:", "", wordsProblem);
      return;
    }
    statement.move(given);
    postings.counted(posting(given));
  }

  private Posting posting(MtMovement given) {
    Posting posting = new Posting();
    posting.minor = given.minor();
    String gvc = MtWords.read(words.isBlank() ? structured : words, posting);
    boolean returned = posting.word(Text.STATE).equals("RTRN");
    String letters = given.type().isEmpty() ? "" : given.type().substring(1);
    posting.currency = monies.currency(statement.currency());
    posting.kind = BankCodes.swift(letters, gvc, given.minor() >= 0, given.reversed() || returned);
    posting.state = given.expected() ? State.PENDING : State.DONE;
    posting.on(given.booked(), zone);
    // some banks write the account of the other side where a reference or more words go
    boolean account = Iban.is(given.reference());
    posting
        .word(Text.ID, named(given.bankReference()))
        .word(Text.ACCOUNT, statement.account())
        .wordIfNone(Text.PAYER, account ? given.reference() : "")
        .wordIfNone(Text.PAYER, Iban.is(given.more()) ? given.more() : "")
        .wordIfNone(Text.REFERENCE, account ? "" : named(given.reference()))
        .wordIfNone(Text.REMARK, given.more())
        .word(Text.TYPE, type(given.type(), gvc, posting.word(Text.TYPE)));
    foreign(given.more() + words, posting);
    posting.feeMinor = feeTakenOff(given.more(), given.minor());
    return posting;
  }

  /// What banks on the way took off an incoming payment, if they state charges that are exactly the
  /// difference between the amount sent and the one booked.
  private long feeTakenOff(String more, long booked) {
    String said = words.replace("\n", "");
    long charges = sum(CHARGES.matcher(said));
    if (charges == 0) {
      charges = sum(CHARGES.matcher(more));
    }
    Matcher sent = ORIGINAL.matcher(more + said);
    return booked > 0 && charges > 0 && sent.find() && minor(sent) - charges == booked
        ? charges
        : 0;
  }

  private long sum(Matcher amounts) {
    long sum = 0;
    while (amounts.find()) {
      sum += minor(amounts);
    }
    return sum;
  }

  /// An amount in the statement's currency; 0 for any other.
  private long minor(Matcher amount) {
    long minor = monies.unsigned(MtMovement.point(amount.group(2)));
    return amount.group(1).equals(statement.currency()) && minor != Monies.UNREADABLE ? minor : 0;
  }

  private static String type(String... words) {
    return Stream.of(words).filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
  }

  private static String named(String reference) {
    String plain = reference.toUpperCase(Locale.ROOT).replace(" ", "");
    boolean elsewhere = ELSEWHERE.matcher(plain).matches();
    return elsewhere ? "" : CamtPosting.named(reference);
  }

  /// The amount before the bank converted it goes to the end of the remark.
  private void foreign(String text, Posting posting) {
    Matcher original = ORIGINAL.matcher(text);
    if (original.find() && !original.group(1).equals(statement.currency())) {
      String amount = original.group(1) + " " + MtMovement.point(original.group(2));
      posting.word(Text.REMARK, posting.word(Text.REMARK) + " " + amount);
    }
  }
}
