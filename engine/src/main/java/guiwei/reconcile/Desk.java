package guiwei.reconcile;

import guiwei.table.Names;

/// What all clerks of a run share: the shelf and the numbers of recurring names.
final class Desk {
  final Days days;
  final Shelf shelf = new Shelf();
  final Names stores = new Names();
  final Names accounts = new Names();
  final Names terminals = new Names();

  Desk(Days days) {
    this.days = days;
  }
}
