package guiwei.report;

import guiwei.outcome.Discrepancy;
import guiwei.outcome.Discrepancy.Evidence;
import guiwei.outcome.FileReport;
import guiwei.outcome.Kind;
import guiwei.outcome.Proof;
import guiwei.outcome.Reason;
import guiwei.outcome.Result;
import guiwei.table.BadRow;
import guiwei.table.Channel;
import guiwei.table.Footing.Check;
import guiwei.table.RefusedFile;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// A day of an invented merchant, small enough to read and with one of everything.
final class Example {
  private static final String WECHAT = "1900000109";
  private static final String ALIPAY = "2088000000006635";

  private Example() {}

  static Result day() {
    List<Discrepancy> found = discrepancies();
    return new Result(proof(), found, files(), badRows(), rules());
  }

  /// A day on which everything fits.
  static Result cleanDay() {
    return new Result(
        new Proof(
            List.of(
                new Proof.Received(
                    Channel.WECHAT, WECHAT, "CNY", 2, 20_000, 2, 20_000, 0, 0, 0, 0)),
            List.of(),
            List.of(new Proof.Expected("CNY", 2, 20_000, 2, 20_000, 0, 0, 0, 0, 0, 0)),
            List.of()),
        List.of(),
        List.of(),
        List.of(),
        Map.of("order-number CNY", new Result.RuleCount("order-number", "CNY", 2, 20_000)));
  }

  /// A day with nothing at all.
  static Result nothing() {
    return new Result(
        new Proof(List.of(), List.of(), List.of(), List.of()),
        List.of(),
        List.of(),
        List.of(),
        Map.of());
  }

  /// A day with so many discrepancies of one kind.
  static Result large(int count) {
    Random random = new Random(5);
    List<Discrepancy> found = new ArrayList<>();
    long sum = 0;
    for (int i = 0; i < count; i++) {
      long amount = 100L + random.nextInt(200_000);
      sum += amount;
      found.add(duplicate("D" + i, i, amount));
    }
    return new Result(
        new Proof(
            List.of(
                new Proof.Received(
                    Channel.WECHAT,
                    WECHAT,
                    "CNY",
                    2L * count,
                    2 * sum,
                    count,
                    sum,
                    count,
                    sum,
                    0,
                    0)),
            List.of(),
            List.of(new Proof.Expected("CNY", count, sum, count, sum, 0, 0, 0, 0, 0, 0)),
            List.of(new Proof.Kinds(Kind.DUPLICATE_CHARGE, "CNY", count, sum))),
        found,
        files(),
        List.of(),
        Map.of("order-number CNY", new Result.RuleCount("order-number", "CNY", count, sum)));
  }

  private static Discrepancy duplicate(String id, int number, long amount) {
    String receipt = "42000026112026111900" + String.format("%08d", number);
    String order = "SO-261119-" + String.format("%05d", number);
    OffsetDateTime time = OffsetDateTime.parse("2026-11-19T08:00:00+08:00").plusSeconds(number);
    return new Discrepancy(
        id,
        Kind.DUPLICATE_CHARGE,
        0.985,
        amount,
        "CNY",
        number % 2 == 0 ? Channel.WECHAT : Channel.ALIPAY,
        WECHAT,
        number % 3 == 0 ? "湖滨店" : "南站店",
        receipt,
        List.of(receipt),
        List.of(order),
        List.of(),
        time,
        List.of(
            Reason.of(
                "reason.duplicate-same-channel",
                order,
                Words.amount(amount, "CNY"),
                "47",
                "1" + receipt)),
        List.of(
            evidence("order", order, time.minusSeconds(60), amount, "orders.csv:" + number),
            evidence("original", "1" + receipt, time, amount, "wechat.csv:" + number),
            evidence("receipt", receipt, time.plusSeconds(47), amount, "wechat.csv:" + number)));
  }

  private static Evidence evidence(
      String role, String id, @Nullable OffsetDateTime time, long amount, String place) {
    return new Evidence(role, id, DiscrepancyRow.time(time), amount, "CNY", place);
  }

  private static OffsetDateTime at(String time) {
    return OffsetDateTime.parse("2026-11-19T" + time + "+08:00");
  }

