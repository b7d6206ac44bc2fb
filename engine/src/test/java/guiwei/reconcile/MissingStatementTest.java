package guiwei.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import guiwei.outcome.Discrepancy;
import guiwei.outcome.Gap;
import guiwei.outcome.Kind;
import guiwei.outcome.Result;
import guiwei.source.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Statements of a bank account that follow each other, or do not. In every week of March ten
/// orders of 100.00 are paid by transfer; one of the second week never is.
class MissingStatementTest {
  private static final int WEEKS = 4;
  private static final int UNPAID = 13;
  private static final long START = 5_000_00;

  enum Kept {
    MT940,
    CAMT,
    LIST
  }

  @ParameterizedTest
  @EnumSource
  void statements_that_follow_each_other_show_what_is_missing(Kept kept) {
    Result result = run(kept, -1, 0);
    assertEquals(List.of(), result.gaps());
    assertEquals(List.of("SO2603013"), missing(result));
  }

  @ParameterizedTest
  @EnumSource
  void a_week_without_its_statement_is_told_and_nobody_is_blamed(Kept kept) {
    Result result = run(kept, 2, 0);
    LocalDate closed = LocalDate.of(2026, 3, kept == Kept.LIST ? 13 : 14);
    LocalDate opens = LocalDate.of(2026, 3, kept == Kept.LIST ? 23 : 22);
    assertEquals(
        List.of(new Gap("98010042", "CNY", closed, 6_900_00, opens, 7_900_00)), result.gaps());
    assertEquals(List.of(), missing(result));
  }

  @ParameterizedTest
  @EnumSource(names = {"MT940", "CAMT"})
  void balances_that_begin_anew_are_told_and_blame_goes_on(Kept kept) {
    Result result = run(kept, -1, 7_00);
    assertEquals(WEEKS - 1, result.gaps().size());
    assertEquals(List.of("SO2603013"), missing(result));
  }

  @Test
  void the_same_statement_twice_and_a_month_beside_its_weeks_are_no_gap() {
    List<Source> sources = new ArrayList<>(sources(Kept.MT940, -1, 0));
    sources.addAll(sources(Kept.CAMT, -1, 0));
    sources.add(new Story.Memory("month", mt940(0, WEEKS, START)));
    assertEquals(List.of(), run(sources).gaps());
  }

  @Test
  void a_month_tells_of_the_week_that_is_missing() {
    List<Source> sources = new ArrayList<>(sources(Kept.MT940, 2, 0));
    sources.add(new Story.Memory("month", mt940(0, WEEKS, START)));
    assertEquals(List.of(), run(sources).gaps());
  }

  private static List<String> missing(Result result) {
    return result.discrepancies().stream()
        .filter(d -> d.kind() == Kind.MISSING_RECEIPT)
        .map(Discrepancy::orders)
        .flatMap(List::stream)
        .toList();
  }

  /// @param without the week whose statement is left out, or -1
  /// @param off by how much each opening balance is wrong
  private static Result run(Kept kept, int without, long off) {
    return run(sources(kept, without, off));
  }

  private static Result run(List<Source> sources) {
    List<Source> all = new ArrayList<>(sources);
    all.add(new Story.Memory("orders", orders()));
    return Story.run(all);
  }

  private static List<Source> sources(Kept kept, int without, long off) {
    List<Source> sources = new ArrayList<>();
    long balance = START;
    for (int week = 0; week < WEEKS; week++) {
      long opening = balance + week * off;
      if (week != without) {
        String text =
            switch (kept) {
              case MT940 -> mt940(week, week + 1, opening);
              case CAMT -> camt(week, opening);
              case LIST -> list(week, opening);
            };
        sources.add(new Story.Memory(kept + " " + week, text));
      }
      balance += payments(week, week + 1).size() * 100_00L;
    }
    return sources;
  }

  private static String orders() {
    StringBuilder text = new StringBuilder("订单号,下单时间,应付金额,订单状态,支付方式\n");
    for (int i = 0; i < WEEKS * 10; i++) {
      text.append("SO26030%02d,%s 10:00:00,100.00,已支付,银行转账\n".formatted(i, day(i)));
    }
    return text.toString();
  }

  private static LocalDate day(int order) {
    return LocalDate.of(2026, 3, 1 + order / 10 * 7 + order % 10 / 2);
  }

  private static List<Integer> payments(int fromWeek, int toWeek) {
    List<Integer> paid = new ArrayList<>();
    for (int i = fromWeek * 10; i < toWeek * 10; i++) {
      if (i != UNPAID) {
        paid.add(i);
      }
    }
    return paid;
  }

  private static String mt940(int fromWeek, int toWeek, long opening) {
    StringBuilder text = new StringBuilder(":20:S\n:25:98010042\n:28C:1/1\n");
    text.append(":60F:C%sCNY%s\n".formatted(six(1 + fromWeek * 7), comma(opening)));
    long balance = opening;
    for (int i : payments(fromWeek, toWeek)) {
      text.append(":61:%sC100,00NTRFNONREF//B%d\n".formatted(six(day(i).getDayOfMonth() + 1), i));
      text.append(":86:ORDER SO26030%02d\n".formatted(i));
      balance += 100_00;
    }
    return text + ":62F:C%sCNY%s\n-\n".formatted(six(toWeek * 7), comma(balance));
  }

  private static String six(int day) {
    return "2603%02d".formatted(day);
  }

  private static String comma(long minor) {
    return "%d,%02d".formatted(minor / 100, minor % 100);
  }

  private static String camt(int week, long opening) {
    StringBuilder text =
        new StringBuilder(
            "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt>"
                + "<Stmt><Id>S</Id><Acct><Id><Othr><Id>98010042</Id></Othr></Id></Acct>");
    text.append(balance("OPBD", 1 + week * 7, opening));
    List<Integer> paid = payments(week, week + 1);
    text.append(balance("CLBD", 7 + week * 7, opening + paid.size() * 100_00L));
    for (int i : paid) {
      text.append(
          """
          <Ntry><Amt Ccy="CNY">100.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
          <BookgDt><Dt>%s</Dt></BookgDt><AcctSvcrRef>B%d</AcctSvcrRef><NtryDtls><TxDtls><RmtInf>
          <Ustrd>ORDER SO26030%02d</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
          """
              .formatted(day(i).plusDays(1), i, i));
    }
    return text + "</Stmt></BkToCstmrStmt></Document>";
  }

  private static String balance(String code, int day, long minor) {
    return ("<Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy=\"CNY\">%d.%02d</Amt>"
            + "<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-03-%02d</Dt></Dt></Bal>")
        .formatted(code, minor / 100, minor % 100, day);
  }

  private static String list(int week, long opening) {
    StringBuilder text = new StringBuilder("本方账号,交易时间,交易流水号,对方户名,借方发生额,贷方发生额,账户余额,摘要\n");
    long balance = opening;
    for (int i : payments(week, week + 1)) {
      balance += 100_00;
      text.append(
          "98010042,%s 09:%02d:00,B%d,%s,,100.00,%d.%02d,订单SO26030%02d\n"
              .formatted(day(i).plusDays(1), i, i, "客户" + i, balance / 100, balance % 100, i));
    }
    return text.toString();
  }
}
