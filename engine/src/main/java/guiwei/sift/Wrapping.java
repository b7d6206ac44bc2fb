package guiwei.sift;

import guiwei.number.Numbers;
import guiwei.table.Channel;
import guiwei.table.Hash;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How the numbers that a merchant's system gives to a channel hold its order numbers:
/// `wc_20587_1774441999` holds `20587` between a word and a moment, `PAY20587` holds it after one.
///
/// Shop systems make such numbers because a channel takes each number only once; every system has
/// a form of its own, the same for all payments of a channel. The form is learnt from payments
/// that name no order: so many characters before the order's number, so many after it, and the
/// letters that the books write before theirs and the channel does not. It is believed where
/// enough payments that hold an order's number in that form have its very amount, and hardly any
/// has another.
public final class Wrapping {
  static final Wrapping NONE = new Wrapping(new EnumMap<>(Channel.class));

  private static final int MOST_BEFORE = 12;
  private static final int MOST_AFTER = 16;
  private static final int SHORTEST_NUMBER = 4;
  private static final int SAMPLE = 2000;
  private static final int ENOUGH = 10;
  private static final int AGREE_PERCENT = 80;

  /// @param before characters of the plain number before the order's number
  /// @param after characters after it
  /// @param letters what the order's number begins with in the books only
  private record Form(int before, int after, String letters) {
    /// Whether a retry's suffix says the same.
    boolean isSuffix() {
      return before == 0 && after <= 2 && letters.isEmpty();
    }

    /// The order's number in the plain number, empty where that is too short.
    String of(String plain) {
      int end = plain.length() - after;
      return end - before < SHORTEST_NUMBER ? "" : letters + plain.substring(before, end);
    }
  }

  private final Map<Channel, Form> forms;

  private Wrapping(Map<Channel, Form> forms) {
    this.forms = forms;
  }

  /// The numbers of orders that a payment's number may hold, plain, those in the form of its own
  /// channel first: who changes the channel while paying may keep the number. Mostly none.
  public List<String> of(Channel channel, String reference) {
    if (forms.isEmpty()) {
      return List.of();
    }
    List<String> numbers = new ArrayList<>(List.of(Numbers.plain(reference)));
    numbers.addAll(Numbers.withoutSuffix(reference));
    return Stream.concat(Stream.ofNullable(forms.get(channel)), forms.values().stream())
        .distinct()
        .flatMap(form -> numbers.stream().map(form::of))
        .filter(number -> !number.isEmpty())
        .distinct()
        .toList();
  }

  /// Cuts the order's number out of a plain number of the channel, in place; answers its length,
  /// 0 where the channel has no form or the number is too short.
  ///
  /// @param scratch begins with the plain number, and has room for the letters before it
  int cut(Channel channel, byte[] scratch, int length) {
    Form form = forms.get(channel);
    if (form == null || length - form.before - form.after < SHORTEST_NUMBER) {
      return 0;
    }
    int kept = length - form.before - form.after;
    byte[] letters = form.letters.getBytes(StandardCharsets.ISO_8859_1);
    if (letters.length + kept > scratch.length) {
      return 0;
    }
    System.arraycopy(scratch, form.before, scratch, letters.length, kept);
    System.arraycopy(letters, 0, scratch, 0, letters.length);
    return letters.length + kept;
  }

  boolean isEmpty() {
    return forms.isEmpty();
  }

  /// Learns from what the first round left loose.
  static Wrapping learn(Grouping[] groups) {
    List<Held> sample = sample(groups);
    if (sample.size() < ENOUGH) {
      return NONE;
    }
    Stretches stretches = new Stretches(sample);
    for (Grouping group : groups) {
      for (int i = 0; i < group.looseOrderCount; i++) {
        stretches.meet(group.partition(), group.looseOrders[i]);
      }
    }
    Map<Channel, Map<Form, int[]>> votes = new EnumMap<>(Channel.class);
    for (Held held : sample) {
      stretches.vote(held, votes.computeIfAbsent(held.channel, c -> new HashMap<>()));
    }
    Map<Channel, Form> forms = new EnumMap<>(Channel.class);
    votes.forEach(
        (channel, ofChannel) -> {
          Form best = best(ofChannel);
          if (best != null) {
            forms.put(channel, best);
          }
        });
    return forms.isEmpty() ? NONE : new Wrapping(forms);
  }

