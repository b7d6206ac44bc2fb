package guiwei.statement;

import guiwei.table.Layout;
import guiwei.table.Reading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The sheet of totals (汇总) that Alipay packs beside its bills. It holds no line of its own, so
/// it is known and set aside: the bill's own last lines are what is checked.
public final class AlipaySummary implements Layout {
  @Override
  public String key() {
    return "alipay-summary";
  }

  @Override
  public @Nullable Reading recognise(byte[] bytes) {
    Head head = Head.of(bytes);
    if (head == null) {
      return null;
    }
    String title = Header.plain(head.line(head.start()));
    return title.startsWith("#支付宝") && title.contains("汇总")
        ? new Reading.Streamed((in, file, name, sink) -> List.of())
        : null;
  }
}
