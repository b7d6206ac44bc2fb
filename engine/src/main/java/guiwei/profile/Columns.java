package guiwei.profile;

import java.util.List;
import java.util.function.Predicate;

/// The filled columns of a draft, and what their headings mean in tables of one sort.
record Columns(Draft draft, Table table) {
  boolean any(Predicate<Integer> column) {
    return draft.figures.columns().filter(this::isFilled).boxed().anyMatch(column);
  }

  boolean all(Predicate<Integer> column) {
    return draft.figures.columns().filter(this::isFilled).boxed().allMatch(column);
  }

  boolean has(int column, Field field) {
    return senses(column).stream().anyMatch(sense -> sense.field() == field);
  }

  List<Dictionary.Sense> senses(int column) {
    return Dictionary.shipped().senses(table, draft.figures.plain(column));
  }

  private boolean isFilled(int column) {
    return draft.shapes.get(column).filled() > 0;
  }
}
