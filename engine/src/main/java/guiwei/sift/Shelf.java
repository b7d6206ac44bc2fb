package guiwei.sift;

import guiwei.table.Book;
import guiwei.table.Channel;
import guiwei.table.Hash;
import guiwei.table.LineKind;
import guiwei.table.Num;
import guiwei.table.Row;
import guiwei.table.Side;
import guiwei.table.State;
import guiwei.table.Text;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows reduced to what stage 1 needs, laid out by the hash of their order number.
///
/// Each of the [#PARTITIONS] holds whole groups: every row of one number is in one partition. A
/// row takes 50 bytes, its number, its id and its alias, about 90 in all; nothing is allocated
/// per row.
/// Writers are per thread, so the order of rows within a partition depends on timing and means
/// nothing. What does not fit into memory lies in a file: see [Overflow] and [Partition#open].
final class Shelf implements AutoCloseable {
  static final int PARTITIONS = 256;

  /// So many bytes of rows stay in memory, unless somebody says otherwise; the rest is put into a
  /// file and looked at partition by partition.
  static final long IN_MEMORY = 16L << 20;

  /// Numbers and ids longer than this are cut; such rows are never plainly clean.
  static final int MAX_TEXT = 255;

  private static final int BLOCK = 1 << 16;
  private static final int FIRST_BLOCK = 1 << 12;
  private static final int FIXED = 50;

  /// Moments are kept as seconds from 2000 on, in 32 bits: enough from 1931 to 2068.
  private static final long EPOCH = 946_684_800L;

  /// A block begins with the number of its bytes in use.
  private static final int START = 4;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle SHORTS =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

  static final int FLAG_ORDER = 1 << 31;
  static final int FLAG_DAY_ONLY = 1 << 30;
  static final int FLAG_TIMELESS = 1 << 29;

  /// Something about the row itself needs thought: a promised refund, an odd fee, a text too
  /// long.
  static final int FLAG_ODD = 1 << 28;

  /// The key is an order's number, not the row's own.
  private static final int FLAG_NUMBERED = 1 << 27;

  /// Words stand beside the row that may say more than its figures.
  static final int FLAG_WORDS = 1 << 26;

  /// The row is a copy that was joined at a till: see [PlainTills].
  static final int FLAG_AT_TILL = 1 << 25;

  private final List<Writer> writers = new ArrayList<>();
  private final Overflow overflow;

  /// @param inMemory how many bytes of rows may stay in memory
  Shelf(long inMemory) {
    overflow = new Overflow(BLOCK, inMemory);
  }

  /// One thread's way in.
  synchronized Writer writer() {
    Writer writer = new Writer(overflow);
    writers.add(writer);
    return writer;
  }

  /// All rows of a partition, once every writer is done.
  synchronized Partition partition(int index) {
    List<Overflow.Parked> blocks = new ArrayList<>();
    for (Writer writer : writers) {
      blocks.addAll(writer.finish(index));
    }
    return new Partition(index, overflow, blocks);
  }

  @Override
  public void close() {
    overflow.close();
  }

  /// What is known of a row beyond the row itself; filled anew for every row.
  static final class Marks {
    int store;
    int account;
    int subAccount;
    int terminal;
    int currency;
    boolean odd;
    boolean words;

    /// A second number by which the row may mean an order, or the sale that a terminal gave
    /// back: a slice of its bytes, or empty.
    int aliasFrom;

    int aliasTo;
  }

  static final class Writer {
    private final byte[] @Nullable [] current = new byte[PARTITIONS][];
    private final List<List<Overflow.Parked>> full = new ArrayList<>();
    private final Overflow overflow;

    private Writer(Overflow overflow) {
      this.overflow = overflow;
      for (int i = 0; i < PARTITIONS; i++) {
        full.add(new ArrayList<>(2));
      }
    }

