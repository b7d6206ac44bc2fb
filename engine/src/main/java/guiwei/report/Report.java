package guiwei.report;

import guiwei.outcome.Discrepancy;
import guiwei.outcome.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Writes what a run found: every result file but the matches, which are written as they are
/// found.
public final class Report {
  /// The files, in the order in which people open them.
  public static final List<String> FILES =
      List.of(
          "report.html",
          "discrepancies.csv",
          "discrepancies.jsonl",
          "discrepancies.xlsx",
          "proof.json",
          "matches.csv",
          "matches.parquet");

  private Report() {}

  /// Writes the files into a folder that exists: all of them are complete before the first takes
  /// its place, so that a failure leaves what was there.
  ///
  /// @param words the language of the workbook and the one in which the page opens
  /// @param title what the run is about, as the page's title has it; may be empty
  public static void write(Result result, Path folder, Words words, String title)
      throws IOException {
    Path unfinished = Files.createTempDirectory(folder, ".unfinished");
    try {
      besides(
          () -> DiscrepancyXlsx.write(result, words, unfinished.resolve("discrepancies.xlsx")),
          () -> {
            discrepancies(result, unfinished);
            ProofJson.write(result, unfinished.resolve("proof.json"));
            Page.write(result, words, title, unfinished.resolve("report.html"));
          });
      for (Path file : files(unfinished)) {
        Files.move(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      for (Path left : files(unfinished)) {
        Files.delete(left);
      }
      Files.delete(unfinished);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private interface Writing {
    void run() throws IOException;
  }

  /// The first on a thread of its own while the second is done here: the workbook takes as long as
  /// all else.
  private static void besides(Writing aside, Writing here) throws IOException {
    Future<@Nullable Void> done;
    // the pool closes when both have ended
    try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
      done =
          pool.submit(
              () -> {
                aside.run();
                return null;
              });
      here.run();
    }
    if (done.state() == Future.State.FAILED) {
      rethrow(done.exceptionNow());
    }
  }

  private static void rethrow(Throwable failed) throws IOException {
    switch (failed) {
      case IOException own -> throw own;
      case RuntimeException own -> throw own;
      case Error own -> throw own;
      default -> throw new IllegalStateException("the workbook could not be written", failed);
    }
  }

  /// Both files in one pass: their sentences cost more than their bytes.
  static void discrepancies(Result result, Path folder) throws IOException {
    try (DiscrepancyCsv csv = new DiscrepancyCsv(folder.resolve("discrepancies.csv"));
        DiscrepancyJson json = new DiscrepancyJson(folder.resolve("discrepancies.jsonl"))) {
      for (Discrepancy found : result.discrepancies()) {
        List<Object> cells = DiscrepancyRow.cells(found);
        csv.row(cells);
        json.row(found, cells);
      }
    }
  }
}
