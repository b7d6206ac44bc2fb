package guiwei.bench.score;

import guiwei.outcome.Progress;
import guiwei.outcome.Result;
import guiwei.outcome.Settings;
import guiwei.profile.Profiles;
import guiwei.profile.Unsaid;
import guiwei.reconcile.Reconcile;
import guiwei.report.MatchFiles;
import guiwei.report.Report;
import guiwei.report.Words;
import guiwei.source.Limits;
import guiwei.source.Sources;
import guiwei.statement.Formats;
import guiwei.table.Layout;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// A month of another merchant, kept with its truth: `in/` and `truth/` in a zip.
///
/// @param unsaid what this merchant's tables leave unsaid
/// @param leastF1 the micro F1 that it must not fall below
/// @param mostAlarms false alarms, of which there must not be more
/// @param mostWrong wrong automatic matches, of which there must not be more
public record Month(
    String name, Path zip, Unsaid unsaid, double leastF1, long mostAlarms, long mostWrong) {
  /// The months that a folder's `months.csv` lists.
  public static List<Month> all(Path folder) throws IOException {
    List<Month> months = new ArrayList<>();
    Csv.read(
        folder.resolve("months.csv"),
        line -> {
          String name = line.get("month");
          months.add(
              new Month(
                  name,
                  folder.resolve(name + ".zip"),
                  new Unsaid(ZoneId.of(line.get("zone")), line.get("currency")),
                  Double.parseDouble(line.get("least_f1")),
                  line.minor("most_alarms"),
                  line.minor("most_wrong")));
        });
    return months;
  }

  /// Reconciles the month and holds the result files against its truth.
  ///
  /// @param work an empty folder
  public Score score(Path work) throws IOException {
    unzip(work);
    Path out = Files.createDirectories(work.resolve("out"));
    Profiles profiles = Profiles.shipped(unsaid);
    List<Layout> layouts = new ArrayList<>(Formats.builtIn(profiles.zone()));
    layouts.addAll(profiles.layouts());
    try (MatchFiles matches = MatchFiles.open(out)) {
      Result result =
          new Reconcile(Settings.standard(), layouts, Progress.SILENT)
              .run(Sources.find(List.of(work.resolve("in")), Limits.DEFAULT).sources(), matches);
      matches.finish();
      Report.write(result, out, Words.EN, "");
    }
    return Score.of(out, work.resolve("truth"));
  }

  /// Whether a score keeps the bounds.
  public boolean holds(Score score) {
    return score.automatic().wrong() <= mostWrong
        && score.all().f1() >= leastF1
        && score.alarms() <= mostAlarms;
  }

  /// Files keep names that every machine's locale can write, since some tell a day or a merchant;
  /// the others get a number.
  private void unzip(Path work) throws IOException {
    int number = 0;
    Files.createDirectories(work.resolve("truth"));
    try (InputStream bytes = Files.newInputStream(zip);
        ZipInputStream content = new ZipInputStream(bytes)) {
      for (ZipEntry entry; (entry = content.getNextEntry()) != null; ) {
        String path = entry.getName();
        if (path.matches("truth/[a-z]+\\.csv")) {
          Files.copy(content, work.resolve(path));
        } else if (path.startsWith("in/") && !entry.isDirectory()) {
          number++;
          Path folder = Files.createDirectories(work.resolve("in").resolve("" + number));
          Files.copy(content, folder.resolve(name(path)));
        }
      }
    }
  }

  private static String name(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    String end = name.substring(Math.max(0, name.lastIndexOf('.')));
    String plain = end.matches("\\.[A-Za-z0-9]{1,5}") ? "file" + end : "file";
    return name.matches("[A-Za-z0-9][A-Za-z0-9._-]*") ? name : plain;
  }
}