  private static List<Discrepancy> discrepancies() {
    return List.of(
        new Discrepancy(
            "GW-4f1c02",
            Kind.DUPLICATE_CHARGE,
            0.984,
            26_800,
            "CNY",
            Channel.WECHAT,
            WECHAT,
            "湖滨店",
            "4200002611202611197731000001",
            List.of("4200002611202611197731000001"),
            List.of("SO-261119-0833"),
            List.of(),
            at("12:41:08"),
            List.of(
                Reason.of(
                    "reason.duplicate-cross-channel",
                    "SO-261119-0833",
                    "268.00",
                    "alipay",
                    "wechat",
                    "2026111922001404471")),
            List.of(
                evidence("order", "SO-261119-0833", at("12:40:52"), 26_800, "orders.csv:834"),
                evidence(
                    "original",
                    "2026111922001404471",
                    at("12:41:55"),
                    26_800,
                    "alipay_details.csv:412"),
                evidence(
                    "receipt",
                    "4200002611202611197731000001",
                    at("12:43:31"),
                    26_800,
                    "wechat_ALL.csv:1207"))),
        new Discrepancy(
            "GW-90aa17",
            Kind.OVERPAID,
            0.97,
            54_000,
            "CNY",
            Channel.ALIPAY,
            ALIPAY,
            "南站店",
            "2026111922001404472",
            List.of("2026111922001404472"),
            List.of("SO-261119-0412"),
            List.of(),
            at("09:14:22"),
            List.of(
                Reason.of(
                    "reason.amount-digits-swapped", "SO-261119-0412", "1,280.00", "1,820.00")),
            List.of(
                evidence("order", "SO-261119-0412", at("09:12:40"), 128_000, "orders.csv:413"),
                evidence(
                    "receipt",
                    "2026111922001404472",
                    at("09:14:22"),
                    182_000,
                    "alipay_details.csv:96"))),
        rival("GW-7d20b1", 0.71, "SO-261118-2210"),
        rival("GW-7d20b2", 0.22, "SO-261118-2217"),
        new Discrepancy(
            "GW-c01d55",
            Kind.UNIDENTIFIED,
            0.9,
            180_000,
            "CNY",
            Channel.BANK,
            "6222••••8802",
            "",
            "20261119-000771",
            List.of("20261119-000771"),
            List.of(),
            List.of(),
            at("15:20:00"),
            List.of(Reason.of("reason.unidentified", "1,800.00", "")),
            List.of(
                evidence("receipt", "20261119-000771", at("15:20:00"), 180_000, "bank.csv:18"))),
        new Discrepancy(
            "GW-e90f3a",
            Kind.MISSING_RECEIPT,
            0.88,
            -9_900,
            "CNY",
            Channel.UNIONPAY,
            "898310••••4417",
            "大学城店",
            "",
            List.of(),
            List.of("SO-261119-1904"),
            List.of(),
            at("18:02:11"),
            List.of(Reason.of("reason.missing-receipt", "SO-261119-1904", "99.00", "2")),
            List.of(evidence("order", "SO-261119-1904", at("18:02:11"), 9_900, "orders.csv:1905"))),
        new Discrepancy(
            "GW-b3b3b3",
            Kind.REFUND_TWICE,
            0.99,
            -12_000,
            "CNY",
            Channel.WECHAT,
            WECHAT,
            "湖滨店",
            "50300002026111912",
            List.of("50300002026111912"),
            List.of("SO-261110-0007"),
            List.of(),
            at("19:00:01"),
            List.of(Reason.of("reason.refund-repeated", "SO-261110-0007", "120.00", "0.00")),
            List.of(
                evidence("order", "SO-261110-0007", null, 12_000, "orders.csv:12"),
                evidence("refund", "50300002026111811", at("11:00:00"), -12_000, "wechat.csv:9"),
                evidence(
                    "receipt", "50300002026111912", at("19:00:01"), -12_000, "wechat.csv:90"))),
        new Discrepancy(
            "GW-666bad",
            Kind.UNDERPAID,
            0.6,
            -1,
            "CNY",
            Channel.ALIPAY,
            "=1+1",
            "\"><script>alert(1)</script>",
            "@SUM(A1)",
            List.of("@SUM(A1)", "a;b"),
            List.of("</script><script>alert(2)</script>", "-1+1|cmd"),
            List.of("\u001B[31mred"),
            null,
            List.of(Reason.of("reason.amount-other", "<b>1.00</b>", "0.99", "{0}")),
            List.of(new Evidence("receipt", "@SUM(A1)", "", 99, "CNY", "<img src=x>.csv:1"))));
  }

