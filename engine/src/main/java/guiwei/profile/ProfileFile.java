package guiwei.profile;

import guiwei.table.Book;
import guiwei.table.Channel;
import guiwei.table.Currencies;
import guiwei.table.LineKind;
import guiwei.table.Side;
import guiwei.table.State;
import guiwei.table.Times;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a profile from YAML, strictly: every key is known, every word means something.
final class ProfileFile {
  /// Every key of a profile; each has a heading in `docs/profiles.md`.
  static final Set<String> KEYS =
      Set.of(
          "key",
          "title",
          "side",
          "book",
          "channel",
          "account",
          "currency",
          "zone",
          "dates",
          "amounts",
          "decimal",
          "minus",
          "refunds",
          "empty",
          "within",
          "mark",
          "columns",
          "required",
          "footers",
          "signs",
          "kinds",
          "states",
          "channels",
          "id",
          "goes_on",
          "footing");

  private static final int MOST_ROWS_ABOVE = 200;

  private final Yaml yaml;
  private final Unsaid unsaid;

  private ProfileFile(Yaml yaml, Unsaid unsaid) {
    this.yaml = yaml;
    this.unsaid = unsaid;
  }

  /// @param file the name for messages
  /// @param unsaid the zone and the currency of a profile that names none
  static Profile read(String file, String text, Unsaid unsaid) throws BadProfile {
    return new ProfileFile(Yaml.read(file, text), unsaid).profile();
  }

  private Profile profile() throws BadProfile {
    yaml.only(KEYS);
    Profile.Origin origin = origin();
    Map<Field, List<String>> columns = columns();
    return new Profile(
        key(),
        title(),
        origin,
        columns,
        required(origin, columns),
        format(origin, columns),
        meanings(origin),
        declared());
  }

  private String key() throws BadProfile {
    String key = yaml.text("key");
    if (!key.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw yaml.bad("key", "“key” must be a name like my-bank: small letters, digits, dashes");
    }
    return key;
  }

  private Profile.Title title() throws BadProfile {
    Yaml both = yaml.below("title");
    if (both == null) {
      String title = yaml.text("title");
      return new Profile.Title(title, title);
    }
    both.only(Set.of("zh", "en"));
    return new Profile.Title(both.text("zh"), both.text("en"));
  }

  private Profile.Origin origin() throws BadProfile {
    if (yaml.text("side").isEmpty()) {
      throw yaml.bad("side", "“side” is missing: line, order, store or customer");
    }
    Side side = yaml.word("side", Side.class, Side.LINE);
    Book book = yaml.word("book", Book.class, Book.TRADE);
    Channel otherwise = book == Book.BANK ? Channel.BANK : Channel.OTHER;
    String currency = yaml.text("currency").isEmpty() ? unsaid.currency() : yaml.text("currency");
    if (!Currencies.known(currency)) {
      throw yaml.bad("currency", "“" + currency + "” is no currency of ISO 4217");
    }
    Channel channel = yaml.word("channel", Channel.class, otherwise);
    return new Profile.Origin(side, book, channel, currency, yaml.text("account"));
  }

  private Map<Field, List<String>> columns() throws BadProfile {
    Yaml section = yaml.section("columns");
    if (section == null) {
      throw yaml.bad("columns", "“columns” is missing: which heading is which field");
    }
    Map<Field, List<String>> columns = new EnumMap<>(Field.class);
    for (String name : section.keys()) {
      Field field = Field.of(name);
      if (field == null) {
        String known =
            String.join(", ", java.util.Arrays.stream(Field.values()).map(Field::word).toList());
        throw section.bad(name, "unknown field “" + name + "”; known are: " + known);
      }
      List<String> headings = section.list(name);
      if (headings.isEmpty() || headings.contains("")) {
        throw section.bad(name, "“" + name + "” needs at least one heading");
      }
      columns.put(field, List.copyOf(headings));
    }
    checkAmounts(section, columns.keySet());
    return columns;
  }

