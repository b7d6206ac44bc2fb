package guiwei.statement;

import guiwei.table.Layout;
import java.time.ZoneId;
import java.util.List;

/// The layouts of banks, which share one way from a movement to a row.
final class BankFormats {
  private BankFormats() {}

  /// @param zone of days and hours for which a bank names none
  static List<Layout> all(ZoneId zone) {
    return List.of(
        Camt.statements(zone),
        Camt.notifications(zone),
        Mt.statements(zone),
        Mt.reports(zone),
        new Ofx(zone),
        new Bai2(zone));
  }
}
