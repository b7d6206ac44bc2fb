package guiwei.profile;

import guiwei.table.Currencies;
import guiwei.table.Mapping;
import guiwei.table.Num;
import guiwei.table.Side;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A profile tied to the columns of one file.
final class Bound {
  private static final int MIN_DIGITS = 4;

  private final Profile profile;
  private final List<String> header;
  private final Map<Field, Integer> columns = new EnumMap<>(Field.class);
  private final Map<Field, Heading> headings = new EnumMap<>(Field.class);
  private final String currency;
  private final String account;

  private Bound(Profile profile, List<String> header, List<List<String>> above) {
    this.profile = profile;
    this.header = header;
    List<Heading> read = header.stream().map(Heading::of).toList();
    profile
        .columns()
        .forEach(
            (field, accepted) -> {
              int index = find(read, accepted);
              if (index >= 0) {
                columns.put(field, index);
                headings.put(field, read.get(index));
              }
            });
    if (index(Field.CLOCK) >= 0 && index(Field.CLOCK) == index(Field.TIME)) {
      columns.remove(Field.CLOCK);
    }
    String said =
        headings.values().stream()
            .map(Heading::currency)
            .filter(code -> !code.isEmpty())
            .findFirst()
            .orElse(titleCurrency(above));
    this.currency = said.isEmpty() ? profile.origin().currency() : said;
    this.account = titleAccount(above);
  }

  /// Ties a profile to a header; null when a required column is not there.
  ///
  /// @param above the lines above the header
  static @Nullable Bound to(Profile profile, List<String> header, List<List<String>> above) {
    Bound bound = new Bound(profile, header, above);
    return bound.columns.keySet().containsAll(profile.required()) ? bound : null;
  }

  /// The headings that a row would need for this profile and does not have.
  static List<String> missing(Profile profile, List<String> header) {
    Bound bound = new Bound(profile, header, List.of());
    return profile.required().stream()
        .filter(field -> !bound.columns.containsKey(field))
        .map(field -> profile.columns().getOrDefault(field, List.of(field.word())).getFirst())
        .toList();
  }

  private String titleCurrency(List<List<String>> above) {
    List<String> labels = profile.declared().of(Profile.Figure.CURRENCY);
    String[] words = Labels.rest(above, labels).split("[\\s,，;；]+", 0);
    for (int i = 0; i < words.length; i++) {
      String word = Words.plain(words[i]);
      // a currency's number stands alone, further on figures mean something else
      boolean figures = i > 0 && word.chars().anyMatch(Character::isDigit);
      Integer named = figures ? null : Vocabulary.currency(word);
      if (named != null) {
        return Currencies.code(named);
      }
    }
    return "";
  }

  private String titleAccount(List<List<String>> above) {
    String named = Labels.word(above, profile.declared().of(Profile.Figure.ACCOUNT));
    boolean number = named.chars().filter(Character::isDigit).count() >= MIN_DIGITS;
    return number ? named : profile.origin().account();
  }

  private int find(List<Heading> read, List<String> accepted) {
    for (String one : accepted) {
      int exact = header.indexOf(one);
      if (exact >= 0) {
        return exact;
      }
      String plain = Heading.of(one).plain();
      for (int i = 0; i < read.size(); i++) {
        if (!plain.isEmpty() && read.get(i).plain().equals(plain)) {
          return i;
        }
      }
    }
    return -1;
  }

  /// The account of the file, from a title line or the profile; may be empty.
  String account() {
    return account;
  }

  /// The decimals of amounts whose heading names no smallest unit.
  int digits() {
    return Currencies.digits(Currencies.pack(currency));
  }

  /// The decimals in which this file's amounts are written, for figures outside the rows.
  int amountScale() {
    boolean minor = minor(Field.AMOUNT) || (index(Field.AMOUNT) < 0 && minor(Field.IN));
    return minor ? 0 : digits();
  }

  Profile profile() {
    return profile;
  }

  List<String> header() {
    return header;
  }

  /// The columns of every accepted heading of the field that is there.
  int[] all(Field field) {
    List<Heading> read = header.stream().map(Heading::of).toList();
    return profile.columns().getOrDefault(field, List.of()).stream()
        .mapToInt(one -> find(read, List.of(one)))
        .filter(column -> column >= 0)
        .distinct()
        .toArray();
  }

  /// The column of the field, or -1.
  int index(Field field) {
    return columns.getOrDefault(field, -1);
  }

  /// Whether the column's amounts are in the smallest unit.
  boolean minor(Field field) {
    Heading heading = headings.get(field);
    Heading.Unit said = heading == null ? Heading.Unit.UNSAID : heading.unit();
    return (said == Heading.Unit.UNSAID ? profile.format().unit() : said) == Heading.Unit.MINOR;
  }

  /// Whether the figure is read with [Rules#WIDE] decimals because its currency differs by row.
  boolean wide(Num num) {
    for (Map.Entry<Field, Integer> column : columns.entrySet()) {
      if (column.getKey().num() == num) {
        return columns.containsKey(Field.CURRENCY) && !minor(column.getKey());
      }
    }
    return false;
  }

  /// The mapping of the file's records.
  ///
  /// @param lead a byte that fields may begin with, or 0
  Mapping mapping(byte lead) {
    Profile.Origin origin = profile.origin();
    Mapping.Defaults defaults =
        new Mapping.Defaults(
            origin.side(), origin.channel(), origin.book(), Currencies.pack(currency));
    return new Mapping(
        steps(), defaults, zone(), profile.format().dates(), lead, new Rules(profile, this));
  }

  /// The zone of moments that name none: the heading's own, else the profile's.
  private ZoneId zone() {
    for (Field field : List.of(Field.TIME, Field.CLOCK)) {
      Heading heading = headings.get(field);
      if (heading != null && heading.zone() != null) {
        return heading.zone();
      }
    }
    return profile.format().zone();
  }

  private List<Mapping.Column> steps() {
    List<Mapping.Column> steps = new ArrayList<>();
    columns.forEach(
        (field, index) -> {
          String heading = header.get(index);
          if (field.text() != null) {
            steps.add(new Mapping.Column.Words(index, heading, field.text()));
          } else if (field.num() != null && field != Field.IN && field != Field.OUT) {
            steps.add(figure(field, field.num(), index));
          } else if (field == Field.TIME) {
            boolean required = profile.origin().side() == Side.LINE;
            steps.addAll(otherwise(index));
            steps.add(new Mapping.Column.Moment(index, heading, required));
          }
        });
    int clock = index(Field.CLOCK);
    if (clock >= 0) {
      steps.add(new Mapping.Column.TimeOfDay(clock, header.get(clock)));
    }
    return steps;
  }

  /// The other columns of times that an order is read from where its first tells none: read before
  /// it, so that it has the last word.
  private List<Mapping.Column> otherwise(int first) {
    if (profile.origin().side() != Side.ORDER || index(Field.CLOCK) >= 0) {
      return List.of();
    }
    return IntStream.of(all(Field.TIME))
        .filter(column -> column != first)
        .<Mapping.Column>mapToObj(
            column -> new Mapping.Column.Moment(column, header.get(column), false))
        .toList()
        .reversed();
  }

  private Mapping.Column figure(Field field, Num num, int index) {
    boolean wide = wide(num);
    int digits = digits();
    int scale = wide ? Rules.WIDE : minor(field) ? 0 : digits;
    if (field == Field.FEE) {
      scale = (minor(field) ? 0 : digits) + 3;
    }
    return new Mapping.Column.Figure(index, header.get(index), num, scale, field == Field.AMOUNT);
  }
}
