package guiwei.reconcile;

import guiwei.outcome.Place;
import guiwei.table.Book;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A bank books many payments in one sum and tells them one by one in a notification beside its
/// statement: the sum says once more what its parts say, and is laid aside where they come to it.
/// A sum without its parts stays a receipt of its own.
final class Batches {
  private final Board board;

  /// Parts by what their account and batch are called.
  private final Map<String, List<Paid>> parts = new LinkedHashMap<>();

  Batches(Board board) {
    this.board = board;
    for (Paid paid : board.lines) {
      if (!paid.placed()) {
        names(paid, paid.line.partOf)
            .forEach(name -> parts.computeIfAbsent(name, n -> new ArrayList<>()).add(paid));
      }
    }
  }

  void run() {
    if (parts.isEmpty()) {
      return;
    }
    Map<String, List<Paid>> wholes = new LinkedHashMap<>();
    for (Paid paid : board.lines) {
      if (!paid.placed() && paid.line.book == Book.BANK) {
        for (String name : names(paid, paid.line.batch)) {
          wholes.computeIfAbsent(name, n -> new ArrayList<>()).add(paid);
        }
      }
    }
    wholes.forEach(this::layAside);
    board.forgetEchoes();
  }

  /// What is booked under one name goes when the parts of that name come to all of it.
  private void layAside(String name, List<Paid> wholes) {
    List<Paid> open = wholes.stream().filter(whole -> !whole.placed()).toList();
    long booked = open.stream().mapToLong(Paid::amount).sum();
    List<Paid> told = parts.getOrDefault(name, List.of());
    if (!told.isEmpty() && told.stream().mapToLong(Paid::amount).sum() == booked) {
      open.forEach(whole -> board.put(whole, Place.ECHO));
    }
  }

  private static List<String> names(Paid paid, String batch) {
    String of = paid.line.account + " " + paid.line.currency + " ";
    return batch.isEmpty() ? List.of() : batch.lines().map(name -> of + name).toList();
  }
}
