package guiwei.statement;

import com.code_intelligence.jazzer.junit.FuzzTest;
import guiwei.table.Layout;
import guiwei.table.Reading;
import guiwei.table.RefusedFile;
import java.io.IOException;
import java.util.Arrays;

/// Whatever the bytes are, each layout reads or refuses them. The seeds are the samples.
class ChannelFuzzTest {
  @FuzzTest(maxDuration = "30s")
  void any_bytes_are_a_wechat_trade_bill_or_are_refused(byte[] bytes) throws IOException {
    read(new WechatTrade(), bytes);
  }

  @FuzzTest(maxDuration = "30s")
  void any_bytes_are_an_overseas_bill_or_are_refused(byte[] bytes) throws IOException {
    read(new WechatOverseas(), bytes);
  }

  @FuzzTest(maxDuration = "30s")
  void any_bytes_are_a_wechat_fund_bill_or_are_refused(byte[] bytes) throws IOException {
    read(new WechatFund(), bytes);
  }

  @FuzzTest(maxDuration = "30s")
  void any_bytes_are_an_alipay_business_bill_or_are_refused(byte[] bytes) throws IOException {
    read(new AlipayBusiness(), bytes);
  }

  @FuzzTest(maxDuration = "30s")
  void any_bytes_are_an_alipay_account_bill_or_are_refused(byte[] bytes) throws IOException {
    read(new AlipayAccount(), bytes);
  }

  @FuzzTest(maxDuration = "30s")
  void any_bytes_are_a_unionpay_detail_file_or_are_refused(byte[] bytes) throws IOException {
    read(new UnionpayDetail(), bytes);
  }

  private static void read(Layout layout, byte[] bytes) throws IOException {
    try {
      Reading reading = layout.recognise(Arrays.copyOf(bytes, Math.min(bytes.length, 1 << 16)));
      if (reading != null) {
        Samples.read(layout.key(), reading, bytes);
      }
    } catch (RefusedFile e) {
      // A reason was given, which is all that is promised.
    }
  }
}
