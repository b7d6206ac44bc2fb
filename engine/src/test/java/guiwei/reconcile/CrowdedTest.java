package guiwei.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Small days in which everything that can get in each other's way does: few amounts, few moments,
/// few cards and names, numbers in the wrong places. No outcome is asked for; but every line has
/// one place, and the order of the rows changes nothing.
class CrowdedTest {
  private static final List<String> AMOUNTS =
      List.of("10.00", "10.00", "20.00", "30.00", "90.00", "91.42", "100.00", "1000.00", "109.00");
  private static final List<String> STATES =
      List.of("paid", "paid", "paid", "open", "cancelled", "part_paid", "refunded");
  private static final List<String> WAYS = List.of("", "ch=pos", "ch=bank", "ch=alipay", "ch=card");
  private static final List<String> REMARKS =
      List.of("", "", "", "抹零1.42元", "A1002", "代A1001付款", "A1001、A1003", "次日付款", "定金", "桌3", "甲乙丙");
  private static final List<String> PEOPLE = List.of("", "甲乙丙", "丁戊", "己庚有限公司");
  private static final List<String> CARDS = List.of("", "k=6225**0001", "k=6225**0002");

  private final StringBuilder story = new StringBuilder();

  @Property(tries = 100)
  void every_line_has_one_place_whatever_comes_together(@ForAll long seed) {
    Story.checkSound(new CrowdedTest().tell(new Random(seed)));
  }

  private String tell(Random random) {
    int orders = 1 + random.nextInt(7);
    boolean timeless = random.nextInt(8) == 0;
    for (int i = 1; i <= orders; i++) {
      line(
          "order A" + (1000 + i),
          one(random, AMOUNTS),
          one(random, STATES),
          timeless ? "timeless" : "",
          random.nextBoolean() ? "c=" + one(random, PEOPLE) : "",
          one(random, WAYS),
          random.nextInt(3) == 0 ? "t=T" + (1 + random.nextInt(2)) : "",
          random.nextInt(4) == 0 ? "s=S" + (1 + random.nextInt(2)) : "",
          prefixed("r=", one(random, REMARKS)),
          random.nextInt(5) == 0 ? "promised=" + one(random, AMOUNTS) : "",
          random.nextInt(9) == 0 ? "off=1.42" : "",
          moment(random));
    }
    int lines = 1 + random.nextInt(9);
    for (int i = 0; i < lines; i++) {
      switch (random.nextInt(10)) {
        case 0, 1 ->
            line(
                "wechat " + number(random, orders),
                one(random, AMOUNTS),
                random.nextBoolean() ? "u=openid-" + random.nextInt(2) : "",
                prefixed("a=", one(random, REMARKS)),
                random.nextInt(5) == 0 ? "fee=0.06" : "",
                moment(random));
        case 2 ->
            line(
                "refund " + number(random, orders),
                one(random, AMOUNTS),
                "of=W" + random.nextInt(4),
                random.nextInt(4) == 0 ? "key=K1" : "",
                moment(random));
        case 3, 4, 5 ->
            line(
                "till " + one(random, List.of("sale", "sale", "sale", "refund", "void", "preauth")),
                one(random, AMOUNTS),
                one(random, CARDS),
                "i=T" + (1 + random.nextInt(2)),
                random.nextInt(6) == 0 ? "ref=00000" + (1 + random.nextInt(4)) : "",
                moment(random));
        case 6 ->
            line(
                "bank -",
                (random.nextInt(4) == 0 ? "-" : "") + one(random, AMOUNTS),
                prefixed("n=", one(random, PEOPLE)),
                prefixed("w=", one(random, REMARKS)),
                moment(random));
        case 7 ->
            line(
                "credit " + number(random, orders),
                one(random, AMOUNTS),
                "id=W" + i,
                moment(random));
        case 8 ->
            line(
                "debit " + one(random, List.of("退款", "扣除交易手续费", "提现")),
                one(random, AMOUNTS),
                "id=" + one(random, List.of("W1", "R1", "R2", "C9")),
                moment(random));
        default ->
            line(
                "list " + number(random, orders),
                one(random, AMOUNTS),
                "way=" + one(random, List.of("微信", "支付宝", "银联")),
                moment(random));
      }
    }
    return story.toString();
  }

  private void line(String... words) {
    List<String> said = new ArrayList<>();
    for (String word : words) {
      if (!word.isEmpty()) {
        said.add(word);
      }
    }
    story.append(String.join(" ", said)).append('\n');
  }

  private static String one(Random random, List<String> from) {
    return from.get(random.nextInt(from.size()));
  }

  private static String prefixed(String key, String value) {
    return value.isEmpty() ? "" : key + value;
  }

  private static String number(Random random, int orders) {
    return random.nextInt(4) == 0 ? "-" : "A" + (1001 + random.nextInt(orders));
  }

  /// Few moments: within the same minute, the same hour, or days apart.
  private static String moment(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> "+0s";
      case 1 -> "+" + random.nextInt(4) + "m";
      case 2 -> "+" + random.nextInt(60) + "m";
      default -> "+" + random.nextInt(4) + "d";
    };
  }
}
