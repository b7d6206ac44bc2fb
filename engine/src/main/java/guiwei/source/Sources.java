package guiwei.source;

import guiwei.table.RefusedFile;
import guiwei.table.RefusedFile.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What the paths that somebody gave us hold: the room's front door.
public final class Sources {
  private Sources() {}

  /// What a search brought.
  ///
  /// @param sources every file, sorted by path, archives replaced by their entries
  /// @param refusals what could not be opened as a file or an archive
  public record Found(List<Source> sources, List<Refusal> refusals) {
    public Found {
      sources = List.copyOf(sources);
      refusals = List.copyOf(refusals);
    }
  }

  /// A file or an archive's entry that is refused before it is read.
  public record Refusal(String name, Problem problem, String detail) {}

  /// Every file under the paths: folders to any depth (what is hidden left out, and our own
  /// result folders), entries of zip files, content of gzip files. What is an archive, its
  /// bytes decide, never its name.
  public static Found find(List<Path> paths, Limits limits) {
    return find(paths, List.of(), limits);
  }

  /// The same, with folders that are left out wherever they lie.
  public static Found find(List<Path> paths, List<Path> leftOut, Limits limits) {
    var search = new Search(leftOut, limits);
    paths.forEach(search::path);
    return search.found();
  }

  /// Sources whose content is that of another one before them in the list, with that other one.
  /// Reads only what may be equal by its size and its beginning.
  public static Map<Source, Source> repeated(List<Source> sources) {
    return Repeated.among(sources);
  }

  /// The SHA-256 of the unpacked content, in lower-case hexadecimal.
  ///
  /// @throws RefusedFile if the content cannot be unpacked whole
  public static String sha256(Source source) throws IOException {
    return Repeated.sha256(source);
  }
}
