package guiwei.report;

import static guiwei.report.Markup.both;
import static guiwei.report.Markup.figure;
import static guiwei.report.Markup.text;

import guiwei.outcome.Kind;
import guiwei.outcome.Result;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// The flow of money in one currency, drawn to scale: channels, what was received, the rules
/// that matched it, and a lens on what no rule matched with its own scale printed.
final class Flow {
  private static final double HEIGHT = 200;
  private static final double LENS_HEIGHT = 168;
  private static final int RULES = 6;
  private static final double TOP = 22;
  private static final double CHANNEL_X = 128;
  private static final double MIDDLE_X = 332;
  private static final double RULE_X = 676;
  private static final double LENS_X = 806;
  private static final double WIDTH = 1230;
  private static final double NODE = 9;

  /// A node in a column of nodes.
  ///
  /// @param style of node and ribbon: ``, `hot`, `sus`
  private record Node(Function<Words, String> name, String count, long minor, String style) {
    long size() {
      return Math.abs(minor);
    }
  }

  /// A node where it is drawn.
  private record Placed(Node node, double y, double height) {
    double middle() {
      return y + height / 2;
    }
  }

  private final Result result;
  private final Figures.Day day;
  private final Figures.Money total;
  private final String currency;
  private final Markup svg = new Markup();
  private final double scale;
  private double bottom;

  private Flow(Result result, Figures.Day day) {
    this.result = result;
    this.day = day;
    this.total = day.total();
    this.currency = day.currency();
    long in = channels().stream().mapToLong(Node::size).sum();
    long out = rules().stream().mapToLong(Node::size).sum();
    this.scale = HEIGHT / Math.max(1, Math.max(in, out));
  }

  static String of(Result result, Figures.Day day) {
    return new Flow(result, day).draw();
  }

  private String draw() {
    List<Placed> left = place(channels(), scale, 34, 14, TOP);
    List<Placed> right = place(rules(), scale, 21, 7, TOP);
    double height = Math.max(1, Math.max(total(left), total(right)));
    double middle = TOP + Math.max(0, (end(left) - TOP - height) / 2);
    bottom = Math.max(Math.max(end(left), end(right)), TOP + LENS_HEIGHT + 40) + 24;
    ribbons(left, CHANNEL_X + NODE, MIDDLE_X, middle, false);
    ribbons(right, MIDDLE_X + NODE, RULE_X, middle, true);
    left.forEach(this::channel);
    node(MIDDLE_X, middle, height, "ink");
    label(
        MIDDLE_X + NODE / 2,
        middle + height + 17,
        "middle",
        "b",
        words -> words.text("day.received") + " " + figure(total.received(), currency));
    right.forEach(this::rule);
    if (total.openRows() > 0) {
      lens(right.getLast());
    } else {
      label(RULE_X + 40, TOP + height / 2 + 4, "start", "acc", w -> w.text("page.lens.clean"));
    }
    return "<svg class=flow viewBox=\"0 0 "
        + (int) WIDTH
        + " "
        + (int) bottom
        + "\" role=img aria-labelledby=\"flow-"
        + currency
        + "\"><title id=\"flow-"
        + currency
        + "\">"
        + text(title(Words.ZH) + " / " + title(Words.EN))
        + "</title><defs><pattern id=hatch width=6 height=6 patternUnits=userSpaceOnUse"
        + " patternTransform=\"rotate(45)\"><path d=\"M0 0V6\" stroke=\"var(--hatch)\""
        + " stroke-width=3 /></pattern></defs>"
        + svg
        + "</svg>";
  }

  private String title(Words words) {
    return words.text(
        "page.flow.describe",
        "",
        Words.money(total.received(), currency),
        Words.amount(total.matched(), currency),
        Words.amount(total.discrepant(), currency),
        Words.amount(total.suspense(), currency));
  }

  private List<Node> channels() {
    List<Node> nodes = new ArrayList<>();
    day.channels()
        .forEach(
            (channel, money) ->
                nodes.add(
                    new Node(
                        words -> words.channel(channel),
                        Words.count(money.rows()),
                        money.received(),
                        "")));
    return nodes;
  }

  /// The largest rules, the others in one node so that the column comes to what was matched,
  /// and what is unmatched at the end.
  private List<Node> rules() {
    List<Node> nodes = new ArrayList<>();
    long rest = total.matched();
    long others = 0;
    List<Result.RuleCount> rules = day.rules();
    for (int i = 0; i < rules.size(); i++) {
      Result.RuleCount rule = rules.get(i);
      if (i < RULES && rule.amountMinor() != 0) {
        nodes.add(
            new Node(
                words -> words.rule(rule.rule()),
                Words.count(rule.count()),
                rule.amountMinor(),
                ""));
        rest -= rule.amountMinor();
      } else {
        others += rule.count();
      }
    }
    if (rest != 0) {
      String count = others == 0 ? "" : Words.count(others);
      nodes.add(new Node(words -> words.rule("other"), count, rest, ""));
    }
    if (total.openRows() > 0) {
      nodes.add(
          new Node(
              words -> words.text("day.unmatched"),
              Words.count(total.openRows()),
              total.unmatched(),
              "hot"));
    }
    return nodes;
  }

