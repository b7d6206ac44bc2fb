package guiwei.command;

import guiwei.customer.Trait;
import guiwei.profile.Profiles;
import guiwei.report.Words;
import guiwei.source.Limits;
import guiwei.source.Source;
import guiwei.source.Sources;
import guiwei.table.BadRow;
import guiwei.table.DelimitedReader;
import guiwei.table.Layout;
import guiwei.table.Reading;
import guiwei.table.RefusedFile;
import guiwei.table.Row;
import guiwei.table.RowSink;
import guiwei.table.Side;
import guiwei.table.Text;
import guiwei.trace.Customers;
import guiwei.trace.IndexFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Reads the merchant's lists of customers. Files with other rows are told and left. A customer
/// whom several lists or rows name stands there once for each; a file that is given twice counts
/// once.
final class CustomerList implements RowSink {
  private static final int HEAD = 1 << 16;

  private static final Map<Trait, Text> TEXTS =
      new EnumMap<>(
          Map.of(
              Trait.NAME, Text.PAYER_NAME,
              Trait.PHONE, Text.PHONE,
              Trait.EMAIL, Text.EMAIL,
              Trait.ACCOUNT, Text.PAYER,
              Trait.COMPANY, Text.COMPANY));

  private final Customers.Builder customers = new Customers.Builder();
  private final Terminal terminal;
  private final List<Layout> layouts;
  private final List<BadRow> bad = new ArrayList<>();
  private long taken;
  private boolean refused;

  CustomerList(Terminal terminal, Profiles profiles) {
    this.terminal = terminal;
    this.layouts = Run.layouts(profiles);
  }

  /// The customers of an index alone, or of all files under the paths.
  Customers of(List<Path> paths) throws IOException {
    Path first = paths.getFirst();
    boolean prepared = paths.size() == 1 && Files.isRegularFile(first) && IndexFile.is(first);
    return prepared ? IndexFile.open(first) : read(paths);
  }

  /// Reads all files under the paths; says on standard error what could not be read.
  Customers read(List<Path> paths) {
    Sources.Found found = Sources.find(paths, Limits.DEFAULT);
    found.refusals().forEach(r -> refuse(r.name(), r.problem(), r.detail()));
    Map<Source, Source> repeated = Sources.repeated(found.sources());
    for (Source source : found.sources()) {
      if (repeated.containsKey(source)) {
        continue;
      }
      try {
        long before = taken;
        read(source);
        if (taken == before) {
          terminal.tell("trace.no-customers", source.name());
          refused = true;
        }
      } catch (RefusedFile e) {
        refuse(source.name(), e.problem(), e.detail());
      } catch (IOException e) {
        refuse(source.name(), RefusedFile.Problem.IO, e.getClass().getSimpleName());
      }
    }
    return customers.build();
  }

  /// Whether a file or a row was not read.
  boolean lacks() {
    return refused || !bad.isEmpty();
  }

  private void read(Source source) throws IOException {
    Reading reading = recognised(source);
    try (InputStream in = source.open()) {
      switch (reading) {
        case Reading.Cut cut -> new DelimitedReader(cut.plan(), 0, source.name(), this).read(in);
        case Reading.Streamed streamed -> streamed.reader().read(in, 0, source.name(), this);
      }
    }
    for (BadRow row : bad) {
      tell(reading instanceof Reading.Cut ? row.atLine(line(source, row.line())) : row);
    }
    refused |= !bad.isEmpty();
    bad.clear();
  }

  private Reading recognised(Source source) throws IOException {
    RefusedFile near = null;
    byte[] head;
    try (InputStream in = source.open()) {
      head = in.readNBytes(HEAD);
    }
    for (Layout layout : layouts) {
      try {
        Reading reading = layout.recognise(head);
        if (reading != null) {
          return reading;
        }
      } catch (RefusedFile refusal) {
        near = near == null ? refusal : near;
      }
    }
    throw near == null ? new RefusedFile(RefusedFile.Problem.UNRECOGNISED, "") : near;
  }

  /// The line, from 1, in which a byte stands.
  private static long line(Source source, long offset) throws IOException {
    long line = 1;
    try (InputStream in = source.open()) {
      byte[] bytes = new byte[HEAD];
      long left = offset;
      while (left > 0) {
        int read = in.read(bytes, 0, (int) Math.min(left, bytes.length));
        if (read < 0) {
          break;
        }
        for (int i = 0; i < read; i++) {
          line += bytes[i] == '\n' ? 1 : 0;
        }
        left -= read;
      }
    }
    return line;
  }

  @Override
  public void row(Row row) {
    if (row.side != Side.CUSTOMER) {
      return;
    }
    var cells = new EnumMap<Trait, String>(Trait.class);
    TEXTS.forEach((trait, text) -> cells.put(trait, row.text(text)));
    customers.add(row.text(Text.ID), cells);
    taken++;
  }

  @Override
  public void bad(BadRow row) {
    bad.add(row);
  }

  private void tell(BadRow row) {
    Words words = Run.words(terminal);
    terminal.tell(
        "trace.bad-row",
        row.file(),
        Long.toString(row.line()),
        row.column(),
        words.text("row." + row.problem()),
        words.text("row." + row.problem() + ".do"));
  }

  private void refuse(String name, RefusedFile.Problem problem, String detail) {
    refused = true;
    Words words = Run.words(terminal);
    String why =
        words.text("file." + problem) + (detail.isEmpty() ? "" : " (" + words.detail(detail) + ")");
    terminal.tell("misuse.propose.refused", name, why, words.text("file." + problem + ".do"));
  }
}
