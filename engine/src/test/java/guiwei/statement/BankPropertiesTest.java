package guiwei.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guiwei.money.Decimals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for every statement of a bank, whichever format says it.
class BankPropertiesTest {
  /// A movement in words that every format can carry.
  record Movement(long minor, String id, String reference) {
    String amount(char point) {
      return Decimals.text(Math.abs(minor), 2).replace('.', point);
    }

    String row(boolean referenced) {
      String kind = minor >= 0 ? "PAYMENT" : "TRANSFER";
      String quoted = referenced ? " ref=" + reference : "";
      return kind + " DONE " + Decimals.text(minor, 2) + " CNY 2026-03-01 id=" + id + quoted;
    }
  }

  @Provide
  Arbitrary<List<Movement>> movements() {
    Arbitrary<Long> minor = Arbitraries.longs().between(-9_999_999, 9_999_999).filter(m -> m != 0);
    Arbitrary<String> number =
        Arbitraries.strings().withCharRange('A', 'Z').numeric().ofMinLength(3).ofMaxLength(12);
    return Combinators.combine(minor, number.map(n -> "B" + n), number.map(n -> "SO" + n))
        .as(Movement::new)
        .list()
        .ofMaxSize(12)
        .uniqueElements(Movement::id);
  }

  @Property(tries = 60)
  void a_generated_mt940_reads_back_exactly(@ForAll("movements") List<Movement> movements) {
    StringBuilder text = new StringBuilder(":20:A\n:25:88001\n:28C:1/1\n:60F:C260228CNY10,00\n");
    long balance = 1000;
    for (Movement move : movements) {
      balance += move.minor;
      text.append(":61:2603010301").append(move.minor >= 0 ? "C" : "D").append(move.amount(','));
      text.append("NTRF").append(move.reference).append("//").append(move.id).append('\n');
    }
    text.append(":62F:").append(balance >= 0 ? "C" : "D").append("260301CNY");
    text.append(Decimals.text(Math.abs(balance), 2).replace('.', ',')).append("\n-\n");
    same(movements, text.toString(), true);
  }

  @Property(tries = 60)
  void a_generated_camt_053_reads_back_exactly(@ForAll("movements") List<Movement> movements) {
    StringBuilder text = new StringBuilder("<D><BkToCstmrStmt><Stmt><Id>S</Id>");
    text.append(bal("OPBD", 1000));
    text.append(bal("CLBD", 1000 + movements.stream().mapToLong(Movement::minor).sum()));
    for (Movement move : movements) {
      text.append("<Ntry><Amt Ccy='CNY'>").append(move.amount('.')).append("</Amt><CdtDbtInd>");
      text.append(move.minor >= 0 ? "CRDT" : "DBIT").append("</CdtDbtInd><Sts>BOOK</Sts>");
      text.append("<BookgDt><Dt>2026-03-01</Dt></BookgDt><AcctSvcrRef>").append(move.id);
      text.append("</AcctSvcrRef><NtryDtls><TxDtls><Refs><EndToEndId>").append(move.reference);
      text.append("</EndToEndId></Refs></TxDtls></NtryDtls></Ntry>");
    }
    same(movements, text + "</Stmt></BkToCstmrStmt></D>", true);
  }

  private static String bal(String code, long minor) {
    return "<Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy='CNY'>%s</Amt><CdtDbtInd>%s</CdtDbtInd></Bal>"
        .formatted(code, Decimals.text(Math.abs(minor), 2), minor >= 0 ? "CRDT" : "DBIT");
  }

  @Property(tries = 60)
  void a_generated_ofx_reads_back_exactly(@ForAll("movements") List<Movement> movements) {
    StringBuilder text = new StringBuilder("OFXHEADER:100\n\n<OFX><STMTRS><CURDEF>CNY\n");
    for (Movement move : movements) {
      text.append("<STMTTRN><DTPOSTED>20260301<TRNAMT>").append(Decimals.text(move.minor, 2));
      text.append("<FITID>").append(move.id).append("<REFNUM>").append(move.reference);
      text.append("</STMTTRN>\n");
    }
    same(movements, text + "</STMTRS></OFX>\n", true);
  }

  @Property(tries = 60)
  void a_generated_bai2_reads_back_exactly(@ForAll("movements") List<Movement> movements) {
    long net = movements.stream().mapToLong(Movement::minor).sum();
    long gross = movements.stream().mapToLong(move -> Math.abs(move.minor)).sum();
    List<String> lines = new ArrayList<>();
    lines.add("01,A,B,260302,0600,1,,,2/");
    lines.add("02,A,B,1,260301,2359,CNY,2/");
    lines.add("03,88001,,010,1000,,,015," + (1000 + net) + ",,/");
    for (Movement move : movements) {
      String type = move.minor >= 0 ? "195" : "495";
      long minor = Math.abs(move.minor);
      lines.add("16,%s,%d,Z,%s,%s,/".formatted(type, minor, move.id, move.reference));
    }
    long total = 2000 + net + gross;
    int count = movements.size();
    lines.add("49,%d,%d/".formatted(total, count + 2));
    lines.add("98,%d,1,%d/".formatted(total, count + 4));
    lines.add("99,%d,1,%d/".formatted(total, count + 6));
    same(movements, String.join("\n", lines), true);
  }

  private static void same(List<Movement> movements, String text, boolean referenced) {
    BankTable table = BankTable.read(BankTable.bytes(text));
    assertTrue(table.accepted(), table::toString);
    assertEquals(
        movements.stream().map(move -> move.row(referenced)).toList(),
        table.rows.stream().map(row -> row.replaceAll(" (account|type|state)=\\S+", "")).toList());
  }

  /// Statements that stand whole in the first bytes of a file are complete in themselves: that
  /// the file had more of them cannot be seen.
  private static final Map<String, Integer> STATEMENTS_OF_THEIR_OWN =
      Map.of("mt940-germany-latin1.sta", 3, "mt940-netherlands-blocks.txt", 2);

  @ParameterizedTest
  @MethodSource("guiwei.statement.BankFilesTest#files")
  void a_file_cut_off_anywhere_is_refused_or_holds_completestatements(String file) {
    byte[] whole = BankTable.resource(file);
    BankTable full = BankTable.read(whole);
    for (int length = 0; length < whole.length; length++) {
      BankTable table = BankTable.read(Arrays.copyOf(whole, length));
      int fewer = STATEMENTS_OF_THEIR_OWN.getOrDefault(file, full.rows.size());
      boolean complete = table.rows.size() == fewer || table.rows.equals(full.rows);
      assertTrue(!table.accepted() || complete, file + " cut at " + length + "\n" + table);
    }
  }
}
