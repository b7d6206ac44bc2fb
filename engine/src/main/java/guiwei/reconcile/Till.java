package guiwei.reconcile;

import guiwei.table.Channel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// One till: its sales without numbers and the orders that may be theirs, both in order of
/// time.
///
/// Sales and orders of one amount are joined where their distance is small against the till's
/// spread and chance cannot explain it. Where several fit, the whole cluster is one match and
/// says so. What is left near in time and alike in digits is a slip of the hand.
final class Till {
  /// Beyond this many spreads a sale is not an order's any more.
  private static final double REACH_SPREADS = 8;

  private static final int SHORTEST_REACH = 180;

  /// An order may be entered this long after it was paid, or before: believed only of an amount
  /// that is rare at this till.
  private static final int WIDE_REACH_SECONDS = 3600;

  /// How likely a pair of one amount may be by mere chance and still be believed.
  private static final double MOST_CHANCE = 0.05;

  /// Two of one card and amount closer than this are one sale charged twice.
  private static final int TWICE_SECONDS = 180;

  private static final int LARGEST_BASKET = 5;

  private final Board board;
  private final List<Paid> lines;
  private final List<Due> dues;
  private final Clock clock;
  private double reach;

  Till(Board board, List<Paid> lines, List<Due> dues) {
    this.board = board;
    this.lines = lines;
    this.dues = dues;
    this.clock = Clock.of(lines, dues);
    this.reach = Math.max(SHORTEST_REACH, REACH_SPREADS * clock.spreadSeconds);
