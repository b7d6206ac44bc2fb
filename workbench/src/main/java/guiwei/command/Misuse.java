package guiwei.command;

/// What was typed cannot be done: a key of the words, and their values.
final class Misuse extends Exception {
  private static final long serialVersionUID = 1L;

  private final String key;
  private final String[] values;

  Misuse(String key, String... values) {
    super(key + " " + String.join(" ", values), null, false, false);
    this.key = key;
    this.values = values;
  }

  String key() {
    return key;
  }

  String[] values() {
    return values.clone();
  }
}
