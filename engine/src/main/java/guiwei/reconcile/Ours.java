package guiwei.reconcile;

import guiwei.outcome.Place;
import guiwei.sift.Crew;
import guiwei.sift.Directory;
import guiwei.table.Book;
import guiwei.table.Channel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the bank lines themselves teach about whom they are meant for: our own name stands on
/// the other side of transfers between our accounts, and where no such transfer tells it, a payee
/// whom several payers name when they pay our orders is us; an obligation that our orders speak
/// of is our trade.
final class Ours {
  /// Transfers that make an obligation our trade.
  private static final int ENOUGH = 3;

  private final Set<String> names = new HashSet<>();
  private final Map<String, List<Paid>> payees = new HashMap<>();
  private final Set<String> obligations = new HashSet<>();
  private final Directory directory;

  Ours(Board board, Directory directory, Crew crew) {
    this.directory = directory;
    List<Paid> transfers =
        board.lines.stream()
            .filter(p -> p.line.book == Book.BANK && p.line.channel == Channel.BANK)
            .filter(p -> p.place != Place.ECHO)
            .toList();
    transfers.forEach(paid -> directory.learnStatement(paid.line.account));
    for (Paid paid : transfers) {
      if (directory.isOurs(paid.line.payer) && !paid.line.payerName.isEmpty()) {
        names.add(paid.line.payerName.toLowerCase(java.util.Locale.ROOT));
      }
    }
    List<Paid> receipts = transfers.stream().filter(p -> p.amount() > 0).toList();
    List<String> named = crew.map(receipts, p -> Wording.beneficiary(p.words()));
    for (int i = 0; i < named.size(); i++) {
      if (!named.get(i).isEmpty()) {
        payees.computeIfAbsent(named.get(i), p -> new ArrayList<>()).add(receipts.get(i));
      }
    }
    Set<Long> owed = new HashSet<>();
    Set<String> remarks = new HashSet<>();
    for (Due due : board.silent()) {
      remarks.add(due.order.remark);
      owed.add(due.due());
    }
    remarks.forEach(remark -> obligations.add(Wording.obligation(remark)));
    trade(board, owed);
  }

  /// What many transfers pay for whose amounts our orders ask is our trade: a school's fees.
  private void trade(Board board, Set<Long> owed) {
    Map<String, int[]> counts = new HashMap<>();
    for (Paid paid : board.lines) {
      if (paid.line.book == Book.BANK && paid.amount() > 0 && paid.place != Place.ECHO) {
        int[] count = counts.computeIfAbsent(Wording.obligation(paid.words()), w -> new int[2]);
        count[0]++;
        count[1] += owed.contains(paid.amount()) ? 1 : 0;
      }
    }
    counts.forEach(
        (word, count) -> {
          if (count[1] >= ENOUGH && count[1] * 2 > count[0]) {
            obligations.add(word);
          }
        });
  }

  /// Whether that is what our own company is called.
  boolean isOurName(String name) {
    return directory.isOurName(name)
        || (!name.isEmpty() && names.contains(name.toLowerCase(java.util.Locale.ROOT)));
  }

  /// Whether most of the transfers that name this payee pay orders of ours.
  private boolean isPaidHere(String payee) {
    List<Paid> naming = payees.getOrDefault(payee, List.of());
    long ours = naming.stream().filter(p -> p.due != null || p.place == Place.MATCHED).count();
    return naming.size() > 1 && ours * 2 > naming.size();
  }

  /// Whether the words of a transfer say that somebody else was to be paid, or pay for what we
  /// do not sell.
  boolean isForAnother(Paid paid) {
    if (paid.line.book != Book.BANK) {
      return false;
    }
    String payee = Wording.beneficiary(paid.words());
    if (!payee.isEmpty()) {
      return !(names.isEmpty() && isPaidHere(payee))
          && names.stream().noneMatch(n -> n.contains(payee) || payee.contains(n))
          && !paid.line.payerName.toLowerCase(java.util.Locale.ROOT).contains(payee)
          && directory.customersNamed(payee).isEmpty();
    }
    String obligation = Wording.obligation(paid.words());
    return !obligation.isEmpty() && !obligations.contains(obligation);
  }
}
