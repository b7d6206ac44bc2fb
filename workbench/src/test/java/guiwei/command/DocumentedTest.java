package guiwei.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guiwei.carryover.CarryoverRefused;
import guiwei.decision.BadDecision;
import guiwei.decision.Decision;
import guiwei.outcome.Kind;
import guiwei.outcome.Settings;
import guiwei.profile.Profiles;
import guiwei.report.Words;
import guiwei.table.BadRow;
import guiwei.table.Layout;
import guiwei.table.RefusedFile;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Whatever a user can see has a heading in the documents, and words in both languages.
class DocumentedTest {
  private static final Path HOME = Path.of("..");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +`?([^`\\s]+)`?");

  @Test
  void every_discrepancy_kind_is_documented() throws IOException {
    documented("discrepancies.md", Arrays.stream(Kind.values()).map(Kind::name).toList());
  }

  @Test
  void every_refusal_is_documented() throws IOException {
    var problems = new ArrayList<String>();
    Arrays.stream(RefusedFile.Problem.values()).map(Enum::name).forEach(problems::add);
    Arrays.stream(BadRow.Problem.values()).map(Enum::name).forEach(problems::add);
    documented("refusals.md", problems);
  }

  @Test
  void every_decision_and_what_can_be_wrong_with_it_is_documented() throws IOException {
    var words = new ArrayList<String>();
    Arrays.stream(Decision.Verdict.values()).map(Decision.Verdict::word).forEach(words::add);
    Arrays.stream(BadDecision.Problem.values()).map(Enum::name).forEach(words::add);
    documented("decisions.md", words);
  }

  @Test
  void everything_that_a_carryover_is_refused_for_is_documented() throws IOException {
    var problems = Arrays.stream(CarryoverRefused.Problem.values()).map(Enum::name).toList();
    documented("carryover.md", problems);
    problems.forEach(p -> assertTrue(Phrases.of("en").text("carryover." + p).isPresent(), p));
  }

  @Test
  void every_format_is_documented() throws IOException {
    documented("formats.md", known().map(Layout::key).toList());
  }

  @Test
  void every_rule_is_documented() throws IOException {
    Stream<String> keys = Words.EN.keys().stream();
    documented(
        "rules.md", keys.filter(key -> key.startsWith("rule.")).map(k -> k.substring(5)).toList());
  }

  @Test
  void every_reason_has_a_sentence_in_both_languages() throws IOException {
    var missing = new ArrayList<String>();
    for (String key : reasons()) {
      if (!Words.ZH.keys().contains(key) || !Words.EN.keys().contains(key)) {
        missing.add(key);
      }
    }
    assertEquals(List.of(), missing);
  }

  /// The reasons that the engine's compiled classes name in full.
  private static Set<String> reasons() throws IOException {
    var reasons = new TreeSet<String>();
    Path classes = HOME.resolve("engine/target/classes/guiwei/reconcile");
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        for (PoolEntry entry : ClassFile.of().parse(file).constantPool()) {
          if (entry instanceof StringEntry text
              && text.stringValue().matches("reason\\.[a-z-]*[a-z]")) {
            reasons.add(text.stringValue());
          }
        }
      }
    }
    return reasons;
  }

  @Test
  void every_command_is_documented() throws IOException {
    documented("commands.md", Arrays.stream(Command.values()).map(Command::word).toList());
  }

  @Test
  void every_option_and_environment_variable_is_documented() throws IOException {
    var settings = new ArrayList<String>();
    Arrays.stream(Option.values()).map(Option::word).forEach(settings::add);
    Matcher variable =
        Pattern.compile("GUIWEI_[A-Z_]+").matcher(Files.readString(HOME.resolve("guiwei")));
    variable.results().map(found -> found.group()).distinct().forEach(settings::add);
    documented("settings.md", settings);
  }

  @Test
  void every_setting_of_a_run_is_documented() throws IOException {
    Set<String> headings = headings("settings.md");
    List<String> bare =
        Arrays.stream(Settings.class.getRecordComponents())
            .map(part -> part.getName().replaceAll("(?=[A-Z])", "-").toLowerCase(Locale.ROOT))
            .filter(name -> !headings.contains(name) && !headings.contains("--" + name))
            .toList();
    assertEquals(List.of(), bare, "without a heading in docs/settings.md");
  }

  @Test
  void every_link_of_the_documents_leads_somewhere() throws IOException {
    var broken = new ArrayList<String>();
    for (Path document : documents()) {
      Matcher link = Pattern.compile("]\\((?!https?:)([^)#]+)").matcher(Files.readString(document));
      link.results()
          .map(found -> found.group(1))
          .filter(to -> !Files.exists(document.resolveSibling(to)))
          .forEach(to -> broken.add(document + " -> " + to));
    }
    assertEquals(List.of(), broken);
  }

  @Test
  void both_languages_say_the_same_things() {
    assertEquals(Phrases.of("en").texts().keySet(), Phrases.of("zh").texts().keySet());
    Phrases.of("en")
        .texts()
        .forEach(
            (key, text) ->
                assertEquals(blanks(text), blanks(Phrases.of("zh").say(key)), "values of " + key));
  }

  @Test
  void every_command_option_and_format_has_words() {
    Set<String> keys = Phrases.of("en").texts().keySet();
    for (Command command : Command.values()) {
      assertTrue(keys.contains("command." + command.word()), command.word());
      assertTrue(keys.contains("usage." + command.word()), command.word());
    }
    for (Option option : Option.values()) {
      assertTrue(keys.contains("option." + option.word().substring(2)), option.word());
    }
    known().forEach(l -> assertTrue(keys.contains("format." + l.key()), l.key()));
  }

  private static Stream<Layout> known() {
    return Run.layouts(Profiles.shipped()).stream();
  }

  private static int blanks(String text) {
    return text.split("\\{}", -1).length - 1;
  }

  private static List<Path> documents() throws IOException {
    try (var top = Files.list(HOME);
        var docs = Files.list(HOME.resolve("docs"))) {
      return Stream.concat(top, docs).filter(file -> file.toString().endsWith(".md")).toList();
    }
  }

  private static Set<String> headings(String document) throws IOException {
    String text = Files.readString(HOME.resolve("docs").resolve(document));
    return HEADING.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
  }

  private static void documented(String document, List<String> keys) throws IOException {
    Set<String> headings = headings(document);
    var missing = keys.stream().filter(key -> !headings.contains(key)).toList();
    assertEquals(List.of(), missing, "without a heading in docs/" + document);
  }
}