  private static void checkAmounts(Yaml section, Set<Field> fields) throws BadProfile {
    boolean two = fields.contains(Field.IN) || fields.contains(Field.OUT);
    if (two && fields.contains(Field.AMOUNT)) {
      throw section.bad("amount", "either “amount” or “in” and “out”, not both");
    }
    if (fields.contains(Field.DIRECTION) && !fields.contains(Field.AMOUNT)) {
      throw section.bad("direction", "“direction” needs the “amount” that it signs");
    }
    if (fields.contains(Field.CLOCK) && !fields.contains(Field.TIME)) {
      throw section.bad("clock", "“clock” needs the date in “time”");
    }
  }

  private Set<Field> required(Profile.Origin origin, Map<Field, List<String>> columns)
      throws BadProfile {
    Set<Field> required = EnumSet.noneOf(Field.class);
    for (String name : yaml.list("required")) {
      Field field = Field.of(name);
      if (field == null || !columns.containsKey(field)) {
        throw yaml.bad("required", "“" + name + "” is not one of the columns");
      }
      required.add(field);
    }
    for (Field field : obligatory(origin.side())) {
      if (columns.containsKey(field)) {
        required.add(field);
      } else if (field != Field.AMOUNT || !columns.containsKey(Field.IN)) {
        throw yaml.bad("columns", "a profile of this side needs “" + field.word() + "”");
      }
    }
    if (columns.containsKey(Field.IN)) {
      required.add(Field.IN);
    }
    if (columns.containsKey(Field.OUT)) {
      required.add(Field.OUT);
    }
    if (columns.containsKey(Field.DIRECTION)) {
      required.add(Field.DIRECTION);
    }
    return required;
  }

  private static Set<Field> obligatory(Side side) {
    return switch (side) {
      case LINE -> EnumSet.of(Field.TIME, Field.AMOUNT);
      case ORDER -> EnumSet.of(Field.ID, Field.AMOUNT);
      case STORE, CUSTOMER -> EnumSet.of(Field.ID);
    };
  }

  private enum Dates {
    YEAR_FIRST,
    DAY_FIRST,
    MONTH_FIRST
  }

  private enum Amounts {
    YUAN,
    FEN
  }

  private Profile.Format format(Profile.Origin origin, Map<Field, List<String>> columns)
      throws BadProfile {
    Dates dates = yaml.word("dates", Dates.class, Dates.YEAR_FIRST);
    Amounts amounts = yaml.word("amounts", Amounts.class, Amounts.YUAN);
    List<String> footers =
        yaml.keys().contains("footers")
            ? Profile.Format.footers(yaml.list("footers"))
            : Profile.Format.FOOTERS;
    return new Profile.Format(
        zone(),
        Times.Order.valueOf(dates.name()),
        amounts == Amounts.FEN ? Heading.Unit.MINOR : Heading.Unit.UNSAID,
        within(),
        footers,
        id(origin, columns),
        yaml.list("mark"),
        yaml.word("minus", Profile.Minus.class, Profile.Minus.SIGN),
        yaml.word("refunds", Profile.Refunds.class, Profile.Refunds.ORDER_NUMBER),
        yaml.list("empty"),
        goesOn(columns),
        decimal());
  }

  private Profile.Decimal decimal() throws BadProfile {
    String sign = yaml.text("decimal");
    for (Profile.Decimal decimal : Profile.Decimal.values()) {
      if (sign.equals(decimal.sign())) {
        return decimal;
      }
    }
    if (sign.isEmpty()) {
      return Profile.Decimal.POINT;
    }
    throw yaml.bad("decimal", "“" + sign + "” is neither “.” nor “,”");
  }

