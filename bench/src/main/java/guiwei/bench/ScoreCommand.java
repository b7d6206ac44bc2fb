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
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// `guiwei bench score`: Guiwei and the SQL rules on worlds with planted truth.
@Command(
    name = "score",
    description = "Scores Guiwei and the SQL rules on made-up months whose truth is known.",
    mixinStandardHelpOptions = true)
final class ScoreCommand implements Callable<Integer> {
  /// How hard the month is, and in how many formats it comes.
  enum Level {
    standard,
    hard,
    lean
  }

  @Option(
      names = "--setting",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Level level = Level.standard;

  @Option(
      names = "--orders",
      converter = Counts.class,
      description = "Orders of each month, e.g. 20k (default: ${DEFAULT-VALUE}).")
  private long orders = 20_000;

  @Option(names = "--seeds", split = ",", description = "One month each (default: 1,2,3).")
  private List<Long> seeds = List.of(1L, 2L, 3L);

  @Option(names = "--threads", description = "(default: ${DEFAULT-VALUE}).")
  private int threads = 2;

  @Option(names = "--misses", description = "Worst mistakes listed (default: ${DEFAULT-VALUE}).")
  private int misses = 20;

  @Option(names = "--keep", description = "Keep the months and all results in this folder.")
  private @Nullable Path keep;

  @Option(
      names = "--json",
      description = "Where the figures go for machines (default: ${DEFAULT-VALUE}).")
  private Path json = Path.of("bench-score.json");

  @Option(names = "--run", description = "Score this folder of results; needs --truth.")
  private @Nullable Path run;

  @Option(names = "--truth", description = "The truth of the files that --run was about.")
  private @Nullable Path truth;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    if (run != null && truth != null) {
      Score score = Score.of(run, truth);
      System.out.println(ScoreText.of(run.toString(), score, misses));
      write(Map.of("run", score));
      return 0;
    }
    if (run != null || truth != null) {
      throw new ParameterException(spec.commandLine(), "--run and --truth go together");
    }
    Path work = Folders.work(keep);
    try {
      Map<String, Score> scores =
          new Trial(Folders.home(), work, threads).run(settings(), System.out, System.err);
      scores.forEach((name, score) -> System.out.println(ScoreText.of(name, score, misses)));
      System.out.println(ScoreText.beside(scores));
      write(scores);
      return 0;
    } finally {
      if (keep == null) {
        Folders.delete(work);
      }
    }
  }

  private List<Setting> settings() {
    Setting base =
        switch (level) {
          case standard -> Setting.standard();
          case hard -> Setting.hard();
          case lean -> Setting.lean();
        };
    return seeds.stream().map(seed -> base.orders(orders).seed(seed)).toList();
  }

  private void write(Map<String, Score> scores) throws IOException {
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
