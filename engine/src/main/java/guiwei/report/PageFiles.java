package guiwei.report;

import static guiwei.report.Markup.both;
import static guiwei.report.Markup.text;
import static guiwei.report.Markup.word;

import guiwei.outcome.FileReport;
import guiwei.outcome.Gap;
import guiwei.outcome.Result;
import guiwei.outcome.Unordered;
import guiwei.table.BadRow;
import guiwei.table.Footing;
import java.util.List;

/// The page's part about files: what was read, what they declare, what needs somebody's eyes.
final class PageFiles {
  private static final int SHOWN = 8;
  private static final int FILES = 200;

  private PageFiles() {}

  static String sources(Result result) {
    Markup out = new Markup();
    out.add("<section id=files><h2>", word("page.files"), "<span class=q>", word("page.files.sub"));
    out.add("</span></h2><table class=\"lt src\"><thead><tr>");
    for (String key : List.of("page.file", "page.format")) {
      out.add("<th scope=col>", word(key), "</th>");
    }
    out.add("<th scope=col class=n>", word("day.rows"), "</th><th scope=col>");
    out.add(word("page.checks"), "</th></tr></thead><tbody>");
    result.files().stream().limit(FILES).forEach(file -> file(out, file));
    out.add("</tbody></table>");
    if (result.files().size() > FILES) {
      out.add("<p class=q>", word("day.more", result.files().size() - FILES), "</p>");
    }
    return out.add("</section>").toString();
  }

  private static void file(Markup out, FileReport file) {
    out.add("<tr><td class=name>", text(file.name()), "</td><td class=\"q name\">");
    out.add(text(file.format()), "</td><td class=n>", Words.count(file.rows()), "</td><td>");
    if (file.refusal() != null) {
      out.add("<span class=\"tag warn\">", word("file." + file.refusal()), "</span>");
    } else if (!file.sameAs().isEmpty()) {
      out.add("<span class=q>", word("page.same-as", file.sameAs()), "</span>");
    } else {
      checks(out, file);
    }
    out.add("</td></tr>");
  }

  private static void checks(Markup out, FileReport file) {
    if (file.checks().isEmpty()) {
      out.add("<span class=q>", word("page.no-checks"), "</span>");
      return;
    }
    out.add("<details><summary><span class=\"tag ok\">✓</span> ");
    out.add(word("page.check.count", file.checks().size()), "</summary><ul>");
    for (Footing.Check check : file.checks()) {
      out.add("<li>", text(check.what()), " <span class=num>", text(check.found()), "</span> ");
      out.add(check.agrees() ? word("page.agrees") : text("≠ " + check.declared()), "</li>");
    }
    out.add("</ul></details>");
  }

  static String attention(Result result) {
    Markup out = new Markup();
    out.add("<section><h2>", word("page.attention"), "</h2><ul class=look>");
    int before = out.toString().length();
    result.files().stream().filter(f -> f.refusal() != null).forEach(f -> refused(out, f));
    result.files().stream()
        .filter(f -> !f.passedOver().isEmpty())
        .limit(SHOWN)
        .forEach(f -> passedOver(out, f));
    result.gaps().stream().limit(SHOWN).forEach(gap -> gap(out, gap));
    more(out, result.gaps().size() - SHOWN);
    result.unordered().stream().limit(SHOWN).forEach(row -> unordered(out, row));
    more(out, result.unordered().size() - SHOWN);
    result.badRows().stream().limit(SHOWN).forEach(row -> badRow(out, row));
    long bad = result.files().stream().mapToLong(FileReport::badRows).sum();
    more(out, bad - SHOWN);
    for (FileReport file : result.files()) {
      if (file.repeatedRows() > 0) {
        out.add("<li><b>", text(file.name()), "</b><p>");
        out.add(word("page.repeated", Words.count(file.repeatedRows())), "</p></li>");
      }
    }
    if (out.toString().length() == before) {
      out.add("<li class=q>", word("page.attention.none"), "</li>");
    }
    return out.add("</ul></section>").toString();
  }

  private static void refused(Markup out, FileReport file) {
    String key = "file." + file.refusal();
    out.add("<li><b>", text(file.name()), "</b><p class=w>", word(key));
    out.add(
        file.detail().isEmpty() ? "" : ": " + both(words -> words.detail(file.detail())),
        "</p><p>");
    out.add(word(Words.remedy(file)), "</p></li>");
  }

  private static void passedOver(Markup out, FileReport file) {
    out.add("<li><b>", text(file.name()), "</b><p class=w>", both(words -> words.passedOver(file)));
    out.add("</p><p>", word("passed-over.do"), "</p></li>");
  }

  private static void gap(Markup out, Gap gap) {
    out.add("<li><b>", text(gap.account()), "</b><p class=w>", both(words -> words.gap(gap)));
    out.add("</p><p>", word(gap.hasDays() ? "gap.do" : "gap.same.do"), "</p></li>");
  }

  private static void unordered(Markup out, Unordered row) {
    out.add("<li><b>", both(words -> words.where(row)), "</b><p class=w>");
    out.add(both(words -> words.unordered(row)), "</p><p>", word("unordered.do"), "</p></li>");
  }

  private static void more(Markup out, long count) {
    if (count > 0) {
      out.add("<li class=q>", word("day.more", Words.count(count)), "</li>");
    }
  }

  private static void badRow(Markup out, BadRow row) {
    String key = "row." + row.problem();
    out.add("<li><b>", both(words -> words.place(row)));
    out.add("</b><p class=w>", word(key));
    out.add(row.value().isEmpty() ? "" : ": " + text(row.value()), "</p><p>");
    out.add(word(key + ".do"), "</p></li>");
  }
}
