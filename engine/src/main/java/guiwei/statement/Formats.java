package guiwei.statement;

import guiwei.table.Layout;
import guiwei.table.Times;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/// The statements that we can read without being told how.
public final class Formats {
  private Formats() {}

  /// Every layout that is built in, in the order in which a file is shown to them.
  public static List<Layout> builtIn() {
    return builtIn(Times.BEIJING);
  }

  /// The same for banks whose times name no zone and are of this one. Channels say themselves
  /// that theirs are Beijing's.
  public static List<Layout> builtIn(ZoneId zone) {
    List<Layout> channels =
        List.of(
            new WechatTrade(),
            new WechatOverseas(),
            new WechatFund(),
            new AlipayBusiness(),
            new AlipayAccount(),
            new AlipaySummary(),
            new UnionpayDetail());
    return Stream.concat(channels.stream(), BankFormats.all(zone).stream()).toList();
  }
}
