package guiwei.statement;

import guiwei.table.LineKind;
import java.util.Set;

/// What the codes of banks say a movement was. Sources: ISO 20022 external code set for bank
/// transaction codes, SWIFT field 61 subfield 6, the German business transaction codes (GVC)
/// and the BAI2 uniform type codes.
final class BankCodes {
  private static final Set<String> FEES =
      Set.of("CHRG", "COMM", "COMI", "COME", "COMT", "FEES", "TAXE");
  private static final Set<String> RETURNS =
      Set.of("RRTN", "RPCR", "UPDD", "UPCT", "UPCQ", "PRDD", "RCDD", "RVFM", "URCQ", "URDD");
  private static final Set<String> BALANCING = Set.of("ZABA", "SWEP", "TOPG", "DSBR", "ODFT");
  private static final Set<String> MT_SWEEPS =
      Set.of("CMI", "CMN", "CMP", "CMS", "CMT", "CMZ", "ZBA", "SWP");
  private static final Set<String> GVC_FEES = Set.of("808", "809");
  private static final Set<String> GVC_RETURNS =
      Set.of("108", "109", "159", "181", "182", "183", "899");
  private static final Set<String> GVC_SWEEPS = Set.of("833", "834");
  private static final Set<String> BAI_INTEREST = Set.of("346", "347", "354", "355", "654", "655");
  private static final Set<String> BAI_FEES = Set.of("567", "661", "662", "697", "698");
  private static final Set<String> BAI_RETURNS =
      Set.of(
          "252", "255", "257", "258", "261", "266", "552", "555", "556", "557", "558", "561",
          "566");
  private static final Set<String> BAI_SWEEPS = Set.of("275", "277", "575", "577", "350", "351");

  private BankCodes() {}

  /// A movement without a code that says more: money in is a payment, money out a transfer.
  static LineKind plain(boolean credit) {
    return credit ? LineKind.PAYMENT : LineKind.TRANSFER;
  }

  private static LineKind fee(boolean credit) {
    return credit ? LineKind.FEE_BACK : LineKind.FEE;
  }

  /// @param reversed the bank took back what it had booked before
  static LineKind iso(
      String domain, String family, String subfamily, boolean credit, boolean reversed) {
    if (FEES.contains(subfamily)) {
      return fee(credit);
    }
    if (subfamily.equals("INTR")) {
      return LineKind.INTEREST;
    }
    if (reversed || RETURNS.contains(subfamily)) {
      return LineKind.VOID;
    }
    if (family.equals("ACCB") || BALANCING.contains(subfamily)) {
      return LineKind.TRANSFER;
    }
    boolean cardRefund = domain.equals("PMNT") && family.equals("MCRD") && !credit;
    return cardRefund ? LineKind.REFUND : plain(credit);
  }

  /// @param type the three letters after the `N`, `F` or `S`
  /// @param gvc the three digits that a German :86: begins with, or empty
  static LineKind swift(String type, String gvc, boolean credit, boolean reversed) {
    if (type.equals("CHG") || type.equals("COM") || GVC_FEES.contains(gvc)) {
      return fee(credit);
    }
    if (type.equals("INT") || gvc.equals("814")) {
      return LineKind.INTEREST;
    }
    if (reversed || type.equals("RTI") || GVC_RETURNS.contains(gvc)) {
      return LineKind.VOID;
    }
    boolean sweep = MT_SWEEPS.contains(type) || GVC_SWEEPS.contains(gvc);
    return sweep ? LineKind.TRANSFER : plain(credit);
  }

  static LineKind bai(String code, boolean credit) {
    if (BAI_FEES.contains(code) || code.equals("398")) {
      return fee(credit);
    }
    if (BAI_INTEREST.contains(code)) {
      return LineKind.INTEREST;
    }
    if (BAI_RETURNS.contains(code)) {
      return LineKind.VOID;
    }
    return BAI_SWEEPS.contains(code) ? LineKind.TRANSFER : plain(credit);
  }

  static LineKind ofx(String type, boolean credit) {
    return switch (type) {
      case "INT", "DIV" -> LineKind.INTEREST;
      case "FEE", "SRVCHG" -> fee(credit);
      default -> plain(credit);
    };
  }
}
