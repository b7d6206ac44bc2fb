package guiwei.world;

import java.time.LocalDate;

/// What a channel sends about each day.
interface DayFile extends AutoCloseable {
  void open(LocalDate day);

  /// The next line of the day, in the order of time.
  void line(Line line);

  /// The day is complete.
  void shut(LocalDate day);

  /// The period is complete.
  @Override
  void close();
}
