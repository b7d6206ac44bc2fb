package guiwei.bench;

import guiwei.bench.race.Trial;
import guiwei.bench.score.Score;
import guiwei.bench.score.ScoreJson;
import guiwei.bench.score.ScoreText;
import guiwei.world.Setting;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// `guiwei bench score`: Guiwei and the SQL rules on months with planted truth.
final class ScoreCommand {
  private static final List<String> KNOWN =
      List.of(
          "--setting",
          "--orders",
          "--seeds",
          "--threads",
          "--misses",
          "--keep",
          "--json",
          "--run",
          "--truth");

  private ScoreCommand() {}

  static boolean run(List<String> args) throws Exception {
    Options options = Options.of(args, KNOWN);
    int misses = Integer.parseInt(options.text("--misses", "20"));
    Path json = options.path("--json").orElse(Path.of("bench-score.json").toAbsolutePath());
    Optional<Path> run = options.path("--run");
    Optional<Path> truth = options.path("--truth");
    if (run.isPresent() != truth.isPresent()) {
      throw new Options.Misuse("--run and --truth go together");
    }
    Trial.Outcome outcome =
        run.isPresent()
            ? new Trial.Outcome(Map.of("run", Score.of(run.get(), truth.orElseThrow())), true)
            : months(options);
    outcome
        .scores()
        .forEach((name, score) -> System.out.println(ScoreText.of(name, score, misses)));
    System.out.println(ScoreText.beside(outcome.scores()));
    write(json, outcome.scores());
    System.out.println("figures: " + json);
    return outcome.finished();
  }

  private static Trial.Outcome months(Options options) throws Exception {
    Setting base = setting(options.text("--setting", "standard"));
    long orders = options.count("--orders", "20k");
    List<Setting> months =
        options.counts("--seeds", "1,2,3").stream()
            .map(seed -> base.orders(orders).seed(seed))
            .toList();
    int threads = Math.toIntExact(options.count("--threads", "2"));
    Optional<Path> keep = options.path("--keep");
    Path work = Folders.work(keep);
    try {
      return new Trial(Folders.home(), work, threads).run(months, System.out, System.err);
    } finally {
      if (keep.isEmpty()) {
        Folders.delete(work);
      }
    }
  }

  private static Setting setting(String name) throws Options.Misuse {
    return switch (name) {
      case "standard" -> Setting.standard();
      case "hard" -> Setting.hard();
      case "lean" -> Setting.lean();
      default -> throw new Options.Misuse("--setting " + name + ": standard, hard or lean");
    };
  }

  private static void write(Path json, Map<String, Score> scores) throws IOException {
    try (OutputStream out = Files.newOutputStream(json);
        JsonGenerator generator =
            JsonFactory.builder().build().createGenerator(ObjectWriteContext.empty(), out)) {
      generator.writeStartObject();
      scores.forEach(
          (name, score) -> {
            generator.writeName(name);
            ScoreJson.write(generator, score);
          });
      generator.writeEndObject();
    }
  }
}
