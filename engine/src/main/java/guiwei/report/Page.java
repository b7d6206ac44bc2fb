package guiwei.report;

import guiwei.reconcile.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// `report.html`.
final class Page {
  private Page() {}

  static void write(Result result, Words words, String title, Path file) throws IOException {
    String text = Screen.print(result, words, 120, false, null);
    Files.writeString(
        file,
        "<!doctype html><meta charset=utf-8><title>"
            + Markup.text(title)
            + "</title><pre>"
            + Markup.text(text)
            + "</pre>\n",
        StandardCharsets.UTF_8);
  }
}
