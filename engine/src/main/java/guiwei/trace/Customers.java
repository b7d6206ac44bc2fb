package guiwei.trace;

import guiwei.customer.Mask;
import guiwei.customer.Trait;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The merchant's customers, found by what channels print of them. What is kept of a customer is
/// one run of bytes; where a key is met stands in one sorted array of numbers, whose upper bits are
/// the key's hash and whose lower ones the customer.
public final class Customers {
  private static final Trait[] TRAITS = Trait.values();

  /// How many bits name a customer.
  private static final int BITS = 26;

  private static final long LOW = (1L << BITS) - 1;
  private static final Pattern FIELD = Pattern.compile("\0");
  private static final Pattern VALUE = Pattern.compile("\u0001");
  private static final Pattern FORBIDDEN = Pattern.compile("[\0\u0001]");

  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final MemorySegment bytes;
  private final MemorySegment ends;
  private final MemorySegment postings;
  private final int size;
  private final Map<Trait, Integer> known;

  Customers(Parts parts) {
    this.bytes = parts.bytes;
    this.ends = parts.ends;
    this.postings = parts.postings;
    this.size = (int) (parts.ends.byteSize() / INT.byteSize());
    this.known = Map.copyOf(parts.known);
  }

  /// What makes up an index, in memory or mapped from a file; numbers are little-endian.
  ///
  /// @param bytes what is known of each customer, one after the other
  /// @param ends where each customer's bytes end
  /// @param postings sorted
  /// @param known how many customers have a value of each kind
  record Parts(
      MemorySegment bytes, MemorySegment ends, MemorySegment postings, Map<Trait, Integer> known) {}

  Parts parts() {
    return new Parts(bytes, ends, postings, known);
  }

  /// Gathers customers. Not for several threads.
  public static final class Builder {
    private byte[] bytes = new byte[1 << 16];
    private int[] ends = new int[1 << 10];
    private long[] postings = new long[1 << 14];
    private final Map<Trait, Integer> known = new EnumMap<>(Trait.class);
    private int count;
    private int posted;

    /// Adds a customer.
    ///
    /// @param number the merchant's own number of the customer
    /// @param cells what the merchant's list says; a cell may hold several values
    /// @throws IllegalStateException beyond 67 million customers or 2 GB of what is known of them
    public void add(String number, Map<Trait, String> cells) {
      if (count > LOW) {
        throw new IllegalStateException("more than " + LOW + " customers");
      }
      var kept = new StringBuilder(FORBIDDEN.matcher(number).replaceAll(""));
      for (Trait trait : TRAITS) {
        List<String> values = trait.values(cells.getOrDefault(trait, ""));
        if (!values.isEmpty()) {
          known.merge(trait, 1, Integer::sum);
        }
        kept.append('\0').append(String.join("\u0001", values));
        values.forEach(value -> Keys.of(trait, value).forEach(key -> post(trait, key)));
      }
      keep(kept.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void post(Trait trait, String key) {
      if (posted == postings.length) {
        postings = Arrays.copyOf(postings, postings.length * 2);
      }
      postings[posted++] = (Keys.hash(trait, key) & ~LOW) | count;
    }

    private void keep(byte[] kept) {
      int from = count == 0 ? 0 : ends[count - 1];
      int to = Math.addExact(from, kept.length);
      if (to > bytes.length) {
        bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8L, to * 3L / 2));
      }
      System.arraycopy(kept, 0, bytes, from, kept.length);
      if (count == ends.length) {
        ends = Arrays.copyOf(ends, ends.length * 2);
      }
      ends[count++] = to;
    }

    public Customers build() {
      Arrays.parallelSort(postings, 0, posted);
      return new Customers(
          new Parts(
              MemorySegment.ofArray(bytes).asSlice(0, count == 0 ? 0 : ends[count - 1]),
              MemorySegment.ofArray(ends).asSlice(0, count * INT.byteSize()),
              MemorySegment.ofArray(postings).asSlice(0, posted * LONG.byteSize()),
              known));
    }
  }

  /// How many there are.
  public int size() {
    return size;
  }

  /// The merchant's number of a customer.
  public String number(int customer) {
    return fields(customer)[0];
  }

  /// What is known of a customer, in the one form of [Trait#normal].
  public List<String> values(int customer, Trait trait) {
    String cell = fields(customer)[1 + trait.ordinal()];
    return cell.isEmpty() ? List.of() : List.of(VALUE.split(cell, 0));
  }

  private String[] fields(int customer) {
    int from = customer == 0 ? 0 : end(customer - 1);
    byte[] kept = bytes.asSlice(from, end(customer) - from).toArray(ValueLayout.JAVA_BYTE);
    return FIELD.split(new String(kept, StandardCharsets.UTF_8), -1);
  }

  private int end(int customer) {
    return ends.get(INT, customer * INT.byteSize());
  }

  /// Which share of the customers has a value of that kind at all.
  double share(Trait trait) {
    return size() == 0 ? 0 : known.getOrDefault(trait, 0) / (double) size();
  }

  /// The customers who fit, in the order of the list.
  int[] fitting(Mask mask) {
    String key = Keys.of(mask);
    IntStream asked = key.isEmpty() ? IntStream.range(0, size()) : posted(mask.trait(), key);
    return asked.filter(customer -> fits(customer, mask)).toArray();
  }

  /// Whether one of the customer's values fits.
  boolean fits(int customer, Mask mask) {
    return values(customer, mask.trait()).stream().anyMatch(mask::fits);
  }

  private IntStream posted(Trait trait, String key) {
    long hash = Keys.hash(trait, key) & ~LOW;
    var found = IntStream.builder();
    long at = place(hash);
    long last = -1;
    while (at < postings() && (posting(at) & ~LOW) == hash) {
      long customer = posting(at) & LOW;
      if (customer != last) {
        found.add((int) customer);
      }
      last = customer;
      at++;
    }
    return found.build();
  }

  /// The first place with that posting or a later one.
  private long place(long sought) {
    long from = 0;
    long to = postings();
    while (from < to) {
      long middle = (from + to) >>> 1;
      if (posting(middle) < sought) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  private long postings() {
    return postings.byteSize() / LONG.byteSize();
  }

  private long posting(long at) {
    return postings.get(LONG, at * LONG.byteSize());
  }
}
