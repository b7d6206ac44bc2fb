package guiwei.profile;

import guiwei.table.Side;
import java.util.Locale;

/// A proposal as a profile to save, correct and use; doubts stand above it as comments.
final class Written {
  private Written() {}

  /// The text of the file.
  static String of(Proposal proposal) {
    Profile profile = proposal.profile();
    StringBuilder yaml = new StringBuilder();
    yaml.append("# proposed from the headings; check it, then use it with --profile FILE\n");
    proposal.doubts().forEach(doubt -> yaml.append("# in doubt: ").append(doubt).append('\n'));
    Profile.Origin origin = profile.origin();
    line(yaml, "key", "my-" + proposal.table().name().toLowerCase(Locale.ROOT));
    line(yaml, "title", "");
    line(yaml, "side", Yaml.written(origin.side()));
    if (origin.side() == Side.LINE) {
      line(yaml, "book", Yaml.written(origin.book()));
      line(yaml, "channel", Yaml.written(origin.channel()));
    }
    line(yaml, "currency", origin.currency());
    line(yaml, "zone", profile.format().zone().getId());
    line(yaml, "dates", Yaml.written(profile.format().dates()));
    line(yaml, "amounts", "yuan");
    if (profile.format().decimal() == Profile.Decimal.COMMA) {
      line(yaml, "decimal", profile.format().decimal().sign());
    }
    if (!profile.format().id().isEmpty()) {
      line(yaml, "id", profile.format().id());
    }
    yaml.append("columns:\n");
    profile
        .columns()
        .forEach(
            (field, headings) ->
                yaml.append("  ")
                    .append(field.word())
                    .append(": [")
                    .append(String.join(", ", headings.stream().map(Written::quoted).toList()))
                    .append("]\n"));
    if (profile.declared().chain()) {
      yaml.append("footing:\n  balance: chain\n");
    }
    return yaml.toString();
  }

  private static void line(StringBuilder yaml, String key, String value) {
    yaml.append(key).append(": ").append(quoted(value)).append('\n');
  }

  private static String quoted(String text) {
    String plain = text.replaceAll("\\p{Cntrl}", " ");
    return '"' + plain.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
