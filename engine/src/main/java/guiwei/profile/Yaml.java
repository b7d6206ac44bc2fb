package guiwei.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// A YAML mapping that knows the line of everything in it. Texts, lists and mappings only.
final class Yaml {
  private static final int MAX_SIZE = 1 << 18;
  private static final int MAX_DEPTH = 8;

  private final String file;
  private final Node whole;
  private final Map<String, Node> entries = new LinkedHashMap<>();

  /// Where each key stands itself.
  private final Map<String, Node> keys = new HashMap<>();

  private Yaml(String file, MappingNode node) throws BadProfile {
    this.file = file;
    this.whole = node;
    for (NodeTuple tuple : node.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw bad(tuple.getKeyNode(), "a key must be a word");
      }
      if (entries.put(key.getValue(), tuple.getValueNode()) != null) {
        throw bad(key, "“" + key.getValue() + "” stands twice");
      }
      keys.put(key.getValue(), key);
    }
  }

  static Yaml read(String file, String text) throws BadProfile {
    if (text.length() > MAX_SIZE) {
      throw new BadProfile(file, 1, 1, "longer than any profile needs to be");
    }
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(file)
            .setAllowDuplicateKeys(false)
            .setAllowRecursiveKeys(false)
            .setMaxAliasesForCollections(0)
            .setCodePointLimit(MAX_SIZE)
            .build();
    try {
      Optional<Node> root = new Compose(settings).composeString(text);
      if (root.isPresent() && root.get() instanceof MappingNode mapping) {
        return new Yaml(file, mapping);
      }
      throw new BadProfile(file, 1, 1, "a profile is a list of “key: value” lines");
    } catch (MarkedYamlEngineException broken) {
      throw bad(file, broken.getProblemMark(), "not YAML: " + broken.getProblem());
    } catch (YamlEngineException broken) {
      throw new BadProfile(file, 1, 1, "not YAML: " + broken.getMessage());
    } catch (StackOverflowError tooDeep) {
      throw new BadProfile(file, 1, 1, "nested deeper than " + MAX_DEPTH + " levels");
    }
  }

  /// Refuses every key but these.
  void only(Set<String> known) throws BadProfile {
    for (String key : entries.keySet()) {
      if (!known.contains(key)) {
        String all = known.stream().sorted().collect(Collectors.joining(", "));
        throw bad(keys.getOrDefault(key, whole), "unknown key “" + key + "”; known are: " + all);
      }
    }
  }

  Set<String> keys() {
    return entries.keySet();
  }

  /// A text, or an empty one when the key is not there.
  String text(String key) throws BadProfile {
    Node node = entries.get(key);
    if (node == null) {
      return "";
    }
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue().strip();
    }
    throw bad(key, "“" + key + "” must be one text");
  }

  /// One text or a list of texts; empty when the key is not there.
  List<String> list(String key) throws BadProfile {
    Node node = entries.get(key);
    if (node == null) {
      return List.of();
    }
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue().isBlank() ? List.of() : List.of(scalar.getValue().strip());
    }
    List<String> texts = new ArrayList<>();
    if (node instanceof SequenceNode sequence) {
      for (Node item : sequence.getValue()) {
        if (!(item instanceof ScalarNode scalar)) {
          throw bad(key, "“" + key + "” must be a list of texts");
        }
        texts.add(scalar.getValue().strip());
      }
      return texts;
    }
    throw bad(key, "“" + key + "” must be a text or a list of texts");
  }

  /// A mapping below the key; null when the key is not there or holds a text.
  @Nullable Yaml below(String key) throws BadProfile {
    Node node = entries.get(key);
    return node instanceof MappingNode mapping ? new Yaml(file, mapping) : null;
  }

  /// As [#below], and the key may not hold anything else.
  @Nullable Yaml section(String key) throws BadProfile {
    Yaml section = below(key);
    if (section == null && entries.containsKey(key)) {
      throw bad(key, "“" + key + "” must hold “key: value” lines");
    }
    return section;
  }

  /// One of an enum's words, written `like-this`.
  <E extends Enum<E>> E word(String key, Class<E> type, E otherwise) throws BadProfile {
    String text = text(key);
    return text.isEmpty() ? otherwise : constant(key, text, type);
  }

  <E extends Enum<E>> E constant(String key, String text, Class<E> type) throws BadProfile {
    for (E each : type.getEnumConstants()) {
      if (written(each).equals(text.toLowerCase(Locale.ROOT).replace('_', '-'))) {
        return each;
      }
    }
    String known =
        Arrays.stream(type.getEnumConstants()).map(Yaml::written).collect(Collectors.joining(", "));
    throw bad(key, "“" + text + "” is none of: " + known);
  }

  static String written(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// What is wrong with a key or its value: the text of the value, or else the key.
  BadProfile bad(String key, String problem) {
    Node node = entries.get(key);
    return bad(node instanceof ScalarNode ? node : keys.getOrDefault(key, whole), problem);
  }

  private BadProfile bad(Node node, String problem) {
    return bad(file, node.getStartMark(), problem);
  }

  private static BadProfile bad(String file, Optional<Mark> mark, String problem) {
    int line = mark.map(Mark::getLine).orElse(0) + 1;
    return new BadProfile(file, line, mark.map(Mark::getColumn).orElse(0) + 1, problem);
  }
}