    /// Lays a row on its partition by the hash of `key`.
    void add(Row row, long hash, Text key, Marks marks) {
      int partition = (int) (hash >>> 56);
      int keyLength = Math.min(row.length(key), MAX_TEXT);
      boolean order = row.side == Side.ORDER;
      int idLength = key == Text.ID ? 0 : Math.min(row.length(Text.ID), MAX_TEXT);
      int aliasLength = marks.aliasTo - marks.aliasFrom;
      int size = FIXED + keyLength + idLength + aliasLength;
      byte[] block = room(partition, size);
      int at = (int) INTS.get(block, 0);
      INTS.set(block, 0, at + size);
      LONGS.set(block, at, hash);
      LONGS.set(block, at + 8, row.has(Num.AMOUNT) ? row.figure(Num.AMOUNT) : 0);
      LONGS.set(block, at + 16, row.locator);
      INTS.set(block, at + 24, (int) (row.epochSecond - EPOCH));
      INTS.set(block, at + 28, flags(row, key, order, marks));
      INTS.set(block, at + 32, payer(row, order));
      SHORTS.set(block, at + 36, (short) marks.store);
      SHORTS.set(block, at + 38, (short) marks.account);
      SHORTS.set(block, at + 40, (short) marks.subAccount);
      SHORTS.set(block, at + 42, (short) marks.currency);
      block[at + 44] = (byte) keyLength;
      block[at + 45] = (byte) idLength;
      block[at + 46] = (byte) aliasLength;
      block[at + 47] = (byte) (order ? names(row) : 0);
      SHORTS.set(block, at + 48, (short) marks.terminal);
      System.arraycopy(row.bytes, row.from(key), block, at + FIXED, keyLength);
      if (idLength > 0) {
        System.arraycopy(row.bytes, row.from(Text.ID), block, at + FIXED + keyLength, idLength);
      }
      if (aliasLength > 0) {
        int aliasAt = at + FIXED + keyLength + idLength;
        System.arraycopy(row.bytes, marks.aliasFrom, block, aliasAt, aliasLength);
      }
    }

    /// A part of the hash of what else names an order's customer: it only tells rows apart.
    private static long names(Row row) {
      return Hash.mix(hash(row, Text.PAYER_NAME), hash(row, Text.PHONE));
    }

    private static long hash(Row row, Text text) {
      return row.has(text) ? Hash.of(row.bytes, row.from(text), row.to(text)) : 0;
    }

    private static int payer(Row row, boolean order) {
      Text text = order ? Text.CUSTOMER : Text.PAYER;
      if (!row.has(text)) {
        return 0;
      }
      return half(Hash.of(row.bytes, row.from(text), row.to(text)));
    }

    private static int flags(Row row, Text key, boolean order, Marks marks) {
      boolean odd = marks.odd || row.length(key) > MAX_TEXT;
      return (order ? FLAG_ORDER : 0)
          | (row.dayOnly ? FLAG_DAY_ONLY : 0)
          | (row.hasTime ? 0 : FLAG_TIMELESS)
          | (odd ? FLAG_ODD : 0)
          | (marks.words ? FLAG_WORDS : 0)
          | (key == Text.REFERENCE || order ? FLAG_NUMBERED : 0)
          | row.kind.ordinal()
          | row.state.ordinal() << 4
          | row.channel.ordinal() << 8
          | row.book.ordinal() << 12;
    }

    private byte[] room(int partition, int size) {
      byte[] block = current[partition];
      if (block != null) {
        if ((int) INTS.get(block, 0) + size <= block.length) {
          return block;
        }
        full.get(partition).add(overflow.park(block, (int) INTS.get(block, 0)));
      }
      block = block == null ? new byte[FIRST_BLOCK] : overflow.room();
      INTS.set(block, 0, START);
      current[partition] = block;
      return block;
    }

    /// Puts the last block away too.
    private List<Overflow.Parked> finish(int partition) {
      byte[] last = current[partition];
      if (last != null) {
        full.get(partition).add(overflow.park(last, (int) INTS.get(last, 0)));
        current[partition] = null;
      }
      return full.get(partition);
    }
  }

  /// One partition, read through addresses: block number and offset in one `int`.
  ///
  /// Rows may be read only while it is [open][#open], except for those that were [taken][#take].
  static final class Partition {
    private static final byte[] OUT = new byte[0];

    final int index;
    private final Overflow overflow;

    /// So many blocks came from writers.
    private final int written;

    /// All that was put away: the first of the blocks.
    private List<Overflow.Parked> laid;

    /// Other threads may read taken rows while this partition takes more.
    private volatile byte[][] blocks;

