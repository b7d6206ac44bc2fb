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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What our own debits tell of a bank's credits: money that left one account of ours and came to
/// another, and money that somebody whom we pay gives back.
final class OwnMoves {
  private static final int LONGEST_SECONDS = 86_400;
  private static final int SHORTEST_ACCOUNT = 8;

  /// A number as banks print it: `808-221144-838`, `012 875 1 004417 7`.
  private static final Pattern PRINTED = Pattern.compile("\\d(?:[- ]?\\d){7,}");

  /// What only who was paid gives back.
  private static final Phrases RETURNED = new Phrases("退(?:还|回)?(?:多付|多汇|多收|货款|押金|保证金|运费|服务费|材料款)");

  private record Sum(int currency, long amount) {}

  private final Directory directory;
  private final Map<Sum, List<Paid>> debits = new HashMap<>();
  private final Set<String> payees = new HashSet<>();

  OwnMoves(Board board, Directory directory) {
    this.directory = directory;
    for (Paid paid : board.lines) {
      if (paid.line.book == Book.BANK && paid.amount() < 0 && paid.line.hasTime) {
        Sum sum = new Sum(paid.line.currency, -paid.amount());
        debits.computeIfAbsent(sum, none -> new ArrayList<>()).add(paid);
        if (!Wording.refund(said(paid)) && !Wording.sentBack(said(paid))) {
          payees.add(paid.line.payer);
          payees.add(paid.line.payerName);
        }
      }
    }
    payees.remove("");
  }

  /// Whether the same sum left another account of ours on that day, and the words of one of both
  /// name the other account, or both have the same words.
  boolean isMove(Paid credit) {
    Sum sum = new Sum(credit.line.currency, credit.amount());
    return credit.line.hasTime
        && debits.getOrDefault(sum, List.of()).stream()
            .anyMatch(debit -> isOther(debit, credit) && isTold(debit, credit));
  }

  /// Whether somebody gives back what we paid: no customer, and the words say so.
  boolean isGivenBack(Paid credit) {
    boolean payee = payees.contains(credit.line.payer) || payees.contains(credit.line.payerName);
    return (payee || RETURNED.in(credit.line.remark))
        && directory.customersNamed(credit.line.payerName).isEmpty()
        && Wording.refund(credit.line.remark.toLowerCase(Locale.ROOT));
  }

  private static boolean isOther(Paid debit, Paid credit) {
    boolean same = !debit.line.account.isEmpty() && debit.line.account.equals(credit.line.account);
    return !same && Math.abs(debit.line.epochSecond - credit.line.epochSecond) <= LONGEST_SECONDS;
  }

  private boolean isTold(Paid debit, Paid credit) {
    boolean alike =
        !debit.line.payerName.isEmpty()
            && !debit.line.remark.isEmpty()
            && said(debit).equals(said(credit));
    return alike || namesOther(debit) || namesOther(credit);
  }

  /// Whether the words hold an account of ours that is not the line's own.
  private boolean namesOther(Paid paid) {
    Matcher printed = PRINTED.matcher(paid.line.remark);
    while (printed.find()) {
      String digits = printed.group().replaceAll("[- ]", "");
      if (digits.length() >= SHORTEST_ACCOUNT
          && !digits.equals(paid.line.account)
          && directory.isOurs(digits)) {
        return true;
      }
    }
    return false;
  }

  private static String said(Paid paid) {
    return (paid.line.payerName + " " + paid.line.remark).toLowerCase(Locale.ROOT);
  }
}