  /// Puts nodes below each other, each with room for its label.
  private static List<Placed> place(
      List<Node> nodes, double scale, double room, double gap, double top) {
    List<Placed> placed = new ArrayList<>();
    double y = top;
    for (Node node : nodes) {
      double height = node.size() * scale;
      double slot = Math.max(height, room);
      placed.add(new Placed(node, height < room ? y + (slot - height) / 2 : y, height));
      y += slot + gap;
    }
    return placed;
  }

  private static double total(List<Placed> nodes) {
    return nodes.stream().mapToDouble(Placed::height).sum();
  }

  private static double end(List<Placed> nodes) {
    return nodes.isEmpty() ? TOP : nodes.getLast().y() + nodes.getLast().height();
  }

  private void ribbons(List<Placed> nodes, double from, double to, double middle, boolean out) {
    double at = middle;
    for (Placed placed : nodes) {
      double left = out ? at : placed.y();
      double right = out ? placed.y() : at;
      ribbon(from, left, to, right, placed);
      at += placed.height();
    }
  }

  private void ribbon(double x1, double y1, double x2, double y2, Placed placed) {
    double thick = Math.max(placed.height(), 0.8);
    double mid = (x1 + x2) / 2;
    svg.add(
        String.format(
            Locale.ROOT,
            "<path class=\"rib %s\" d=\"M%.1f %.2fC%.1f %.2f %.1f %.2f %.1f %.2f"
                + "V%.2fC%.1f %.2f %.1f %.2f %.1f %.2fZ\"/>",
            placed.node().style(),
            x1,
            y1,
            mid,
            y1,
            mid,
            y2,
            x2,
            y2,
            y2 + thick,
            mid,
            y2 + thick,
            mid,
            y1 + thick,
            x1,
            y1 + thick));
  }

  private void node(double x, double y, double height, String style) {
    svg.add(
        String.format(
            Locale.ROOT,
            "<rect class=\"node %s\" x=%.1f y=%.2f width=%.0f height=%.2f rx=1.5 />",
            style,
            x,
            y,
            NODE,
            Math.max(height, 1.2)));
  }

  private void label(
      double x, double y, String anchor, String style, Function<Words, String> words) {
    for (Words language : Words.all()) {
      open(x, y, anchor, style, language);
      svg.add(text(words.apply(language)), "</text>");
    }
  }

  private void open(double x, double y, String anchor, String style, Words language) {
    svg.add(
        String.format(
            Locale.ROOT,
            "<text class=\"%s %s halo\" lang=%s x=%.1f y=%.1f text-anchor=%s>",
            language.language(),
            style,
            language.language(),
            x,
            y,
            anchor));
  }

  /// A node's name, how many there are, and the amount.
  private void label(double x, double y, String anchor, String style, Node node) {
    for (Words language : Words.all()) {
      open(x, y, anchor, style, language);
      svg.add(text(node.name().apply(language)));
      svg.add(node.count().isEmpty() ? "" : "<tspan class=q dx=6>" + node.count() + "</tspan>");
      svg.add("<tspan class=b dx=8>", figure(node.minor(), currency), "</tspan></text>");
    }
  }

  private void channel(Placed placed) {
    String hollow = placed.node().minor() < 0 ? " neg" : "";
    node(CHANNEL_X, placed.y(), placed.height(), hollow);
    double y = placed.middle();
    label(CHANNEL_X - 10, y - 3, "end", "b", placed.node().name());
    label(CHANNEL_X - 10, y + 13, "end", "q", words -> figure(placed.node().minor(), currency));
  }

  private void rule(Placed placed) {
    Node node = placed.node();
    boolean hot = node.style().equals("hot");
    node(RULE_X, placed.y(), placed.height(), hot ? "hot" : node.minor() < 0 ? "neg" : "m");
    label(RULE_X - 12, placed.middle() + 4, "end", hot ? "acc" : "", node);
  }

  private void lens(Placed unmatched) {
    List<Node> kinds = kinds();
    long gross = kinds.stream().mapToLong(Node::size).sum();
    if (gross == 0) {
      return;
    }
    double zoom = (LENS_HEIGHT - 6.0 * kinds.size()) / gross;
    List<Placed> placed = place(kinds, zoom, 22, 6, TOP + 34);
    double boxHeight = Math.max(end(placed) + 16, TOP + LENS_HEIGHT + 30) - 6;
    bottom = Math.max(bottom, boxHeight + 14);
    svg.add(
        String.format(
            Locale.ROOT,
            "<path class=wedge d=\"M%.1f %.2fL%.1f 12V%.1fL%.1f %.2fZ\"/>",
            RULE_X + NODE,
            unmatched.y(),
            LENS_X,
            boxHeight,
            RULE_X + NODE,
            unmatched.y() + Math.max(unmatched.height(), 1.2)),
        String.format(
            Locale.ROOT,
            "<rect class=lens x=%.1f y=8 width=%.1f height=%.1f rx=10 />",
            LENS_X,
            WIDTH - LENS_X - 2,
            boxHeight - 4));
    label(LENS_X + 14, 30, "start", "q", words -> scaleWords(words, zoom / scale));
    double x = LENS_X + 16;
    double endX = WIDTH - 130;
    List<Placed> ends = ends(placed, zoom);
    joins(placed, ends, x + NODE, endX);
    placed.forEach(kind -> kind(kind, x));
    ends.forEach(end -> ending(end, endX));
  }

