package guiwei.world;

import java.io.IOException;
import java.nio.file.Path;

/// `--orders 20000 --days 30 --seed 7 --setting standard|hard|lean [--words other]
/// [--truth no] --out DIR`.
public final class Main {
  private Main() {}

  public static void main(String[] args) throws IOException {
    Setting setting = setting(args);
    String out = value(args, "--out", "");
    if (out.isEmpty()) {
      throw new IllegalArgumentException("say where: --out DIR");
    }
    setting =
        setting
            .orders(Long.parseLong(value(args, "--orders", "20000")))
            .days(Integer.parseInt(value(args, "--days", "30")))
            .seed(Long.parseLong(value(args, "--seed", "7")))
            .otherWords("other".equals(value(args, "--words", "own")))
            .truth(!"no".equals(value(args, "--truth", "yes")));
    World.Made made = World.make(setting, Path.of(out));
    System.out.println(made);
  }

  private static Setting setting(String[] args) {
    String name = value(args, "--setting", "standard");
    return switch (name) {
      case "standard" -> Setting.standard();
      case "hard" -> Setting.hard();
      case "lean" -> Setting.lean();
      default -> throw new IllegalArgumentException(name + ": standard, hard or lean");
    };
  }

  private static String value(String[] args, String name, String otherwise) {
    for (int i = 0; i + 1 < args.length; i++) {
      if (args[i].equals(name)) {
        return args[i + 1];
      }
    }
    return otherwise;
  }
}
