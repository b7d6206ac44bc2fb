package guiwei.statement;

import guiwei.table.Layout;
import java.time.ZoneId;
import java.util.List;

/// The layouts of banks, which share one way from a movement to a row.
final class BankFormats {
  /// The zone of days and hours for which a bank names none.
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private BankFormats() {}

  static List<Layout> all() {
    return List.of(
        Camt.statements(ZONE),
        Camt.notifications(ZONE),
        Mt.statements(ZONE),
        Mt.reports(ZONE),
        new Ofx(ZONE),
        new Bai2(ZONE));
  }
}
