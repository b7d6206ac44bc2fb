package guiwei.reconcile;

import guiwei.table.Channel;
import guiwei.table.Names;
import java.util.EnumSet;
import java.util.Set;

/// What all clerks of a run share: the shelf, the numbers of recurring names, and which levels
/// of a channel the files show.
final class Desk implements AutoCloseable {
  final Days days;
  final Shelf shelf;
  final Names stores = new Names();
  final Names accounts = new Names();
  final Names terminals = new Names();

  /// Channels of which a trade bill is read.
  final Set<Channel> traded = EnumSet.noneOf(Channel.class);

  /// Channels of which a fund bill is read.
  final Set<Channel> funded = EnumSet.noneOf(Channel.class);

  Desk(Days days, Shelf shelf) {
    this.days = days;
    this.shelf = shelf;
  }

  @Override
  public void close() {
    shelf.close();
  }
}
