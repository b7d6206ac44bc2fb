package guiwei.sift;

import guiwei.outcome.FileReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Tells what became of each file, by name, in whatever order they were given.
final class FileReports {
  private FileReports() {}

  static List<FileReport> of(Intake intake, Map<Integer, Long> repeats) {
    List<FileReport> reports = new ArrayList<>();
    for (Intake.Entry entry : intake.entries()) {
      if (entry.voided && entry.refusal == null && entry.sameAs.isEmpty()) {
        continue;
      }
      reports.add(
          new FileReport(
              entry.source.name(),
              entry.format,
              entry.rows,
              entry.badRows,
              repeats.getOrDefault(entry.number, 0L),
              entry.sameAs,
              entry.refusal,
              entry.detail,
              entry.checks,
              entry.passedOver));
    }
    reports.sort(Comparator.comparing(FileReport::name));
    return reports;
  }
}
