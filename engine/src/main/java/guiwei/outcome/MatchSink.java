package guiwei.outcome;

import guiwei.table.Currencies;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Where matches go as they are found, bytes and all, without an object per match.
///
/// The work is cut into parts numbered from 0. Parts may be filled at the same time by several
/// threads, each part by one; what comes out stands in the order of the numbers, so that it
/// does not depend on the threads.
public interface MatchSink {
  /// The part of that number. Every number from 0 on is asked for once; hand them out in order:
  /// a part that runs far ahead of an unfinished earlier one has to be put aside on disk.
  Part part(int number);

  /// One part. A match is its texts, in any order, and then [#end].
  interface Part extends Closeable {
    /// The match's own name, stable over re-runs. Bytes are UTF-8, as everywhere here.
    void group(byte[] bytes, int from, int to);

    /// One receipt of the match; called again for the next one.
    void receipt(byte[] bytes, int from, int to);

    /// One order of the match; called again for the next one.
    void order(byte[] bytes, int from, int to);

    /// The match is complete.
    ///
    /// @param rule a constant: the same text should be the same object
    /// @param answer a constant too: see [Match#answer]
    /// @param currency packed as by [Currencies#pack]
    void end(String rule, String answer, long amountMinor, int currency) throws IOException;

    /// The part is complete. Without it, the parts behind wait for ever.
    @Override
    void close() throws IOException;

    /// Takes a match that exists as a record.
    default void add(Match match) throws IOException {
      byte[] group = match.group().getBytes(StandardCharsets.UTF_8);
      group(group, 0, group.length);
      for (String text : match.receipts()) {
        byte[] receipt = text.getBytes(StandardCharsets.UTF_8);
        receipt(receipt, 0, receipt.length);
      }
      for (String text : match.orders()) {
        byte[] order = text.getBytes(StandardCharsets.UTF_8);
        order(order, 0, order.length);
      }
      end(match.rule(), match.answer(), match.amountMinor(), Currencies.pack(match.currency()));
    }
  }
}