  private String scaleWords(Words words, double factor) {
    String amount = figure(total.unmatched(), currency);
    String share =
        total.received() == 0
            ? ""
            : String.format(Locale.ROOT, "%.2f%%", 100.0 * total.unmatched() / total.received());
    String times =
        factor >= 10 ? Words.count(Math.round(factor)) : String.format(Locale.ROOT, "%.1f", factor);
    return words.text("page.lens", amount, share, times);
  }

  /// Where the unmatched money is: whole receipts by kind, and what the evidence does not name.
  private List<Node> kinds() {
    Map<Kind, Figures.Money> receipts = new EnumMap<>(Kind.class);
    receipts.putAll(Figures.receiptsByKind(result, currency));
    Figures.Money unidentified = receipts.getOrDefault(Kind.UNIDENTIFIED, Figures.Money.NONE);
    receipts.remove(Kind.UNIDENTIFIED);
    long named = receipts.values().stream().mapToLong(Figures.Money::received).sum();
    List<Node> nodes = new ArrayList<>();
    receipts.entrySet().stream()
        .sorted(
            (one, other) ->
                Long.compare(
                    Math.abs(other.getValue().received()), Math.abs(one.getValue().received())))
        .forEach(
            entry ->
                add(
                    nodes,
                    words -> words.kind(entry.getKey()),
                    entry.getValue().rows(),
                    entry.getValue().received(),
                    "hot"));
    add(nodes, w -> w.text("page.lens.rest"), 0, total.discrepant() - named, "hot");
    add(
        nodes,
        words -> words.kind(Kind.UNIDENTIFIED),
        unidentified.rows(),
        unidentified.received(),
        "sus");
    add(
        nodes,
        words -> words.text("page.lens.open"),
        0,
        total.suspense() - unidentified.received(),
        "sus");
    return nodes;
  }

  private static void add(
      List<Node> nodes, Function<Words, String> name, long count, long minor, String style) {
    if (minor != 0) {
      nodes.add(new Node(name, count == 0 ? "" : Words.count(count), minor, style));
    }
  }

  private List<Placed> ends(List<Placed> kinds, double zoom) {
    List<Placed> ends = new ArrayList<>();
    end(ends, kinds, "hot", words -> words.text("day.discrepant"), total.discrepant(), zoom);
    end(ends, kinds, "sus", words -> words.text("day.suspense"), total.suspense(), zoom);
    return ends;
  }

  private static void end(
      List<Placed> ends,
      List<Placed> kinds,
      String style,
      Function<Words, String> name,
      long minor,
      double zoom) {
    List<Placed> parts = kinds.stream().filter(kind -> kind.node().style().equals(style)).toList();
    if (parts.isEmpty()) {
      return;
    }
    double height = parts.stream().mapToLong(part -> part.node().size()).sum() * zoom;
    double middle = (parts.getFirst().y() + parts.getLast().y() + parts.getLast().height()) / 2;
    ends.add(new Placed(new Node(name, "", minor, style), middle - height / 2, height));
  }

  private void joins(List<Placed> kinds, List<Placed> ends, double from, double to) {
    for (Placed end : ends) {
      double at = end.y();
      for (Placed kind : kinds) {
        if (kind.node().style().equals(end.node().style())) {
          ribbon(from, kind.y(), to, at, kind);
          at += kind.height();
        }
      }
    }
  }

  private void kind(Placed placed, double x) {
    Node node = placed.node();
    node(x, placed.y(), placed.height(), node.minor() < 0 ? "neg" : node.style());
    label(x + 18, placed.middle() + 4, "start", "", node);
  }

  private void ending(Placed placed, double x) {
    Node node = placed.node();
    node(x, placed.y(), placed.height(), node.style());
    double y = placed.middle();
    label(x + 18, y - 3, "start", "b", node.name());
    label(x + 18, y + 13, "start", "b", words -> figure(node.minor(), currency));
  }

  /// The same as a table of bars, for narrow screens and for those who do not see the drawing.
  static String bars(Result result, Figures.Day day) {
    Flow flow = new Flow(result, day);
    Markup table = new Markup();
    table.add("<table class=\"lt bars\"><tbody>");
    long most = Math.max(1, Math.abs(flow.total.received()));
    for (List<Node> nodes : List.of(flow.channels(), flow.rules())) {
      for (Node node : nodes) {
        table.add(
            "<tr><td>",
            both(node.name()),
            "<span class=bar style=\"display:block;width:100%\"><i style=\"width:",
            String.format(Locale.ROOT, "%.2f%%", Math.min(100, 100.0 * node.size() / most)),
            "\"></i></span></td><td class=n>",
            Markup.money(node.minor(), day.currency()),
            "</td></tr>");
      }
    }
    return table.add("</tbody></table>").toString();
  }
}
