package guiwei.statement;

import guiwei.table.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Understands the words of a field 86, which every bank writes in its own way: German
/// subfields (`166?00…?20…?32…`, any separator), slash codes (`/NAME/…/REMI/…`), SEPA tags
/// (`EREF+…SVWZ+…`), Chinese labels (`付款人：… 附言：…`), or free text.
final class MtWords {
  private static final Pattern GERMAN =
      Pattern.compile("(?<gvc>\\d{3})?(?<mark>[?>@&~^<|])(?=\\d\\d)");
  private static final Pattern SLASH = Pattern.compile("/([A-Z]{2,6})/");
  private static final Set<String> SLASH_CODES =
      Set.of(
          "TRTP", "IBAN", "BIC", "NAME", "REMI", "EREF", "PREF", "CSID", "MARF", "ISDT", "RTYP",
          "CNTP", "ORDP", "BENM", "ADDR", "PURP", "RTRN", "ULTD", "ULTC", "ULTB", "UDTR", "UCRD",
          "ACCW", "BUSP", "OCMT", "CHGS", "TRCD", "INFO", "SVCL", "OAMT", "COAM", "ID", "PY",
          "OURREF", "BO", "BI", "OB", "CTC", "PT", "CBCR");
  private static final Pattern SEPA =
      Pattern.compile(
          "(EREF|KREF|MREF|CRED|DEBT|COAM|OAMT|SVWZ|ABWA|ABWE|IBAN|BIC|PURP|PREF|CDTR|ANAM)\\+");
  private static final Pattern CHINESE =
      Pattern.compile(
          "(?<name>付款人名称|付款人户名|付款方户名|付款人|付款方|对方户名|对方名称|户名)"
              + "|(?<account>付款人账号|付款账号|付款方账号|对方账号|对方帐号|账号|帐号)"
              + "|(?<bank>付款人开户行|付款行|对方行名|对方开户行|开户行)"
              + "|(?<remark>附言|用途|摘要|备注)");
  private static final Pattern REMITTANCE = Pattern.compile("^(USTD//|STRD/(CUR|ISO)?/)");
  private static final List<String> SUBFIELDS =
      List.of(
          "", "?20", "?21", "?22", "?23", "?24", "?25", "?26", "?27", "?28", "?29", "?60", "?61",
          "?62", "?63", "?32", "?33", "?00");
  private static final int FULL_PIECE = 27;
  private static final int NAME_FIELD = 32;

  private final Posting posting;
  private final StringBuilder remark = new StringBuilder();
  private String gvc = "";

  private MtWords(Posting posting) {
    this.posting = posting;
  }

  /// Puts what the words say into the posting; answers the German business code, or empty.
  static String read(String words, Posting posting) {
    MtWords reader = new MtWords(posting);
    reader.read(words.strip());
    return reader.gvc;
  }

  /// A field NS, which German and Hungarian banks write instead of a field 86, as German
  /// subfields: 01 to 14 are the usage, 15 and 16 the name, 17 the posting text.
  static String structured(String lines) {
    StringBuilder text = new StringBuilder();
    for (String line : lines.split("\n", -1)) {
      int field = line.matches("\\d\\d.*") ? Integer.parseInt(line, 0, 2, 10) : 0;
      if (field > 0 && field < SUBFIELDS.size()) {
        text.append(SUBFIELDS.get(field)).append(line.substring(2).strip());
      }
    }
    return text.toString();
  }

  private void read(String words) {
    String joined = words.replace("\n", "");
    Matcher german = GERMAN.matcher(joined);
    if (german.lookingAt()) {
      gvc = german.group("gvc") == null ? "" : german.group("gvc");
      german(joined.substring(gvc.length()), german.group("mark"));
    } else if (slashed(joined)) {
      slash(joined);
    } else {
      String free = words.replace('\n', ' ');
      Matcher chinese = CHINESE.matcher(free);
      if (chinese.find() && labelled(free, chinese)) {
        chinese(free);
      } else {
        sepa(SEPA.matcher(free).find() ? joined : free);
      }
    }
  }

  private void german(String text, String mark) {
    StringBuilder usage = new StringBuilder();
    Map<Integer, String> fields = new LinkedHashMap<>();
    for (String piece : text.split(Pattern.quote(mark) + "(?=\\d\\d)", -1)) {
      if (piece.length() > 2 && Character.isDigit(piece.charAt(0))) {
        int number = (piece.charAt(0) - '0') * 10 + piece.charAt(1) - '0';
        String value = piece.substring(2);
        fields.merge(number, value, String::concat);
        if ((number >= 20 && number <= 29) || (number >= 60 && number <= 63)) {
          usage.append(value).append(value.length() < FULL_PIECE ? " " : "");
        }
      }
    }
    posting
        .word(Text.BANK, fields.getOrDefault(30, ""))
        .word(Text.PAYER, fields.getOrDefault(31, ""))
        .wordIfNone(Text.PAYER, fields.getOrDefault(38, ""))
        .word(Text.PAYER_NAME, name(fields))
        .word(Text.TYPE, fields.getOrDefault(0, ""));
    sepa(usage.toString());
  }