    Partition(int index, Overflow overflow, List<Overflow.Parked> laid) {
      this.index = index;
      this.overflow = overflow;
      this.laid = List.copyOf(laid);
      written = laid.size();
      blocks = new byte[laid.size()][];
      Arrays.setAll(blocks, i -> laid.get(i).isOut() ? OUT : overflow.fetch(laid.get(i)));
    }

    /// Until it is closed all rows are in memory.
    interface Opened extends AutoCloseable {
      @Override
      void close();
    }

    /// Brings all rows into memory; by one thread at a time.
    Opened open() {
      for (int i = 0; i < laid.size(); i++) {
        if (laid.get(i).isOut()) {
          blocks[i] = overflow.fetch(laid.get(i));
        }
      }
      return this::putBack;
    }

    private void putBack() {
      for (int i = 0; i < laid.size(); i++) {
        if (laid.get(i).isOut()) {
          byte[] block = blocks[i];
          blocks[i] = OUT;
          overflow.release(block);
        }
      }
    }

    /// Whether rows are out of memory while the partition is not open.
    boolean isOut() {
      return laid.stream().anyMatch(Overflow.Parked::isOut);
    }

    /// Addresses of all rows that writers laid here, in no meaningful order.
    int[] addresses() {
      int[] addresses = new int[1024];
      int count = 0;
      for (int b = 0; b < written; b++) {
        byte[] block = blocks[b];
        int end = (int) INTS.get(block, 0);
        for (int at = START; at < end; at += size(block, at)) {
          if (count == addresses.length) {
            addresses = Arrays.copyOf(addresses, count * 2);
          }
          addresses[count++] = b << 16 | at;
        }
      }
      return Arrays.copyOf(addresses, count);
    }

    private static int size(byte[] block, int at) {
      return FIXED + (block[at + 44] & 0xff) + (block[at + 45] & 0xff) + (block[at + 46] & 0xff);
    }

    byte[] block(int address) {
      return blocks[address >>> 16];
    }

    static int offset(int address) {
      return address & 0xffff;
    }

    long hash(int address) {
      return (long) LONGS.get(block(address), offset(address));
    }

    long amount(int address) {
      return (long) LONGS.get(block(address), offset(address) + 8);
    }

    long locator(int address) {
      return (long) LONGS.get(block(address), offset(address) + 16);
    }

    /// The moment in seconds since 1970-01-01T00:00:00Z.
    long second(int address) {
      return EPOCH + (int) INTS.get(block(address), offset(address) + 24);
    }

    int flags(int address) {
      return (int) INTS.get(block(address), offset(address) + 28);
    }

    int payer(int address) {
      return (int) INTS.get(block(address), offset(address) + 32);
    }

    int store(int address) {
      return (short) SHORTS.get(block(address), offset(address) + 36) & 0xffff;
    }

    int account(int address) {
      return (short) SHORTS.get(block(address), offset(address) + 38) & 0xffff;
    }

    /// The account below the account where there is one, else the account.
    int ownAccount(int address) {
      int sub = (short) SHORTS.get(block(address), offset(address) + 40) & 0xffff;
      return sub == 0 ? account(address) : sub;
    }

    /// The till, or [guiwei.table.Names#NONE].
    int terminal(int address) {
      return (short) SHORTS.get(block(address), offset(address) + 48) & 0xffff;
    }

    int currency(int address) {
      return (short) SHORTS.get(block(address), offset(address) + 42) & 0xffff;
    }

    /// Whether the key is an order's number, not the row's own.
    boolean isNumbered(int address) {
      return (flags(address) & FLAG_NUMBERED) != 0;
    }

    int keyFrom(int address) {
      return offset(address) + FIXED;
    }

    int keyLength(int address) {
      return block(address)[offset(address) + 44] & 0xff;
    }

    /// The row's own number stands for itself where no other is its key.
    int idFrom(int address) {
      return isNumbered(address) ? keyFrom(address) + keyLength(address) : keyFrom(address);
    }

    int idLength(int address) {
      return isNumbered(address) ? block(address)[offset(address) + 45] & 0xff : keyLength(address);
    }

    int aliasFrom(int address) {
      int id = block(address)[offset(address) + 45] & 0xff;
      return keyFrom(address) + keyLength(address) + id;
    }

    int aliasLength(int address) {
      return block(address)[offset(address) + 46] & 0xff;
    }

