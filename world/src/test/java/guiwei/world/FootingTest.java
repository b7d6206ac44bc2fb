package guiwei.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the files declare about themselves holds.
final class FootingTest {
  @TempDir Path dir;
  private Told told = new Told(Path.of(""));

  @BeforeEach
  void make() throws IOException {
    told = Told.of(Setting.standard().orders(1_500).days(9).seed(6), dir);
  }

  @Test
  void a_wechat_trade_bill_adds_up_to_its_summary() throws IOException {
    List<String> bills = told.texts("wechat/trade");
    assertEquals(9, bills.size());
    for (String bill : bills) {
      List<String> lines = bill.lines().toList();
      long[] sums = new long[7];
      for (String line : lines.subList(1, lines.size() - 2)) {
        String[] cells = line.substring(1).split(",`", -1);
        assertEquals(27, cells.length, line);
        sums[0]++;
        int[] columns = {12, 16, 17, 22, 24, 25};
        for (int i = 0; i < columns.length; i++) {
          String figure = cells[columns[i]];
          sums[i + 1] += Told.minor(columns[i] == 22 ? figure.replaceAll("000$", "") : figure);
        }
      }
      String[] declared = lines.getLast().substring(1).split(",`", -1);
      assertEquals(sums[0], Long.parseLong(declared[0]));
      for (int i = 1; i < sums.length; i++) {
        assertEquals(sums[i], Told.minor(declared[i]), lines.get(lines.size() - 2));
      }
    }
  }

  @Test
  void a_wechat_fund_bill_chains_its_balance_and_adds_up() throws IOException {
    long balance = 1_000_000;
    for (String bill : told.texts("wechat/fund")) {
      List<String> lines = bill.lines().toList();
      long income = 0;
      long expense = 0;
      for (String line : lines.subList(1, lines.size() - 2)) {
        String[] cells = line.substring(1).split(",`", -1);
        long amount = Told.minor(cells[6]);
        boolean in = "收入".equals(cells[5]);
        income += in ? amount : 0;
        expense += in ? 0 : amount;
        balance += in ? amount : -amount;
        assertEquals(balance, Told.minor(cells[7]), line);
      }
      String[] declared = lines.getLast().substring(1).split(",`", -1);
      assertEquals(income, Told.minor(declared[2]));
      assertEquals(expense, Told.minor(declared[4]));
    }
  }

  @Test
  void an_alipay_business_bill_adds_up_to_its_last_lines() throws IOException {
    Pattern payments = Pattern.compile("#交易合计：(\\d+)笔，商家实收共([-.0-9]+)元，商家优惠共([-.0-9]+)元");
    for (String bill : told.texts("_业务明细.csv")) {
      long count = 0;
      long received = 0;
      for (String line : bill.lines().filter(l -> l.contains("\t,交易\t,")).toList()) {
        count++;
        received += Told.minor(line.split(",", -1)[12]);
      }
      Matcher declared = payments.matcher(bill);
      assertTrue(declared.find(), bill);
      assertEquals(count, Long.parseLong(declared.group(1)));
      assertEquals(received, Told.minor(declared.group(2)));
    }
  }

  @Test
  void an_alipay_account_bill_chains_its_balance() throws IOException {
    long balance = 2_000_000;
    for (String bill : told.texts("_账务明细.csv")) {
      for (String line : bill.lines().filter(l -> l.matches("\\d.*")).toList()) {
        String[] cells = line.split(",", -1);
        assertEquals(12, cells.length, line);
        balance += Told.minor(cells[6]) + Told.minor(cells[7]);
        assertEquals(balance, Told.minor(cells[8]), line);
      }
    }
  }

  @Test
  void a_camt_statement_opens_with_what_the_last_one_closed() throws IOException {
    Pattern money =
        Pattern.compile(
            "<(Bal|Ntry)>.*?<Amt Ccy=\"...\">([0-9.]+)</Amt><CdtDbtInd>(CRDT|DBIT)</CdtDbtInd>");
    for (String file : told.texts("camt053")) {
      Long closed = null;
      for (String statement : file.split("</Stmt>", -1)) {
        Matcher found = money.matcher(statement);
        long balance = 0;
        long declared = 0;
        int place = 0;
        while (found.find()) {
          long amount = Told.minor(found.group(2)) * ("CRDT".equals(found.group(3)) ? 1 : -1);
          if (place == 1) {
            declared = amount;
          } else {
            balance += amount;
          }
          if (place == 0 && closed != null) {
            assertEquals(closed, amount);
          }
          place++;
        }
        assertEquals(declared, balance);
        closed = place == 0 ? closed : Long.valueOf(declared);
      }
    }
  }

  @Test
  void an_mt940_message_runs_from_its_opening_to_its_closing_balance() throws IOException {
    Pattern entry = Pattern.compile(":(60F|61|62F):(?:\\d{10}|C\\d{6}CNY)([CD]?)([0-9]+,[0-9]{2})");
    for (String message : told.texts("mt940").getFirst().split("-\\}", -1)) {
      Matcher found = entry.matcher(message);
      long balance = 0;
      while (found.find()) {
        long amount = Told.minor(found.group(3).replace(',', '.'));
        switch (found.group(1)) {
          case "62F" -> assertEquals(balance, amount, message);
          case "61" -> balance += "C".equals(found.group(2)) ? amount : -amount;
          default -> balance = amount;
        }
      }
    }
  }

  @Test
  void a_bank_export_chains_its_balance() throws IOException {
    String text = told.texts("bank/account").getFirst();
    Long last = null;
    for (Told.Row row : Told.rows(text.substring(text.indexOf("交易日期")))) {
      String in = row.get("收入金额");
      String out = row.get("支出金额");
      long move = (in.isEmpty() ? 0 : Told.minor(in)) - (out.isEmpty() ? 0 : Told.minor(out));
      long balance = Told.minor(row.get("账户余额"));
      if (last != null) {
        assertEquals(last + move, balance, row::toString);
      }
      last = balance;
    }
  }

  @Test
  void a_unionpay_row_has_every_field_in_its_place() throws IOException {
    for (String file : told.texts("unionpay")) {
      for (String line : file.lines().toList()) {
        assertEquals(607, line.length());
        long fee = Long.parseLong(line.substring(167, 179));
        assertTrue(fee < Long.parseLong(line.substring(66, 78)), line);
      }
    }
  }

  @Test
  void a_channel_pays_out_what_its_account_took_in_the_day_before() throws IOException {
    List<String> funds = told.texts("wechat/fund");
    for (int day = 1; day < funds.size(); day++) {
      long net = 0;
      for (String line : funds.get(day - 1).lines().filter(l -> !l.contains("`提现")).toList()) {
        String[] cells = line.substring(1).split(",`", -1);
        if (cells.length == 11) {
          net += Told.minor(cells[6]) * ("收入".equals(cells[5]) ? 1 : -1);
        }
      }
      String out = funds.get(day).lines().filter(l -> l.contains("`提现")).findFirst().orElse("");
      assertEquals(net, Told.minor(out.substring(1).split(",`", -1)[6]), out);
    }
  }
}
