package guiwei.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a draft made of each column, as a person is shown it.
record Suggested(Draft draft) {
  /// What each column was taken for, and how sure that is.
  List<Suggestion.Column> of(Profile profile) {
    Map<String, Field> fields = new HashMap<>();
    profile
        .columns()
        .forEach((field, headings) -> headings.forEach(heading -> fields.put(heading, field)));
    List<Suggestion.Column> columns = new ArrayList<>();
    for (int c = 0; c < draft.header.size(); c++) {
      String heading = draft.header.get(c);
      if (!heading.isEmpty()) {
        Field field = fields.get(heading);
        Shape shape = draft.shapes.get(c);
        columns.add(
            new Suggestion.Column(
                heading,
                field == null ? "" : field.word(),
                sure(heading, field),
                shape.filled(),
                field != null && shape.filled() > 0 && proves(field, shape)));
      }
    }
    return columns;
  }

  private Suggestion.Sure sure(String heading, @Nullable Field field) {
    List<Dictionary.Sense> senses =
        Dictionary.shipped().senses(draft.table, Heading.of(heading).plain());
    if (draft.doubts.stream().anyMatch(doubt -> doubt.contains("“" + heading + "”"))) {
      return Suggestion.Sure.DOUBTFUL;
    }
    if (field == null) {
      return senses.isEmpty() ? Suggestion.Sure.UNKNOWN : Suggestion.Sure.SPARE;
    }
    return senses.size() != 1 ? Suggestion.Sure.LIKELY : Suggestion.Sure.CERTAIN;
  }

  /// Whether the field takes only such values as all of these are.
  private static boolean proves(Field field, Shape shape) {
    boolean moment = field == Field.TIME && shape.allMoments();
    boolean clock = field == Field.CLOCK && shape.allClocks();
    return moment || clock || (field.num() != null && shape.allAmounts());
  }
}
