package guiwei.profile;

import guiwei.money.Decimals;
import guiwei.table.Cells;
import guiwei.table.Channel;
import guiwei.table.Currencies;
import guiwei.table.Num;
import guiwei.table.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One order paid by several means, each with its amount in one cell:
/// `会员储值:10.00;微信支付:18.00`. What no statement tells (cash, stored value, vouchers) is taken off
/// the amount due, so that the rest is what must come.
final class Tenders {
  private static final Pattern APART = Pattern.compile("\\s*[;；,，、+|/\\n]\\s*");
  private static final Pattern PART =
      Pattern.compile("([^\\d:：(（¥￥]+?)\\s*[:：(（]?\\s*[¥￥]?(\\d+(?:\\.\\d+)?)元?[)）]?");

  private final Function<String, @Nullable Channel> channels;

  Tenders(Function<String, @Nullable Channel> channels) {
    this.channels = channels;
  }

  private record Part(@Nullable Channel channel, long amount) {}

  /// Reads the cell where it has several parts that come to the amount due.
  void read(String cell, Row row) {
    String[] parts = APART.split(cell.strip(), 0);
    if (parts.length < 2 || !row.has(Num.AMOUNT)) {
      return;
    }
    List<Part> read = new ArrayList<>();
    for (String part : parts) {
      Matcher matcher = PART.matcher(part);
      if (!matcher.matches()) {
        return;
      }
      long amount = Decimals.parse(matcher.group(2), Currencies.digits(row.currency));
      if (amount == Decimals.UNREADABLE) {
        return;
      }
      read.add(new Part(channels.apply(Words.plain(matcher.group(1))), amount));
    }
    settle(read, row);
  }

  /// Reads the columns of which each is headed by one means and holds what came by it.
  void read(Cells cells, int[] columns, List<String> headings, Row row) {
    List<Part> read = new ArrayList<>();
    for (int column : columns) {
      Channel channel = channels.apply(Heading.of(headings.get(column)).plain());
      boolean empty = column >= cells.count || cells.from[column] == cells.to[column];
      long amount = empty ? 0 : cells.amount(column, Currencies.digits(row.currency));
      if (amount == Decimals.UNREADABLE) {
        return;
      }
      if (amount != 0) {
        read.add(new Part(channel, amount));
      }
    }
    long known = read.stream().map(Part::channel).distinct().count();
    if (known == 1 && read.getFirst().channel != null) {
      row.channel = read.getFirst().channel;
    } else if (row.has(Num.AMOUNT)) {
      settle(read, row);
    }
  }

  private static void settle(List<Part> parts, Row row) {
    long all = 0;
    long untold = 0;
    Channel told = null;
    for (Part part : parts) {
      all += part.amount;
      untold += part.channel == Channel.CASH ? part.amount : 0;
      told = told == null && part.channel != Channel.CASH ? part.channel : told;
    }
    if (all != row.figure(Num.AMOUNT) || untold == 0 || untold == all) {
      return;
    }
    row.set(Num.AMOUNT, all - untold);
    if (row.has(Num.PAID)) {
      row.set(Num.PAID, all - untold);
    }
    row.channel = told == null ? Channel.OTHER : told;
  }
}
