package guiwei.statement;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A header line: which column stands where, whatever brackets, blanks or quotes it is written
/// with.
final class Header {
  private final List<String> headings = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();

  Header(String line) {
    for (String cell : line.split(",", -1)) {
      places.putIfAbsent(plain(cell), headings.size());
      headings.add(cell.strip());
    }
  }

  /// The heading in its simplest form: half-width, without blanks, backticks and quotes.
  static String plain(String heading) {
    return Normalizer.normalize(heading, Normalizer.Form.NFKC)
        .replaceAll("[\\s`\"\uFEFF]", "")
        .replaceAll("[\u2212\u2013\u2014]", "-");
  }

  int size() {
    return headings.size();
  }

  /// The place of the first of these columns that there is, or -1.
  int find(String... names) {
    for (String name : names) {
      Integer place = places.get(name);
      if (place != null) {
        return place;
      }
    }
    return -1;
  }

  boolean has(String... names) {
    return find(names) >= 0;
  }

  /// How many of these columns there are.
  int count(List<String> names) {
    return (int) names.stream().filter(places::containsKey).count();
  }

  /// The heading as the file writes it.
  String heading(int place) {
    return headings.get(place);
  }
}
