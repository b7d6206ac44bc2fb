package guiwei.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Who may know whom. A new arrow is a design discussion: the diff of this file.
class ArrowsTest {
  /// Module by module, a room and the rooms it may use. Read from the top, no room knows one that
  /// stands below it.
  private static final String ALLOWED =
      """
      engine
        money      ->
        table      -> money
        source     -> table
        packed     -> table
        profile    -> packed source table money
        carryover  -> source table
        statement  -> table money
        order      -> table money
        decision   ->
        customer   ->
        trace      -> customer table
        outcome    -> decision table
        number     ->
        chance     -> table
        sift       -> outcome number chance decision order statement source table
        reconcile  -> sift outcome number chance decision order statement source table
        report     -> outcome table money
      world
        world      ->
      workbench
        command    -> carryover report trace customer reconcile outcome decision order statement profile source table money world
      bench
        bench      -> command report trace customer reconcile outcome order statement profile source table money world
      """;

  private static final Pattern OURS = Pattern.compile("(?<![\\w/.])L?guiwei/([a-z]+)/[\\w/$]+");

  @Test
  void rooms_use_only_the_rooms_that_they_may() throws IOException {
    Map<String, Map<String, Set<String>>> allowed = allowed();
    var wrong = new ArrayList<String>();
    for (String module : allowed.keySet()) {
      Map<String, Set<String>> rooms = allowed.getOrDefault(module, Map.of());
      arrows(module)
          .forEach(
              (room, used) ->
                  used.stream()
                      .filter(other -> !rooms.getOrDefault(room, Set.of()).contains(other))
                      .forEach(other -> wrong.add(module + ": " + room + " -> " + other)));
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void every_room_is_spelled() throws IOException {
    for (var module : allowed().entrySet()) {
      Set<String> found = arrows(module.getKey()).keySet();
      assertTrue(
          module.getValue().keySet().containsAll(found), module.getKey() + " has rooms " + found);
    }
  }

  @Test
  void the_allowed_arrows_make_no_circle() {
    var above = new TreeSet<String>();
    for (Map<String, Set<String>> rooms : allowed().values()) {
      rooms.forEach(
          (room, used) -> {
            assertTrue(above.containsAll(used), room + " uses a room that stands below it");
            above.add(room);
          });
    }
  }

  private static Map<String, Map<String, Set<String>>> allowed() {
    var modules = new LinkedHashMap<String, Map<String, Set<String>>>();
    Map<String, Set<String>> rooms = Map.of();
    for (String line : ALLOWED.lines().toList()) {
      if (!line.startsWith(" ")) {
        rooms = new LinkedHashMap<>();
        modules.put(line, rooms);
      } else {
        String[] sides = line.strip().split("\\s*->\\s*", 2);
        rooms.put(sides[0], sides[1].isEmpty() ? Set.of() : Set.of(sides[1].split(" ")));
      }
    }
    return modules;
  }

  /// The rooms of a module and the other rooms that their classes name.
  private static Map<String, Set<String>> arrows(String module) throws IOException {
    Path classes = Path.of("..", module, "target", "classes", "guiwei");
    var arrows = new TreeMap<String, Set<String>>();
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        String room = classes.relativize(file).getName(0).toString();
        Set<String> used = arrows.computeIfAbsent(room, r -> new TreeSet<>());
        used.addAll(named(file));
        used.remove(room);
      }
    }
    return arrows;
  }

  /// Every room of ours whose classes a class file names, in whatever place.
  private static Set<String> named(Path classFile) throws IOException {
    var rooms = new TreeSet<String>();
    for (PoolEntry entry : ClassFile.of().parse(classFile).constantPool()) {
      if (entry instanceof Utf8Entry text) {
        Matcher ours = OURS.matcher(text.stringValue());
        rooms.addAll(ours.results().map(found -> found.group(1)).collect(Collectors.toSet()));
      }
    }
    return rooms;
  }
}
