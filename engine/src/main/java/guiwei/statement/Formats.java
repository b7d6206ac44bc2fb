package guiwei.statement;

import guiwei.table.Layout;
import java.util.List;
import java.util.stream.Stream;

/// The statements that we can read without being told how.
public final class Formats {
  private Formats() {}

  /// Every layout that is built in, in the order in which a file is shown to them.
  public static List<Layout> builtIn() {
    List<Layout> channels =
        List.of(
            new WechatTrade(),
            new WechatOverseas(),
            new WechatFund(),
            new AlipayBusiness(),
            new AlipayAccount(),
            new AlipaySummary(),
            new UnionpayDetail());
    return Stream.concat(channels.stream(), BankFormats.all().stream()).toList();
  }
}
