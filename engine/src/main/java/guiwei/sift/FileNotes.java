package guiwei.sift;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// What one clerk learnt from one file. A file that turns out not to foot taught nothing.
final class FileNotes {
  final int file;

  /// What each account's trades come to per day, net of fees: see [Nets].
  final Sums nets = new Sums();

  /// What the channel's bill says that it paid out.
  final List<Withdrawal> withdrawals = new ArrayList<>();

  /// Slips that the file's trades were printed on: see [SlipKeys].
  final Sums slips = new Sums();

  /// The rates of its accounts: see [Contracts].
  final Contract contract = new Contract();

  /// The stores that its orders name, by their numbers.
  final BitSet stores = new BitSet();

  /// The bank accounts that its lines moved, by their numbers, and the currency of the last line.
  final BitSet accounts = new BitSet();

  int currency;

  /// The latest moment of any line.
  long lastSecond = Long.MIN_VALUE;

  FileNotes(int file) {
    this.file = file;
  }
}
