package guiwei.report;

import guiwei.reconcile.Discrepancy;
import guiwei.reconcile.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

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

  /// Writes the files into a folder that exists.
  ///
  /// @param words the language of the workbook and the one in which the page opens
  /// @param title what the run is about, as the page's title has it; may be empty
  public static void write(Result result, Path folder, Words words, String title)
      throws IOException {
    discrepancies(result, folder, words);
    ProofJson.write(result, folder.resolve("proof.json"));
    Page.write(result, words, title, folder.resolve("report.html"));
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
