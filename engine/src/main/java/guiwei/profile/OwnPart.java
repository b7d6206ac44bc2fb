package guiwei.profile;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// A bill of which an insurance pays a part: the patient owes the rest, which stands in a column of
/// its own beside the whole and the parts of the insurance.
record OwnPart(Figures figures) {
  private static final Pattern OWN =
      Pattern.compile(
          "(患者|病人|个人|本人|)(自费|自付|自负|自理|现金支付|现金自付|负担|承担|应付|应缴|实付|支付)(部分|)(金额|额|合计|总额|)"
              + "|(patient|self|own)(pay|paid|part|share|portion|due|payable|responsibility)(amount|amt|)");
  private static final Pattern PLAINLY_OWN =
      Pattern.compile("(患者|病人|个人|本人|patient|self|own).*|(自费|自付|自负|自理).*");
  private static final Pattern INSURED =
      Pattern.compile(
          "(?!.*(号|类型|类别|编码|名称|余额|标志)$)"
              + ".*(医保|统筹|个人账户|个账|医疗保险|大病|大额|公务员|救助|补助|补充保险|商保|共济|记账|基金|报销|insur).*");

  /// Below everything that a row of figures may come to.
  private static final long WORDS = Long.MIN_VALUE >> 12;

  /// The column of what the patient owes of this whole, -1 where there is none.
  int of(int whole) {
    int[] own = own(whole);
    return IntStream.of(own).filter(column -> ties(column, whole)).findFirst().orElse(-1);
  }

  /// A column of own parts that differ from the whole, though nothing says who pays the rest; -1
  /// where there is none.
  int untied(int whole) {
    return IntStream.of(own(whole))
        .filter(
            column ->
                figures.body().stream().anyMatch(row -> amount(row, column) != amount(row, whole))
                    && figures.body().stream()
                        .allMatch(
                            row -> Math.abs(amount(row, column)) <= Math.abs(amount(row, whole))))
        .findFirst()
        .orElse(-1);
  }

  private int[] own(int whole) {
    return figures
        .columns()
        .filter(column -> column != whole && isOwn(figures.plain(column)))
        .filter(column -> !figures.body().isEmpty())
        .filter(column -> figures.body().stream().allMatch(row -> isPart(row, column, whole)))
        .toArray();
  }

  /// What is taken back is negative in all its parts.
  private boolean isPart(List<String> row, int column, int whole) {
    long own = amount(row, column);
    return own >= 0 || (own != WORDS && amount(row, whole) < 0);
  }

  private static boolean isOwn(String plain) {
    return OWN.matcher(plain).matches() && PLAINLY_OWN.matcher(plain).matches();
  }

  private boolean ties(int own, int whole) {
    int[] insured =
        figures
            .columns()
            .filter(column -> column != own && column != whole)
            .filter(column -> INSURED.matcher(figures.plain(column)).matches())
            .toArray();
    return makesUp(own, whole, insured)
        || IntStream.of(insured).anyMatch(one -> makesUp(own, whole, one));
  }

  private boolean makesUp(int own, int whole, int... insured) {
    return insured.length > 0
        && figures.body().stream()
            .allMatch(
                row ->
                    amount(row, own) + IntStream.of(insured).mapToLong(c -> amount(row, c)).sum()
                        == amount(row, whole));
  }

  /// What stands there; nothing is nothing, and words are below it.
  private long amount(List<String> row, int column) {
    return figures.isEmpty(row, column) ? 0 : figures.amount(row, column, WORDS);
  }
}
