package guiwei.profile;

import guiwei.table.BadRow;
import guiwei.table.DelimitedReader;
import guiwei.table.Layout;
import guiwei.table.Num;
import guiwei.table.Reading;
import guiwei.table.Row;
import guiwei.table.RowSink;
import guiwei.table.Side;
import guiwei.table.Text;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// Reads a file as a run would, and writes each row as one line of text.
final class ReadRows {
  private ReadRows() {}

  /// The rows as `side kind state channel amount time field=value ...`, then the refused ones.
  static List<String> of(byte[] file) throws IOException {
    return of(Profiles.shipped(), file);
  }

  static List<String> of(Profiles profiles, byte[] file) throws IOException {
    byte[] head = java.util.Arrays.copyOf(file, Math.min(file.length, 1 << 16));
    for (Layout layout : profiles.layouts()) {
      Reading reading = layout.recognise(head);
      if (reading != null) {
        return rows(reading, file);
      }
    }
    return List.of("unrecognised");
  }

  static List<String> rows(Reading reading, byte[] file) throws IOException {
    List<String> rows = new ArrayList<>();
    RowSink sink =
        new RowSink() {
          @Override
          public void row(Row row) {
            rows.add(line(row));
          }

          @Override
          public void bad(BadRow row) {
            rows.add("bad " + row.problem() + " " + row.column() + " " + row.value());
          }
        };
    switch (reading) {
      case Reading.Cut cut -> {
        DelimitedReader reader =
            new DelimitedReader(cut.plan(), 0, "t.csv", sink).read(new ByteArrayInputStream(file));
        cut.footing()
            .check(reader.tally(), reader.footer())
            .forEach(check -> rows.add(check.toString()));
      }
      case Reading.Streamed streamed ->
          streamed
              .reader()
              .read(new ByteArrayInputStream(file), 0, "t.xlsx", sink)
              .forEach(check -> rows.add(check.toString()));
    }
    return rows;
  }

  private static String line(Row row) {
    StringBuilder line = new StringBuilder();
    line.append(row.side == Side.LINE ? row.book + " " + row.kind : row.side);
    line.append(' ').append(row.state).append(' ').append(row.channel);
    line.append(' ').append(guiwei.table.Currencies.code(row.currency));
    if (row.hasTime) {
      line.append(' ')
          .append(
              Instant.ofEpochSecond(row.epochSecond)
                  .atOffset(ZoneOffset.ofTotalSeconds(row.offsetSeconds)));
      line.append(row.dayOnly ? " day" : "");
    }
    for (Num num : Num.values()) {
      if (row.has(num)) {
        line.append(' ').append(num).append('=').append(row.figure(num));
      }
    }
    for (Text text : Text.values()) {
      if (row.has(text)) {
        line.append(' ').append(text).append('=').append(row.text(text));
      }
    }
    return line.toString();
  }
}
