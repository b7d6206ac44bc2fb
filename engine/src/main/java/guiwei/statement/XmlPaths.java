package guiwei.statement;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The known paths of a kind of document, as a tree of element names.
final class XmlPaths<F> {
  /// One element on a known path.
  static final class Step<F> {
    private final Map<String, Step<F>> next = new HashMap<>();
    private @Nullable F field;

    @Nullable Step<F> next(String name) {
      return next.get(name);
    }

    /// What the element means, or null when it only leads on.
    @Nullable F field() {
      return field;
    }
  }

  private final Step<F> roots = new Step<>();
  private final Step<F> outside = new Step<>();

  /// Adds a path, its element names separated by slashes; the first may stand anywhere.
  XmlPaths<F> add(String path, F field) {
    Step<F> step = roots;
    for (String name : path.split("/", -1)) {
      step = step.next.computeIfAbsent(name, _ -> new Step<>());
    }
    step.field = field;
    return this;
  }

  @Nullable Step<F> root(String name) {
    return roots.next(name);
  }

  /// The place of every element around the root.
  Step<F> outside() {
    return outside;
  }
}
