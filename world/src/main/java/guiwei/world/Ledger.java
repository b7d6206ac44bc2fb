package guiwei.world;

import java.util.ArrayList;
import java.util.List;

/// What has been told and not yet written, by the day it belongs to.
final class Ledger {
  /// Everything that belongs to one day.
  static final class Page {
    final List<Order> orders = new ArrayList<>();
    final List<Line> lines = new ArrayList<>();
    final List<Truth> truths = new ArrayList<>();
  }

  private final Setting setting;
  private final Page[] pages;

  Ledger(Setting setting) {
    this.setting = setting;
    pages = new Page[setting.days()];
    for (int i = 0; i < pages.length; i++) {
      pages[i] = new Page();
    }
  }

  /// Takes a story in. Lines after the end of the period are not written by anybody.
  void take(Scene scene) {
    for (Order order : scene.orders) {
      pages[day(order.at)].orders.add(order);
    }
    for (Line line : scene.lines) {
      add(line);
    }
    for (Truth truth : scene.truths) {
      add(truth);
    }
  }

  void add(Line line) {
    if (line.at < setting.end()) {
      pages[day(line.at)].lines.add(line);
    }
  }

  /// Kept until the last of its lines and orders has a number.
  void add(Truth truth) {
    int last = 0;
    for (Line line : truth.lines()) {
      last = Math.max(last, day(line.at));
    }
    for (Order order : truth.orders()) {
      last = Math.max(last, day(order.at));
    }
    if (truth instanceof Truth.Mistake mistake) {
      for (Order order : mistake.meant()) {
        last = Math.max(last, day(order.at));
      }
    }
    pages[last].truths.add(truth);
  }

  private int day(long at) {
    return (int) Math.floorDiv(at - setting.start(), (long) Clock.DAY);
  }

  /// Hands a day out, once.
  Page tear(int day) {
    Page page = pages[day];
    pages[day] = new Page();
    return page;
  }
}
