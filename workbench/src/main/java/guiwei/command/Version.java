package guiwei.command;

/// `guiwei version`.
final class Version {
  private Version() {}

  static int print(Terminal terminal) {
    terminal.print("guiwei " + text() + ", Java " + Runtime.version());
    return Exit.CLEAN;
  }

  static String text() {
    String built = Version.class.getPackage().getImplementationVersion();
    return built == null ? "(not packaged)" : built;
  }
}