  private List<Field> goesOn(Map<Field, List<String>> columns) throws BadProfile {
    List<Field> fields = new ArrayList<>();
    for (String name : yaml.list("goes_on")) {
      Field field = Field.of(name);
      if (field == null || !columns.containsKey(field)) {
        throw yaml.bad("goes_on", "“" + name + "” is not one of the columns");
      }
      fields.add(field);
    }
    return List.copyOf(fields);
  }

  private ZoneId zone() throws BadProfile {
    String zone = yaml.text("zone");
    try {
      return zone.isEmpty() ? unsaid.zone() : ZoneId.of(zone);
    } catch (DateTimeException unknown) {
      throw yaml.bad("zone", "“" + zone + "” is no time zone; write it like Asia/Shanghai");
    }
  }

  private int within() throws BadProfile {
    String within = yaml.text("within");
    if (within.isEmpty()) {
      return Profile.Format.WITHIN;
    }
    if (!within.matches("\\d{1,3}") || Integer.parseInt(within) > MOST_ROWS_ABOVE) {
      throw yaml.bad("within", "“within” is a number of rows up to " + MOST_ROWS_ABOVE);
    }
    return Integer.parseInt(within);
  }

  private String id(Profile.Origin origin, Map<Field, List<String>> columns) throws BadProfile {
    String id = yaml.text("id");
    if (id.isEmpty()) {
      boolean bank = origin.side() == Side.LINE && origin.book() == Book.BANK;
      if (!bank && !columns.containsKey(Field.ID)) {
        throw yaml.bad("id", "rows need a number: an “id” column or an “id” recipe");
      }
      return bank ? Recipe.FACTS_WORD : "";
    }
    try {
      Recipe.of(id);
    } catch (IllegalArgumentException unknown) {
      throw yaml.bad("id", "“" + id + "” names a part that rows do not have");
    }
    return id;
  }

  private Profile.Meanings meanings(Profile.Origin origin) throws BadProfile {
    Yaml signs = yaml.section("signs");
    if (signs != null) {
      signs.only(Set.of("in", "out"));
    }
    return new Profile.Meanings(
        words("kinds", LineKind.class),
        states(origin),
        words("channels", Channel.class),
        signs == null ? List.of() : signs.list("in"),
        signs == null ? List.of() : signs.list("out"));
  }

  private Map<State, List<String>> states(Profile.Origin origin) throws BadProfile {
    Map<State, List<String>> states = words("states", State.class);
    Set<State> known =
        origin.side() == Side.ORDER
            ? EnumSet.of(
                State.OPEN,
                State.PAID,
                State.PART_PAID,
                State.CANCELLED,
                State.REFUNDED,
                State.UNKNOWN)
            : EnumSet.of(State.DONE, State.PENDING, State.FAILED, State.UNKNOWN);
    for (State state : states.keySet()) {
      if (!known.contains(state)) {
        throw yaml.bad("states", "“" + Yaml.written(state) + "” is no state of this side");
      }
    }
    return states;
  }

  private <E extends Enum<E>> Map<E, List<String>> words(String key, Class<E> type)
      throws BadProfile {
    Map<E, List<String>> words = new EnumMap<>(type);
    Yaml section = yaml.section(key);
    if (section != null) {
      for (String name : section.keys()) {
        words.put(section.constant(name, name, type), section.list(name));
      }
    }
    return words;
  }

  private enum Chain {
    CHAIN,
    FREE
  }

  private Profile.Declared declared() throws BadProfile {
    @Nullable Yaml section = yaml.section("footing");
    if (section == null) {
      return Profile.Declared.NOTHING;
    }
    Map<Profile.Figure, List<String>> labels = new EnumMap<>(Profile.Figure.class);
    for (String name : section.keys()) {
      if (!name.equals("balance")) {
        labels.put(section.constant(name, name, Profile.Figure.class), section.list(name));
      }
    }
    return new Profile.Declared(
        labels, section.word("balance", Chain.class, Chain.FREE) == Chain.CHAIN);
  }
}
