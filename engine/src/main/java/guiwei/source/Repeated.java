package guiwei.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Finds files of equal content without reading more of them than needed.
final class Repeated {
  private static final int HEAD = 1 << 16;
  private static final int BUFFER = 1 << 16;

  private Repeated() {}

  static Map<Source, Source> among(List<Source> sources) {
    var repeated = new LinkedHashMap<Source, Source>();
    for (List<Source> alike : groups(candidates(sources), Repeated::head)) {
      for (List<Source> equal : groups(sameSize(alike), Repeated::sha256)) {
        equal.stream().skip(1).forEach(again -> repeated.put(again, equal.getFirst()));
      }
    }
    return repeated;
  }

  /// Those whose size is another's too, or unknown.
  private static List<Source> candidates(List<Source> sources) {
    boolean unknown = sources.stream().anyMatch(source -> source.size() < 0);
    return unknown ? sources : sameSize(sources);
  }

  private static List<Source> sameSize(List<Source> sources) {
    boolean unknown = sources.stream().anyMatch(source -> source.size() < 0);
    var counts = new HashMap<Long, Integer>();
    sources.forEach(source -> counts.merge(source.size(), 1, Integer::sum));
    return sources.stream().filter(s -> unknown || counts.getOrDefault(s.size(), 0) > 1).toList();
  }

  private interface Key {
    Object of(Source source) throws IOException;
  }

  /// The sources that share a key with another one, in the order they came.
  private static List<List<Source>> groups(List<Source> sources, Key key) {
    if (sources.size() < 2) {
      return List.of();
    }
    var groups = new LinkedHashMap<Object, List<Source>>();
    for (Source source : sources) {
      groups.computeIfAbsent(keyOrItself(source, key), k -> new ArrayList<>()).add(source);
    }
    return groups.values().stream().filter(group -> group.size() > 1).toList();
  }

  /// What cannot be read is like nothing else; whoever reads it next says why.
  private static Object keyOrItself(Source source, Key key) {
    try {
      return key.of(source);
    } catch (IOException e) {
      return source;
    }
  }

  private static ByteBuffer head(Source source) throws IOException {
    try (InputStream in = source.open()) {
      return ByteBuffer.wrap(in.readNBytes(HEAD));
    }
  }

  static String sha256(Source source) throws IOException {
    MessageDigest digest = digest();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = source.open()) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java machine has SHA-256", e);
    }
  }
}
