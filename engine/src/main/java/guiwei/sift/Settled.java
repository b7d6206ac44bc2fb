package guiwei.sift;

import guiwei.outcome.Match;
import guiwei.outcome.MatchSink;
import guiwei.outcome.Progress;
import guiwei.outcome.ProofBuilder;
import guiwei.outcome.Result;
import guiwei.table.Channel;
import guiwei.table.Currencies;
import guiwei.table.Hash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/// What stage 1 settled: written as matches and added up.
final class Settled {
  private static final long BY_NUMBER_HASH = Hash.of(Match.BY_NUMBER);
  private static final long AT_TILL_HASH = Hash.of(Match.AT_TILL);
  private static final long AT_TILL_BIT = 1L << 45;

  private final Grouping[] groups;
  private final Crew crew;
  private final Progress progress;

  Settled(Grouping[] groups, Crew crew, Progress progress) {
    this.groups = groups;
    this.crew = crew;
    this.progress = progress;
  }

  /// Writes the pairs partition by partition, then what stage 2 matched.
  void write(List<Match> thought, MatchSink sink) {
    PlainPairs plain = new PlainPairs(thought);
    Grouping.eachOpen(
        groups,
        crew,
        (group, clerk) -> {
          int index = group.partition().index;
          write(group, plain.of(index), clerk, sink);
          progress.at(Progress.Step.WRITE, index, Shelf.PARTITIONS);
        });
    try (MatchSink.Part part = sink.part(Shelf.PARTITIONS)) {
      for (Match match : thought) {
        if (!PlainPairs.isPlain(match)) {
          part.add(match);
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException("matches could not be written", failed);
    }
  }

  /// Adds what was written to the proof.
  static void addTo(ProofBuilder proof, Crew crew, String[] accounts) {
    for (Clerk clerk : crew.clerks()) {
      clerk.received.each(
          (key, count, sum) ->
              proof.matchedPlain(
                  Channel.values()[(int) (key >>> 40) & 15],
                  accounts[(int) (key >>> 16) & 0xffff],
                  Currencies.code((int) key & 0xffff),
                  count,
                  sum));
      clerk.idle.each(
          (key, count, sum) -> proof.idle(Currencies.code((int) key & 0xffff), count, sum));
    }
  }

  /// Adds what was written to what each rule matched.
  static void countRules(Crew crew, Map<String, Result.RuleCount> rules) {
    for (Clerk clerk : crew.clerks()) {
      clerk.received.each(
          (key, count, sum) ->
              new Result.RuleCount(
                      (key & AT_TILL_BIT) == 0 ? Match.BY_NUMBER : Match.AT_TILL,
                      Currencies.code((int) key & 0xffff),
                      count,
                      sum)
                  .addTo(rules));
    }
  }

  private static void write(Grouping group, PlainPairs.Cursor others, Clerk clerk, MatchSink sink) {
    Shelf.Partition partition = group.partition();
    byte[] name = new byte[17];
    byte[] scratch = new byte[Shelf.MAX_TEXT + 1];
    try (MatchSink.Part part = sink.part(partition.index)) {
      for (int i = 0; i < group.pairs; i++) {
        int order = group.orders[i];
        if (order == -1) {
          continue;
        }
        others.writeBefore(partition.hash(order), part);
        int line = group.lines[i];
        int id = partition.idFrom(line);
        int number = partition.keyFrom(order);
        writeName(identity(partition, order, line, scratch), name);
        part.group(name, 0, name.length);
        part.receipt(partition.block(line), id, id + partition.idLength(line));
        part.order(partition.block(order), number, number + partition.keyLength(order));
        long amount = partition.amount(line);
        part.end(
            isAtTill(partition, line) ? Match.AT_TILL : Match.BY_NUMBER,
            "unique",
            amount,
            partition.currency(line));
        clerk.received.add(receivedKey(partition, line), amount);
      }
      others.writeRest(part);
    } catch (IOException failed) {
      throw new UncheckedIOException("matches could not be written", failed);
    }
    for (int i = 0; i < group.idleCount; i++) {
      if (group.idle[i] != -1) {
        clerk.idle.add(
            1L << 44 | partition.currency(group.idle[i]), partition.amount(group.idle[i]));
      }
    }
  }

  private static long receivedKey(Shelf.Partition partition, int line) {
    return 1L << 44
        | (isAtTill(partition, line) ? AT_TILL_BIT : 0)
        | (long) Shelf.channel(partition.flags(line)).ordinal() << 40
        | (long) partition.account(line) << 16
        | partition.currency(line);
  }

  /// The name of the match, as stage 2 makes them: see [Match#group].
  private static long identity(Shelf.Partition partition, int order, int line, byte[] scratch) {
    int id = partition.idFrom(line);
    long receipt = Hash.of(partition.block(line), id, id + partition.idLength(line));
    int length = partition.keyLength(order);
    scratch[0] = '#';
    System.arraycopy(partition.block(order), partition.keyFrom(order), scratch, 1, length);
    long rule = isAtTill(partition, line) ? AT_TILL_HASH : BY_NUMBER_HASH;
    return Hash.mix(Hash.mix(rule, receipt), Hash.of(scratch, 0, length + 1));
  }

  private static boolean isAtTill(Shelf.Partition partition, int line) {
    return (partition.flags(line) & Shelf.FLAG_AT_TILL) != 0;
  }

  private static void writeName(long hash, byte[] name) {
    name[0] = 'm';
    for (int i = 0; i < 16; i++) {
      name[i + 1] = (byte) Character.forDigit((int) (hash >>> (60 - 4 * i)) & 15, 16);
    }
  }
}
