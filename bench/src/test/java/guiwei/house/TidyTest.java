package guiwei.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What must not stand anywhere in the project.
class TidyTest {
  private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

  /// Put together here so that this file does not contain them.
  private static final Pattern FORBIDDEN =
      Pattern.compile(
          String.join(
              "|",
              "/work" + "/",
              "\\.\\./" + "shared",
              "repo1?\\." + "maven",
              "registry\\." + "npm",
              "files\\.python" + "hosted",
              "T" + "ODO",
              "FIX" + "ME",
              "Impl" + "\\.java"));

  /// The Maven wrapper's own files must name where Maven comes from.
  private static final Set<String> EXEMPT =
      Set.of("mvnw", "mvnw.cmd", ".mvn/wrapper/maven-wrapper.properties");

  private static final Pattern TEXT =
      Pattern.compile(".*\\.(java|md|xml|yaml|yml|sh|cmd|sql|properties|options|txt|zh|en)|guiwei");

  @Test
  void nothing_names_a_workplace_or_a_registry_or_is_left_to_do() throws IOException {
    var found = new ArrayList<String>();
    for (Path file : files()) {
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      FORBIDDEN
          .matcher(text)
          .results()
          .forEach(hit -> found.add(HOME.relativize(file) + ": " + hit.group()));
    }
    assertEquals(List.of(), found);
  }

  @Test
  void every_package_is_null_marked() throws IOException {
    var bare = new ArrayList<String>();
    for (Path file : files()) {
      Path marked = file.resolveSibling("package-info.java");
      boolean main = file.toString().contains("/src/main/java/");
      if (main && file.toString().endsWith(".java")) {
        if (!Files.exists(marked) || !Files.readString(marked).contains("@NullMarked")) {
          bare.add(HOME.relativize(file.getParent()).toString());
        }
      }
    }
    assertEquals(List.of(), bare.stream().distinct().toList());
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(HOME)) {
      return files.filter(Files::isRegularFile).filter(TidyTest::ours).toList();
    }
  }

  private static boolean ours(Path file) {
    String path = HOME.relativize(file).toString().replace('\\', '/');
    boolean made =
        path.contains("target/") || path.startsWith(".git/") || path.startsWith("guiwei-");
    return !made && !EXEMPT.contains(path) && TEXT.matcher(file.getFileName().toString()).matches();
  }
}