    /// The partition as it is now, for reading its rows whatever becomes of them here.
    Partition snapshot() {
      Partition snapshot = new Partition(index, overflow, laid);
      snapshot.blocks = blocks.clone();
      return snapshot;
    }

    /// Puts copies of these rows away with the others, and forgets all that was taken; for a
    /// partition that is open.
    ///
    /// @param count how many of the addresses count; they are changed
    void putAway(int count, int[]... addresses) {
      if (!isOut()) {
        return;
      }
      List<Overflow.Parked> all = new ArrayList<>(laid);
      byte[] block = overflow.room();
      int at = START;
      for (int i = 0; i < count; i++) {
        for (int[] rows : addresses) {
          if (rows[i] >>> 16 < laid.size()) {
            continue;
          }
          byte[] source = block(rows[i]);
          int start = offset(rows[i]);
          int size = size(source, start);
          if (at + size > block.length) {
            all.add(overflow.park(block, at));
            block = overflow.room();
            at = START;
          }
          System.arraycopy(source, start, block, at, size);
          rows[i] = all.size() << 16 | at;
          at += size;
        }
      }
      if (at > START) {
        all.add(overflow.park(block, at));
      }
      byte[][] opened = Arrays.copyOf(blocks, all.size());
      for (int i = laid.size(); i < opened.length; i++) {
        opened[i] = overflow.fetch(all.get(i));
      }
      replace(opened);
      laid = List.copyOf(all);
    }

    /// Changes the table of blocks. The one before may be old and not yet collected: what it still
    /// had, a young collection would take for needed. Where rows are out nobody else reads these.
    private void replace(byte[][] table) {
      byte[][] before = blocks;
      blocks = table;
      if (isOut()) {
        Arrays.fill(before, 0, laid.size(), OUT);
      }
    }

    /// Lays copies of another partition's rows here, such that turned out to belong to a number of
    /// this partition: they stay in memory. Answers their new addresses.
    ///
    /// @param flag what the copies say besides
    int[] take(List<Partition> from, int[] addresses, int flag) {
      int[] copies = new int[addresses.length];
      List<byte[]> all = new ArrayList<>(List.of(blocks));
      byte[] block = new byte[0];
      int at = 0;
      for (int i = 0; i < addresses.length; i++) {
        byte[] source = from.get(i).block(addresses[i]);
        int start = offset(addresses[i]);
        int size = size(source, start);
        if (at + size > block.length) {
          block = new byte[Math.clamp((addresses.length - i) * 128L, 1 << 10, BLOCK)];
          all.add(block);
          at = START;
        }
        System.arraycopy(source, start, block, at, size);
        INTS.set(block, at + 28, (int) INTS.get(block, at + 28) | flag);
        copies[i] = (all.size() - 1) << 16 | at;
        at += size;
        INTS.set(block, 0, at);
      }
      replace(all.toArray(new byte[0][]));
      return copies;
    }

    /// Compares all that is known of two rows but their places.
    int compare(int a, int b) {
      byte[] one = block(a);
      byte[] other = block(b);
      int from = offset(a);
      int at = offset(b);
      int figures = Arrays.compare(one, from, from + 16, other, at, at + 16);
      return figures != 0
          ? figures
          : Arrays.compare(
              one, from + 24, from + size(one, from), other, at + 24, at + size(other, at));
    }

    boolean sameKey(int a, int b) {
      int length = keyLength(a);
      return length == keyLength(b)
          && Arrays.equals(
              block(a), keyFrom(a), keyFrom(a) + length, block(b), keyFrom(b), keyFrom(b) + length);
    }
  }

  /// Half a hash, as rows keep that of their payer or customer; never 0, which is nobody.
  static int half(long hash) {
    return (int) hash | 1;
  }

  static boolean isOrder(int flags) {
    return flags < 0;
  }

  static LineKind kind(int flags) {
    return KINDS[flags & 15];
  }

  static State state(int flags) {
    return STATES[flags >> 4 & 15];
  }

  static Channel channel(int flags) {
    return CHANNELS[flags >> 8 & 15];
  }

  static Book book(int flags) {
    return BOOKS[flags >> 12 & 3];
  }

  private static final LineKind[] KINDS = LineKind.values();
  private static final State[] STATES = State.values();
  private static final Channel[] CHANNELS = Channel.values();
  private static final Book[] BOOKS = Book.values();
}
