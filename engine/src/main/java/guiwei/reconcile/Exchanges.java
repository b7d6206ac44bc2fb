package guiwei.reconcile;

import guiwei.sift.Directory;
import guiwei.table.Book;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/// Money that we changed at our bank: one account of ours is debited in one currency, another is
/// credited in another one within a day, and the bank's words call it an exchange.
final class Exchanges {
  private static final Phrases EXCHANGE =
      new Phrases(
          "结汇|购汇|售汇|外汇买卖|外币兑换|货币兑换|\\bfx\\b|forex|foreign exchange|currency exchange|exchange of|settlement of exchange"
              + "|currency conversion|devisen|jiehui");

  private static final int LONGEST_SECONDS = 86_400;

  private final Ours ours;
  private final Directory directory;

  /// What left our accounts, by days since 1970.
  private final Map<Long, List<Paid>> sold = new HashMap<>();

  private final Set<Paid> bought = new HashSet<>();

  Exchanges(Board board, Directory directory, Ours ours) {
    this.ours = ours;
    this.directory = directory;
    List<Paid> credits = new ArrayList<>();
    for (Paid paid : board.lines) {
      if (!paid.placed() && paid.line.book == Book.BANK && paid.line.hasTime) {
        if (paid.amount() < 0) {
          sold.computeIfAbsent(day(paid), d -> new ArrayList<>()).add(paid);
        } else {
          credits.add(paid);
        }
      }
    }
    if (board.lines.stream().mapToInt(paid -> paid.line.currency).distinct().count() > 1) {
      credits.forEach(this::find);
    }
  }

  private static long day(Paid paid) {
    return Math.floorDiv(paid.line.epochSecond, LONGEST_SECONDS);
  }

  private void find(Paid credit) {
    LongStream.rangeClosed(day(credit) - 1, day(credit) + 1)
        .mapToObj(day -> sold.getOrDefault(day, List.of()))
        .flatMap(List::stream)
        .filter(debit -> isExchange(debit, credit))
        .findFirst()
        .ifPresent(
            debit -> {
              sold.getOrDefault(day(debit), List.of()).remove(debit);
              bought.add(credit);
            });
  }

  /// Whether we bought this money with other money of ours.
  boolean isBought(Paid credit) {
    return bought.contains(credit);
  }

  private boolean isExchange(Paid debit, Paid credit) {
    boolean across =
        debit.line.currency != credit.line.currency
            && !debit.line.account.equals(credit.line.account)
            && Math.abs(debit.line.epochSecond - credit.line.epochSecond) <= LONGEST_SECONDS;
    if (!across) {
      return false;
    }
    // a customer's money may be changed on its way in, so the credit must be nobody else's
    boolean own = isNobodys(credit);
    return (isCalledSo(credit) && (own || isCalledSo(debit))) || (own && isCalledSo(debit));
  }

  private boolean isNobodys(Paid paid) {
    return paid.line.payerName.isEmpty()
        || ours.isOurName(paid.line.payerName)
        || directory.isOurs(paid.line.payer);
  }

  private static boolean isCalledSo(Paid paid) {
    String words = paid.line.remark + " " + paid.line.type + " " + paid.line.goods;
    return EXCHANGE.in(words.toLowerCase(Locale.ROOT));
  }
}
