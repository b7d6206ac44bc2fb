package guiwei.command;

import guiwei.customer.Trait;
import guiwei.report.Words;
import guiwei.trace.Candidate;
import guiwei.trace.Clue;
import guiwei.trace.Customers;
import guiwei.trace.Trace;
import guiwei.trace.Tracer;
import guiwei.trace.Weight;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// `guiwei trace LIST... --clues CLUES`: which customer a payment with these clues may be from.
final class Tracing {
  private static final int SHOWN = 5;
  private static final int MOST_SHOWN = 1000;
  private static final String APART = "\\s*[,;，；]\\s*";

  private final Terminal terminal;
  private final List<Clue> clues;
  private final Customers customers;
  private final Trace trace;
  private final int shown;
  private final Optional<String> reason;

  private Tracing(Arguments arguments, Terminal terminal, List<Clue> clues, Customers customers)
      throws Misuse {
    this.terminal = terminal;
    this.clues = clues;
    this.customers = customers;
    this.shown = arguments.number(Option.TOP, SHOWN, 1, MOST_SHOWN);
    this.reason = arguments.one(Option.REASON).map(String::strip);
    this.trace = new Tracer(customers).trace(clues);
  }

  static int run(Arguments arguments, Terminal terminal) throws IOException, Misuse {
    boolean reasoned = arguments.one(Option.REASON).map(r -> !r.isBlank()).orElse(false);
    if (arguments.has(Option.REVEAL) != reasoned) {
      throw new Misuse("misuse.reveal");
    }
    List<Clue> clues = clues(arguments.one(Option.CLUES).orElse(""));
    var list = new CustomerList(terminal, Run.profiles(arguments));
    Customers customers = list.of(arguments.rest().stream().map(Path::of).toList());
    var tracing = new Tracing(arguments, terminal, clues, customers);
    tracing.warn();
    if (arguments.has(Option.JSON)) {
      terminal.print(tracing.json());
    } else {
      tracing.print();
    }
    return list.lacks() ? Exit.BAD_INPUT : Exit.CLEAN;
  }

  /// `name=*三,phone=138****2046`.
  private static List<Clue> clues(String written) throws Misuse {
    var clues = new ArrayList<Clue>();
    for (String part : written.strip().split(APART, 0)) {
      int equals = part.indexOf('=');
      String word = equals < 0 ? part : part.substring(0, equals).strip();
      Trait trait =
          Stream.of(Trait.values()).filter(t -> word(t).equals(word)).findAny().orElse(null);
      if (equals < 0 || trait == null) {
        throw new Misuse("misuse.clues", equals < 0 ? "" : word, words());
      }
      if (clues.stream().anyMatch(clue -> clue.trait() == trait)) {
        throw new Misuse("misuse.clue-twice", word);
      }
      clues.add(new Clue(trait, part.substring(equals + 1).strip()));
    }
    return clues;
  }

  private static String word(Trait trait) {
    return trait.name().toLowerCase(Locale.ROOT);
  }

  private static String words() {
    return Stream.of(Trait.values()).map(Tracing::word).collect(Collectors.joining(", "));
  }

  private void warn() {
    if (customers.size() == 0) {
      terminal.tell("trace.nobody");
    }
    for (int i = 0; i < clues.size(); i++) {
      if (trace.fitting().get(i) < 0) {
        terminal.tell("trace.blank", word(clues.get(i).trait()));
      } else if (trace.fitting().get(i) == 0) {
        terminal.tell("trace.fits-nobody", word(clues.get(i).trait()));
      }
    }
    if (trace.candidates().isEmpty() && trace.fitting().stream().anyMatch(fits -> fits > 0)) {
      terminal.tell("trace.fits-many");
    }
  }

  private void print() {
    reason.ifPresent(why -> terminal.print(say("trace.revealed", why)));
    List<Candidate> best = best();
    for (Candidate candidate : best) {
      terminal.print(
          Words.share(candidate.probability())
              + "  "
              + customers.number(candidate.customer())
              + "  "
              + String.join("  ", who(candidate)));
      candidate.weights().forEach(weight -> terminal.print("    " + row(weight)));
    }
    double others =
        trace.candidates().stream().skip(best.size()).mapToDouble(Candidate::probability).sum();
    terminal.print(
        Words.share(trace.rest() + others)
            + "  "
            + say("trace.rest", "" + (customers.size() - best.size())));
    terminal.print(Words.share(trace.none()) + "  " + say("trace.none"));
  }

  private List<Candidate> best() {
    return trace.candidates().stream().limit(shown).toList();
  }

  /// What is known of a candidate, masked unless there is a reason to see it.
  private List<String> who(Candidate candidate) {
    var known = new ArrayList<String>();
    for (Trait trait : Trait.values()) {
      for (String value : customers.values(candidate.customer(), trait)) {
        known.add(reason.isPresent() ? value : trait.shown(value));
      }
    }
    return known;
  }

  private String row(Weight weight) {
    String bits = String.format(Locale.ROOT, "%+6.1f  ", weight.bits());
    String key =
        "trace.ground." + weight.ground().name().toLowerCase(Locale.ROOT).replace('_', '-');
    if (weight.clue() < 0) {
      return bits + say(key, "" + customers.size());
    }
    Clue clue = clues.get(weight.clue());
    return bits + say(key, say("trace.trait." + word(clue.trait())), "" + weight.fits());
  }

  private String say(String key, String... values) {
    return terminal.phrases().say(key, values);
  }

  private String json() {
    var text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      reason.ifPresent(why -> json.writeStringProperty("revealed_because", why));
      json.writeNumberProperty("customers", customers.size());
      json.writeArrayPropertyStart("candidates");
      best().forEach(candidate -> write(json, candidate));
      json.writeEndArray();
      json.writeNumberProperty("other_customers", Math.max(0, 1 - trace.none() - shownShare()));
      json.writeNumberProperty("none_of_ours", trace.none());
      json.writeEndObject();
    }
    return text.toString();
  }

  private double shownShare() {
    return best().stream().mapToDouble(Candidate::probability).sum();
  }

  private void write(JsonGenerator json, Candidate candidate) {
    json.writeStartObject();
    json.writeStringProperty("customer", customers.number(candidate.customer()));
    json.writeNumberProperty("probability", candidate.probability());
    json.writeArrayPropertyStart("known");
    who(candidate).forEach(json::writeString);
    json.writeEndArray();
    json.writeArrayPropertyStart("evidence");
    for (Weight weight : candidate.weights()) {
      json.writeStartObject();
      json.writeStringProperty("ground", weight.ground().name());
      if (weight.clue() >= 0) {
        json.writeStringProperty("clue", word(clues.get(weight.clue()).trait()));
        json.writeNumberProperty("customers_fit", weight.fits());
      }
      json.writeNumberProperty("bits", weight.bits());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
