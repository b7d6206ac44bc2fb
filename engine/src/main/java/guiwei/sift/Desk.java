package guiwei.sift;

import guiwei.table.Channel;
import guiwei.table.Names;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;

/// What all clerks of a run share: the shelf, the numbers of recurring names, and which levels
/// of a channel the files show.
public final class Desk implements AutoCloseable {
  /// How many bytes of rows stay in memory where nobody says otherwise.
  public static final long IN_MEMORY = Shelf.IN_MEMORY;

  final Days days;
  final Shelf shelf;
  final Names stores = new Names();
  final Names accounts = new Names();
  final Names terminals = new Names();

  /// Channels of which a trade bill is read.
  final Set<Channel> traded = EnumSet.noneOf(Channel.class);

  /// Channels of which a fund bill is read.
  final Set<Channel> funded = EnumSet.noneOf(Channel.class);

  /// @param inMemory how many bytes of rows stay in memory, most often [#IN_MEMORY]
  public Desk(ZoneId zone, long inMemory) {
    days = new Days(zone);
    shelf = new Shelf(inMemory);
  }

  @Override
  public void close() {
    shelf.close();
  }
}
