package guiwei.report;

import static guiwei.report.Markup.both;
import static guiwei.report.Markup.money;
import static guiwei.report.Markup.text;
import static guiwei.report.Markup.word;

import guiwei.outcome.Proof;
import guiwei.outcome.Result;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// `report.html`: one page that needs nothing else, neither a network nor a font.
final class Page {
  private static final String MARK =
      "<svg width=22 height=22 viewBox=\"0 0 24 24\" aria-hidden=true><path d=\"M14.2 2.6H7A4.4"
          + " 4.4 0 0 0 2.6 7v10A4.4 4.4 0 0 0 7 21.4h10a4.4 4.4 0 0 0 4.4-4.4V9.8\" fill=none"
          + " stroke=currentColor stroke-width=2.4 stroke-linecap=round /><rect x=10.2 y=5.4"
          + " width=8.4 height=8.4 rx=2.4 fill=currentColor /></svg>";

  private final Result result;
  private final List<Figures.Day> days;
  private final PageData data;
  private final Markup out = new Markup();

  private Page(Result result) {
    this.result = result;
    this.days = Figures.days(result);
    this.data = new PageData(result, days);
  }

  static void write(Result result, Words words, String title, Path file) throws IOException {
    Page page = new Page(result);
    page.body(words, title);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      out.write(page.out.toString().getBytes(StandardCharsets.UTF_8));
      page.data.write(out, words, title);
      String end = "</script>\n<script>\n" + resource("page.js") + "</script>\n</body></html>\n";
      out.write(end.getBytes(StandardCharsets.UTF_8));
    }
  }

  private void body(Words words, String title) throws IOException {
    String language = words.language();
    out.add(
        "<!doctype html>\n<html lang=\"",
        language.equals("zh") ? "zh-CN" : language,
        "\" data-lang=",
        language,
        " data-theme=light>\n<head><meta charset=utf-8>",
        "<meta name=viewport content=\"width=device-width,initial-scale=1\">",
        "<meta http-equiv=Content-Security-Policy content=\"default-src 'none';",
        " style-src 'unsafe-inline'; script-src 'unsafe-inline'\">",
        "<meta name=referrer content=no-referrer>\n<title>",
        text(words.text("page.title") + (title.isEmpty() ? "" : " · " + title)),
        "</title>\n<style>\n",
        resource("page.css"),
        "</style></head>\n<body>\n");
    top(title);
    out.add("<main class=sheet>\n");
    lead();
    for (Figures.Day day : days) {
      day(day);
    }
    table();
    out.add("<div class=cols>\n", PageFiles.sources(result), PageFiles.attention(result), "</div>");
    accounts();
    out.add("</main>\n<footer>", word("page.made"), "</footer>\n");
    out.add("<script type=\"application/json\" id=data>");
  }

  private static String resource(String name) throws IOException {
    try (InputStream bytes = Objects.requireNonNull(Page.class.getResourceAsStream(name), name)) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void top(String title) {
    out.add("<a class=skip href=\"#table\" data-word=page.skip></a>\n<header class=top>");
    out.add("<div class=brand>", MARK, word("page.brand"));
    out.add(title.isEmpty() ? "" : "<span class=title>" + text(title) + "</span>");
    out.add(
        "<span class=\"tag ok\">✓ ", word("page.balanced"), "</span></div><span class=sp></span>");
    button("lang", "page.language", "page.language.label");
    button("theme", "page.dark", "page.theme.label");
    button("print", "page.print", "page.print");
    out.add("</header>\n");
  }

  private void button(String id, String word, String label) {
    out.add("<button class=btn type=button id=", id, " data-label=", label);
    out.add(id.equals("theme") ? "" : " data-word=" + word, ">", word(word), "</button>");
  }

  private void lead() {
    out.add("<section class=lead><div>");
    if (days.isEmpty()) {
      out.add("<h1>", word("day.head.none"), "</h1>");
    }
    for (Figures.Day day : days) {
      String amount = Words.money(day.total().received(), day.currency());
      out.add(
          "<h1>",
          day.total().rows() == 0 ? word("day.head.none") : word("day.head", amount),
          "</h1>");
    }
    long refused = result.files().stream().filter(file -> file.refusal() != null).count();
    if (refused > 0) {
      out.add("<p><a class=warned href=\"#files\">");
      out.add(word("page.refused", Words.count(refused)), "</a></p>");
    }
    out.add("</div><dl class=stats>");
    long matches =
        result.matchedByRule().values().stream().mapToLong(Result.RuleCount::count).sum();
    stat("day.matched", matches);
    stat("day.by-kind", data.count());
    stat("page.files", result.files().size());
    out.add("</dl></section>\n");
  }

  private void stat(String key, long count) {
    out.add("<div><dt>", word(key), "</dt><dd class=num>", Words.count(count), "</dd></div>");
  }

  private void day(Figures.Day day) {
    out.add("<section aria-label=\"", day.currency(), "\"><h2>", word("page.flow"));
    out.add("<span class=q>", word("page.flow.sub"), days.size() > 1 ? " · " + day.currency() : "");
    out.add("</span></h2>");
    if (day.total().rows() > 0) {
      out.add(Flow.of(result, day), Flow.bars(result, day));
    }
    Figures.Money total = day.total();
    out.add("<div class=proof><div class=eq>");
    term("day.received", total.received(), day.currency());
    out.add("<span class=op>=</span>");
    term("day.matched", total.matched(), day.currency());
    out.add("<span class=op>+</span>");
    term("day.discrepant", total.discrepant(), day.currency());
    out.add("<span class=op>+</span>");
    term("day.suspense", total.suspense(), day.currency());
    zero(total.left(), day.currency());
    out.add("</div>");
    givenBack(day.back(), day.currency());
    day.expected().forEach(this::expected);
    out.add("</div></section>\n");
  }

  private void givenBack(Figures.GivenBack back, String currency) {
    if (back.given() == 0) {
      return;
    }
    out.add("<div class=eq>");
    term("day.given-back", back.given(), currency);
    out.add("<span class=op>=</span>");
    term("day.matched", back.matched(), currency);
    out.add("<span class=op>+</span>");
    term("day.discrepant", back.discrepant(), currency);
    out.add("<span class=op>+</span>");
    term("day.unexplained", back.unexplained(), currency);
    zero(back.left(), currency);
    out.add("</div>");
  }

  private void expected(Proof.Expected row) {
    String currency = row.currency();
    out.add("<div class=eq>");
    term("day.due", row.dueMinor(), currency);
    out.add("<span class=op>=</span>");
    term("day.matched", row.matchedMinor(), currency);
    out.add("<span class=op>+</span>");
    term("day.discrepant", row.discrepantMinor(), currency);
    out.add("<span class=op>+</span>");
    term("day.open", row.openMinor(), currency);
    out.add("<span class=op>+</span>");
    term("day.none", row.noneMinor(), currency);
    zero(
        row.dueMinor()
            - row.matchedMinor()
            - row.discrepantMinor()
            - row.openMinor()
            - row.noneMinor(),
        currency);
    out.add("</div>");
  }

  private void term(String key, long minor, String currency) {
    out.add("<span><small>", word(key), "</small><b>", money(minor, currency), "</b></span>");
  }

  private void zero(long left, String currency) {
    out.add("<span class=op> </span><span class=zero><small>", word("day.left"), "</small>");
    out.add(money(left, currency), "</span>");
  }

  /// The proof line by line, for whoever wants to add it up again.
  private void accounts() {
    if (result.proof().received().isEmpty()) {
      return;
    }
    out.add("<section class=acct><h2>", word("page.accounts"), "<span class=q>");
    out.add(word("page.proof.sub"), "</span></h2><div class=scroll><table class=lt><thead><tr>");
    for (String key : List.of("channel", "account")) {
      out.add("<th scope=col>", word("day." + key), "</th>");
    }
    for (String key : List.of("rows", "received", "matched", "discrepant", "suspense", "left")) {
      out.add("<th scope=col class=n>", word("day." + key), "</th>");
    }
    out.add("</tr></thead><tbody>");
    result.proof().received().forEach(this::account);
    if (days.size() == 1) {
      sum(days.getFirst());
    }
    out.add("</tbody></table></div></section>\n");
  }

  private void account(Proof.Received row) {
    out.add("<tr><td>", both(words -> words.channel(row.channel())), "</td><td class=mono>");
    out.add(text(row.account()), days.size() > 1 ? " " + row.currency() : "", "</td>");
    amounts(
        new Figures.Money(
            row.rows(),
            row.receivedMinor(),
            row.matchedMinor(),
            row.discrepantMinor(),
            row.suspenseMinor(),
            0),
        row.currency());
    out.add("</tr>");
  }

  private void sum(Figures.Day day) {
    out.add("<tr class=sum><td colspan=2>", word("day.total"), "</td>");
    amounts(day.total(), day.currency());
    out.add("</tr>");
  }

  private void amounts(Figures.Money row, String currency) {
    out.add("<td class=n>", Words.count(row.rows()), "</td>");
    for (long minor :
        new long[] {row.received(), row.matched(), row.discrepant(), row.suspense(), row.left()}) {
      out.add("<td class=n>", money(minor, currency), "</td>");
    }
  }

  private void table() {
    out.add("<section id=table tabindex=-1><h2>", word("page.table"), "<span class=q>");
    out.add(word("page.table.sub"), "</span></h2>");
    if (data.count() > PageData.LIMIT) {
      out.add("<p class=note>");
      out.add(word("page.cut", Words.count(PageData.LIMIT), Words.count(data.count())), "</p>");
    }
    out.add("<noscript><p class=note>", word("page.noscript"), "</p></noscript>");
    String hidden = data.count() == 0 ? " hidden" : "";
    filters(hidden);
    out.add("<p class=say", hidden, "><span id=say aria-live=polite></span><span class=q>");
    out.add(word("page.sign"), "</span></p><p class=\"onprint q\" id=printed></p>");
    out.add("<table class=ds><colgroup><col style=\"width:14%\"><col style=\"width:10%\">");
    out.add("<col style=\"width:14%\"><col style=\"width:19%\"><col><col class=csure>");
    out.add("<col class=ctime></colgroup><thead", hidden, "><tr>");
    head("kind", "day.kind", "");
    head("amount", "page.amount.head", "n");
    head("", "page.where.head", "");
    head("", "page.number", "");
    head("", "page.what.head", "");
    head("sure", "page.sure.head", "n");
    head("time", "day.time", "");
    out.add("</tr></thead><tbody id=rows></tbody></table>");
    out.add("<div class=pager", hidden, "><span class=keys><span><kbd>J</kbd> <kbd>K</kbd> ");
    out.add(word("page.keys.move"), "</span><span><kbd>↵</kbd> ", word("page.keys.open"));
    out.add("</span><span><kbd>N</kbd> <kbd>P</kbd> ", word("page.keys.page"), "</span>");
    out.add("<span><kbd>/</kbd> ", word("page.keys.find"), "</span></span>");
    out.add("<button class=btn type=button id=prev data-word=page.previous></button>");
    out.add("<span id=page class=num></span>");
    out.add("<button class=btn type=button id=next data-word=page.next></button></div>");
    out.add("</section>\n");
  }

  private void filters(String hidden) {
    out.add("<div class=filters role=search", hidden, "><input type=search id=q autocomplete=off");
    out.add(" data-hint=page.search data-label=page.search>");
    out.add("<select id=kind data-label=day.kind></select>");
    out.add("<select id=channel data-label=day.channel></select><label>");
    out.add(word("page.amount.from"), " <input class=amt id=from inputmode=decimal></label>");
    out.add("<label>", word("page.amount.to"));
    out.add(" <input class=amt id=to inputmode=decimal></label>");
    out.add("<button class=btn type=button id=clear data-word=page.clear></button></div>");
  }

  private void head(String sort, String word, String style) {
    out.add("<th scope=col class=\"", style, "\"");
    if (sort.isEmpty()) {
      out.add(">", word(word));
    } else {
      out.add(" data-sort=", sort, "><button type=button>", word(word));
      out.add("<span class=arrow aria-hidden=true></span></button>");
    }
    out.add("</th>");
  }
}