  private static Discrepancy rival(String id, double probability, String meant) {
    return new Discrepancy(
        id,
        Kind.WRONG_ORDER,
        probability,
        30_000,
        "CNY",
        Channel.WECHAT,
        WECHAT,
        "湖滨店",
        "4200002611202611197731000002",
        List.of("4200002611202611197731000002"),
        List.of("SO-261119-0601"),
        List.of(meant),
        at("20:11:09"),
        List.of(Reason.of("reason.wrong-order", "SO-261119-0601", meant, "300.00")),
        List.of(
            evidence("order", "SO-261119-0601", at("20:01:00"), 45_000, "orders.csv:602"),
            evidence("meant", meant, at("19:58:30"), 30_000, "orders.csv:590"),
            evidence(
                "receipt",
                "4200002611202611197731000002",
                at("20:11:09"),
                30_000,
                "wechat_ALL.csv:2400")));
  }

  private static Proof proof() {
    return new Proof(
        List.of(
            new Proof.Received(
                Channel.WECHAT,
                WECHAT,
                "CNY",
                3_184,
                41_268_035,
                3_181,
                41_223_235,
                3,
                44_800,
                0,
                0),
            new Proof.Received(
                Channel.ALIPAY,
                ALIPAY,
                "CNY",
                1_702,
                23_891_460,
                1_700,
                23_709_361,
                2,
                182_099,
                0,
                0),
            new Proof.Received(
                Channel.UNIONPAY,
                "898310••••4417",
                "CNY",
                486,
                16_420_500,
                486,
                16_420_500,
                0,
                0,
                0,
                0),
            new Proof.Received(
                Channel.BANK,
                "6222••••8802",
                "CNY",
                23,
                9_735_080,
                22,
                9_555_080,
                0,
                0,
                1,
                180_000)),
        List.of(
            new Proof.GivenBack(
                Channel.WECHAT, WECHAT, "CNY", 31, 250_000, 29, 230_000, 1, 12_000, 1, 8_000)),
        List.of(
            new Proof.Expected(
                "CNY", 5_362, 91_315_075, 5_300, 91_000_000, 4, 173_100, 12, 90_000, 46, 51_975)),
        List.of(
            new Proof.Kinds(Kind.DUPLICATE_CHARGE, "CNY", 1, 26_800),
            new Proof.Kinds(Kind.OVERPAID, "CNY", 1, 54_000),
            new Proof.Kinds(Kind.UNDERPAID, "CNY", 1, -1),
            new Proof.Kinds(Kind.WRONG_ORDER, "CNY", 1, 30_000),
            new Proof.Kinds(Kind.UNIDENTIFIED, "CNY", 1, 180_000),
            new Proof.Kinds(Kind.MISSING_RECEIPT, "CNY", 1, -9_900),
            new Proof.Kinds(Kind.REFUND_TWICE, "CNY", 1, -12_000)));
  }

  private static Map<String, Result.RuleCount> rules() {
    return Map.of(
        "order-number CNY", new Result.RuleCount("order-number", "CNY", 5_102, 83_840_655),
        "split CNY", new Result.RuleCount("split", "CNY", 214, 5_892_040),
        "till CNY", new Result.RuleCount("till", "CNY", 25, 679_120),
        "rule-without-words CNY", new Result.RuleCount("rule-without-words", "CNY", 3, 496_361));
  }

  private static List<FileReport> files() {
    return List.of(
        new FileReport(
            "wechat_ALL_20261119.csv.gz",
            "wechat-trade",
            3_184,
            0,
            0,
            "",
            null,
            "",
            List.of(
                Check.count("rows", 3_184, 3_184),
                new Check("order total", "412,680.35", "412,680.35"))),
        new FileReport(
            "details (1).zip!20261119_DETAILS.csv",
            "alipay-business",
            1_702,
            2,
            12,
            "",
            null,
            "",
            List.of(Check.count("rows", 1_702, 1_702))),
        new FileReport("bank.csv", "bank-cmb", 23, 0, 0, "", null, "", List.of()),
        new FileReport("bank copy.csv", "bank-cmb", 0, 0, 0, "bank.csv", null, "", List.of()),
        new FileReport(
            "union_20261118.txt",
            "unionpay-detail",
            120,
            0,
            0,
            "",
            RefusedFile.Problem.DOES_NOT_FOOT,
            "total 9,800.00, rows 9,700.00",
            List.of(new Check("total", "9800.00", "9700.00"))),
        new FileReport(
            "notes.docx",
            "",
            0,
            0,
            0,
            "",
            RefusedFile.Problem.UNRECOGNISED,
            "nearest: bank CSV, no column for the amount",
            List.of()));
  }

  private static List<BadRow> badRows() {
    return List.of(
        new BadRow("20261119_DETAILS.csv", 118, "金额", "１２，00", BadRow.Problem.AMOUNT),
        new BadRow("20261119_DETAILS.csv", 119, "时间", "2026-02-30", BadRow.Problem.TIME));
  }
}