  /// Two pieces; one that is not full ends with its word.
  private static String name(Map<Integer, String> fields) {
    String first = fields.getOrDefault(NAME_FIELD, "");
    String more = fields.getOrDefault(NAME_FIELD + 1, "");
    return first + (first.length() < FULL_PIECE ? " " : "") + more;
  }

  /// SEPA tags inside the usage text; without any the text is the remark.
  private void sepa(String usage) {
    Map<String, String> tags = cut(usage, SEPA);
    posting
        .word(Text.REFERENCE, CamtPosting.named(tags.getOrDefault("EREF", "").strip()))
        .wordIfNone(Text.PAYER, tags.getOrDefault("IBAN", ""))
        .wordIfNone(Text.BANK, tags.getOrDefault("BIC", ""))
        .wordIfNone(Text.PAYER_NAME, tags.getOrDefault("ABWA", ""));
    String before = tags.getOrDefault("", "");
    String purpose = (before + " " + tags.getOrDefault("SVWZ", "")).strip();
    posting.word(Text.REMARK, purpose);
  }

  private static boolean slashed(String text) {
    Matcher code = SLASH.matcher(text);
    int from = 0;
    while (code.find(from)) {
      if (SLASH_CODES.contains(code.group(1))) {
        return true;
      }
      from = code.end() - 1;
    }
    return false;
  }

  private void slash(String text) {
    Map<String, String> codes = cut(text, SLASH);
    // of orderer and beneficiary one is ourselves
    String other = posting.minor < 0 ? "BENM" : "ORDP";
    String[] counterparty = codes.getOrDefault("CNTP", "").split("/", -1);
    posting
        .word(Text.REFERENCE, CamtPosting.named(tidy(codes.getOrDefault("EREF", ""))))
        .word(Text.PAYER, tidy(codes.getOrDefault("IBAN", counterparty[0])))
        .word(Text.BANK, tidy(codes.getOrDefault("BIC", part(counterparty, 1))))
        .word(Text.PAYER_NAME, tidy(codes.getOrDefault("NAME", part(counterparty, 2))))
        .wordIfNone(Text.PAYER_NAME, tidy(codes.getOrDefault(other, "")))
        .wordIfNone(Text.PAYER_NAME, tidy(codes.getOrDefault("BO", "")))
        .word(Text.TYPE, tidy(codes.getOrDefault("TRTP", codes.getOrDefault("TRCD", ""))));
    String purpose = codes.getOrDefault("REMI", codes.getOrDefault("PY", ""));
    purpose = tidy(REMITTANCE.matcher(purpose).replaceFirst(""));
    posting.word(Text.REMARK, purpose.isEmpty() ? rest(codes) : purpose);
    posting.word(Text.STATE, codes.containsKey("RTRN") ? "RTRN" : "");
  }

  private static String rest(Map<String, String> codes) {
    return String.join(
        " ",
        List.of(
            tidy(codes.getOrDefault("", "")),
            tidy(codes.getOrDefault("INFO", "")),
            tidy(codes.getOrDefault("CTC", "")),
            tidy(codes.getOrDefault("PT", ""))));
  }

  private static String part(String[] parts, int index) {
    return index < parts.length ? parts[index] : "";
  }

  private static String tidy(String value) {
    return without(value, "/").strip();
  }

  /// A label counts only with a colon, and nothing but labels divides the text.
  private static boolean labelled(String text, Matcher label) {
    return label.end() < text.length() && ":：".indexOf(text.charAt(label.end())) >= 0;
  }

  private void chinese(String text) {
    Pattern pattern = Pattern.compile("(" + CHINESE.pattern() + ")\\s*[:：]");
    Matcher label = pattern.matcher(text);
    String field = "remark";
    int from = 0;
    while (label.find()) {
      put(field, text.substring(from, label.start()));
      field = "remark";
      for (String name : List.of("name", "account", "bank")) {
        field = label.group(name) == null ? field : name;
      }
      from = label.end();
    }
    put(field, text.substring(from));
    posting.word(Text.REMARK, remark.toString());
  }

  /// Without these characters at either end.
  private static String without(String value, String characters) {
    int from = 0;
    int to = value.length();
    while (from < to && characters.indexOf(value.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && characters.indexOf(value.charAt(to - 1)) >= 0) {
      to--;
    }
    return value.substring(from, to);
  }

  private void put(String field, String value) {
    String clean = without(value, " \t,;，；/");
    switch (field) {
      case "name" -> posting.wordIfNone(Text.PAYER_NAME, clean);
      case "account" -> posting.wordIfNone(Text.PAYER, clean);
      case "bank" -> posting.wordIfNone(Text.BANK, clean);
      default -> remark.append(clean).append(' ');
    }
  }

  /// What follows each code up to the next; what stands before the first is under the empty
  /// code.
  private static Map<String, String> cut(String text, Pattern codes) {
    Map<String, String> values = new LinkedHashMap<>();
    Matcher code = codes.matcher(text);
    String last = "";
    int from = 0;
    int search = 0;
    while (code.find(search)) {
      // two codes may share a slash
      search = Math.max(code.end() - 1, search + 1);
      if (codes != SLASH || SLASH_CODES.contains(code.group(1))) {
        values.putIfAbsent(last, text.substring(from, Math.max(from, code.start())));
        last = code.group(1);
        from = code.end();
      }
    }
    values.putIfAbsent(last, text.substring(from));
    return values;
  }
}
