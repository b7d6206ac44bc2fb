package guiwei.command;

/// `guiwei COMMAND ...`: the way in from a terminal.
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    String command = args.length == 0 ? "help" : args[0];
    switch (command) {
      case "version", "--version", "-V" -> System.out.println("guiwei " + version());
      default -> System.out.println("guiwei reconcile | formats | explain | demo | version | help");
    }
  }

  private static String version() {
    String built = Main.class.getPackage().getImplementationVersion();
    return (built == null ? "(not packaged)" : built) + ", Java " + Runtime.version();
  }
}
