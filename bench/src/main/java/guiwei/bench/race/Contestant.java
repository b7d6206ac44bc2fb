package guiwei.bench.race;

import java.nio.file.Path;
import java.util.List;

/// Somebody in a race: a command that reads the workload and writes what it found.
///
/// @param name its name in tables: `guiwei`, `plain.sql`
/// @param does what it does, in a few words
/// @param out where it writes, emptied before each run
/// @param good exit codes that mean it did its work
record Contestant(String name, String does, List<String> command, Path out, List<Integer> good) {
  Contestant {
    command = List.copyOf(command);
    good = List.copyOf(good);
  }
}
