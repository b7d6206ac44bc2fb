package guiwei.report;

import guiwei.reconcile.Discrepancy;
import guiwei.reconcile.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

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
      discrepancies(result, unfinished, words);
      ProofJson.write(result, unfinished.resolve("proof.json"));
      Page.write(result, words, title, unfinished.resolve("report.html"));
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

  /// All three files in one pass: their sentences cost more than their bytes.
  static void discrepancies(Result result, Path folder, Words words) throws IOException {
    try (DiscrepancyCsv csv = new DiscrepancyCsv(folder.resolve("discrepancies.csv"));
        DiscrepancyJson json = new DiscrepancyJson(folder.resolve("discrepancies.jsonl"));
        DiscrepancyXlsx xlsx = new DiscrepancyXlsx(words, folder.resolve("discrepancies.xlsx"))) {
      for (Discrepancy found : result.discrepancies()) {
        List<Object> cells = DiscrepancyRow.cells(found);
        csv.row(cells);
        json.row(found, cells);
        xlsx.row(found, cells);
      }
      xlsx.finish(result.proof());
    }
  }
}