  /// The form that most payments speak for, the shorter one of two.
  private static @Nullable Form best(Map<Form, int[]> votes) {
    return votes.entrySet().stream()
        .filter(e -> e.getValue()[1] >= ENOUGH)
        .filter(e -> e.getValue()[1] * 100L >= (long) e.getValue()[0] * AGREE_PERCENT)
        .sorted(
            Comparator.comparingInt((Map.Entry<Form, int[]> e) -> -e.getValue()[1])
                .thenComparingInt(e -> e.getKey().before + e.getKey().after)
                .thenComparingInt(e -> e.getKey().before)
                .thenComparing(e -> e.getKey().letters))
        .map(Map.Entry::getKey)
        .findFirst()
        .filter(form -> !form.isSuffix())
        .orElse(null);
  }

  /// A loose payment's plain number.
  private record Held(Channel channel, String plain, long amount) {
    byte[] bytes() {
      return plain.getBytes(StandardCharsets.ISO_8859_1);
    }
  }

  /// Payments of the first partitions: rows are laid by hashes of their numbers, so these are as
  /// good as any, in whatever order the rows came.
  private static List<Held> sample(Grouping[] groups) {
    List<Held> sample = new ArrayList<>();
    byte[] scratch = new byte[Shelf.MAX_TEXT];
    for (Grouping group : groups) {
      Shelf.Partition partition = group.partition();
      for (int i = 0; i < group.looseLineCount && sample.size() < SAMPLE; i++) {
        int line = group.looseLines[i];
        if (partition.isNumbered(line)) {
          int length =
              Numbers.plain(
                  partition.block(line),
                  partition.keyFrom(line),
                  partition.keyLength(line),
                  scratch);
          sample.add(
              new Held(
                  Shelf.channel(partition.flags(line)),
                  new String(scratch, 0, length, StandardCharsets.ISO_8859_1),
                  partition.amount(line)));
        }
      }
    }
    return sample;
  }

  /// All stretches of the sample's numbers, and the orders that have one for their number.
  private static final class Stretches {
    private static final int SEVERAL = -1;

    private final HashSlots slots;

    /// By slot: how many orders have it, or [#SEVERAL]; the amount and the letters of the one.
    private final byte[] orders;

    private final long[] amounts;
    private final String[] letters;
    private final byte[] scratch = new byte[Shelf.MAX_TEXT];

    Stretches(List<Held> sample) {
      slots = new HashSlots(sample.stream().mapToInt(Stretches::count).sum());
      sample.forEach(held -> each(held, (before, after, hash) -> slots.add(hash)));
      orders = new byte[slots.size()];
      amounts = new long[slots.size()];
      letters = new String[slots.size()];
    }

    private interface Visitor {
      void at(int before, int after, long hash);
    }

    private static int count(Held held) {
      int befores = Math.clamp(held.plain.length() - SHORTEST_NUMBER + 1, 0, MOST_BEFORE + 1);
      return befores * (MOST_AFTER + 1);
    }

    private static void each(Held held, Visitor visitor) {
      byte[] plain = held.bytes();
      int length = plain.length;
      for (int before = 0; before <= MOST_BEFORE; before++) {
        for (int after = 0;
            after <= MOST_AFTER && length - before - after >= SHORTEST_NUMBER;
            after++) {
          visitor.at(before, after, Hash.of(plain, before, length - after));
        }
      }
    }

    /// Notes an order's number, and what is left of it without its first letters.
    void meet(Shelf.Partition partition, int order) {
      int length =
          Numbers.plain(
              partition.block(order),
              partition.keyFrom(order),
              partition.keyLength(order),
              scratch);
      int first = 0;
      while (first < length && scratch[first] > '9') {
        first++;
      }
      note(partition.amount(order), 0, length);
      if (first > 0 && length - first >= SHORTEST_NUMBER) {
        note(partition.amount(order), first, length);
      }
    }

    private void note(long amount, int from, int to) {
      int slot = slots.of(Hash.of(scratch, from, to));
      if (slot != HashSlots.NONE) {
        orders[slot] = (byte) (orders[slot] == 0 ? 1 : SEVERAL);
        amounts[slot] = amount;
        letters[slot] = new String(scratch, 0, from, StandardCharsets.ISO_8859_1);
      }
    }

    /// Counts by form how many payments hold an order's number, and how many its amount as well.
    void vote(Held held, Map<Form, int[]> votes) {
      each(
          held,
          (before, after, hash) -> {
            int slot = slots.of(hash);
            if (slot != HashSlots.NONE && orders[slot] == 1) {
              int[] both =
                  votes.computeIfAbsent(new Form(before, after, letters[slot]), form -> new int[2]);
              both[0]++;
              both[1] += amounts[slot] == held.amount ? 1 : 0;
            }
          });
    }
  }
}
