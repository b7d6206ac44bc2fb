package guiwei.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The headings we know, by kind of table, from `headings.txt`.
final class Dictionary {
  /// A reading of one heading.
  ///
  /// @param rank 0 for the most telling headings of the field
  /// @param proof whether the heading hardly appears in another kind of table
  /// @param guess whether only its last word speaks for it, so that a person must confirm it
  record Sense(Field field, int rank, boolean proof, boolean guess) {}

  /// `description交易摘要`, `交易摘要description`.
  private static final Pattern TWO_LANGUAGES =
      Pattern.compile("([a-z]{3,})(\\p{IsHan}{2,})|(\\p{IsHan}{2,})([a-z]{3,})");

  private static final Pattern LIST = Pattern.compile("([A-Z]+) = (.+)");

  private record Entry(Pattern pattern, Sense sense) {}

  private final Map<Table, List<Entry>> entries = new EnumMap<>(Table.class);

  private Dictionary() {}

  /// The dictionary that ships, loaded at its first use.
  static Dictionary shipped() {
    return Shipped.DICTIONARY;
  }

  private static final class Shipped {
    private static final Dictionary DICTIONARY = load();
  }

  /// What the heading may mean in this kind of table, each field once, at its best rank. A
  /// heading in two languages means what both say, or the one that is known.
  List<Sense> senses(Table table, String plain) {
    List<Sense> whole = known(table, plain);
    Matcher both = TWO_LANGUAGES.matcher(plain);
    if (!whole.isEmpty() || !both.matches()) {
      return whole;
    }
    List<Sense> latin = known(table, half(both, 1, 4));
    List<Sense> chinese = known(table, half(both, 2, 3));
    if (latin.isEmpty() || chinese.isEmpty()) {
      return latin.isEmpty() ? chinese : latin;
    }
    return latin.stream()
        .filter(sense -> chinese.stream().anyMatch(other -> other.field == sense.field))
        .toList();
  }

  private List<Sense> known(Table table, String plain) {
    List<Sense> senses = new ArrayList<>();
    for (Entry entry : entries.getOrDefault(table, List.of())) {
      boolean seen = senses.stream().anyMatch(sense -> sense.field == entry.sense.field);
      if (!seen && entry.pattern.matcher(plain).matches()) {
        senses.add(entry.sense);
      }
    }
    return senses;
  }

  private static String half(Matcher both, int group, int otherwise) {
    String text = both.group(group);
    return text == null ? both.group(otherwise) : text;
  }

  /// Whether any kind of table knows the heading.
  boolean knows(String plain) {
    Matcher both = TWO_LANGUAGES.matcher(plain);
    return isKnown(plain)
        || (both.matches() && (isKnown(half(both, 1, 4)) || isKnown(half(both, 2, 3))));
  }

  private boolean isKnown(String plain) {
    return entries.values().stream()
        .flatMap(List::stream)
        .anyMatch(entry -> entry.pattern.matcher(plain).matches());
  }

  private static Dictionary load() {
    try (InputStream in = Dictionary.class.getResourceAsStream("headings.txt")) {
      if (in == null) {
        throw new IllegalStateException("headings.txt is missing from the program");
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Dictionary parse(String text) {
    Dictionary dictionary = new Dictionary();
    Map<String, String> lists = new LinkedHashMap<>();
    for (String line : text.lines().toList()) {
      Matcher list = LIST.matcher(line);
      if (list.matches()) {
        lists.put("{" + list.group(1) + "}", list.group(2));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        String whole = line;
        for (Map.Entry<String, String> each : lists.entrySet()) {
          whole = whole.replace(each.getKey(), each.getValue());
        }
        dictionary.add(whole);
      }
    }
    return dictionary;
  }

  private void add(String line) {
    int colon = line.indexOf(':');
    String name = line.substring(0, colon);
    boolean proof = name.endsWith("!");
    boolean guess = name.endsWith("?");
    String[] parts = name.replace("!", "").replace("?", "").split("\\.", -1);
    Table table = Table.valueOf(parts[0].toUpperCase(java.util.Locale.ROOT));
    Field field = Field.of(parts[1]);
    if (field == null) {
      throw new IllegalStateException("headings.txt names no field of ours: " + line);
    }
    List<Entry> known = entries.computeIfAbsent(table, none -> new ArrayList<>());
    int rank = (int) known.stream().filter(entry -> entry.sense.field == field).count();
    String choices = line.substring(colon + 1).strip().replaceAll("[/_]", "");
    Pattern pattern = Pattern.compile("(?:" + choices.replaceAll("\\s+", "|") + ")");
    known.add(new Entry(pattern, new Sense(field, rank, proof, guess)));
  }
}
