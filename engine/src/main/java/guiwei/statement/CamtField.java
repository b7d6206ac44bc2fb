package guiwei.statement;

/// What a camt.053 or camt.054 says of a statement, its entries and their details, with the
/// paths under `Stmt` or `Ntfctn` where the versions from 1 on put it.
enum CamtField {
  STATEMENT(""),
  STATEMENT_ID("Id"),
  ACCOUNT("Acct/Id/IBAN", "Acct/Id/Othr/Id", "Acct/Id/BBAN", "Acct/Id/PrtryAcct/Id"),

  BALANCE("Bal"),
  BALANCE_CODE("Bal/Tp/CdOrPrtry/Cd", "Bal/Tp/Cd"),
  BALANCE_AMOUNT("Bal/Amt"),
  BALANCE_SIGN("Bal/CdtDbtInd"),
  BALANCE_DAY("Bal/Dt/Dt", "Bal/Dt/DtTm"),

  TOTAL_COUNT("TxsSummry/TtlNtries/NbOfNtries"),
  TOTAL_SUM("TxsSummry/TtlNtries/Sum"),
  TOTAL_NET("TxsSummry/TtlNtries/TtlNetNtry/Amt", "TxsSummry/TtlNtries/TtlNetNtryAmt"),
  TOTAL_NET_SIGN("TxsSummry/TtlNtries/TtlNetNtry/CdtDbtInd", "TxsSummry/TtlNtries/CdtDbtInd"),
  CREDIT_COUNT("TxsSummry/TtlCdtNtries/NbOfNtries"),
  CREDIT_SUM("TxsSummry/TtlCdtNtries/Sum"),
  DEBIT_COUNT("TxsSummry/TtlDbtNtries/NbOfNtries"),
  DEBIT_SUM("TxsSummry/TtlDbtNtries/Sum"),

  ENTRY("Ntry"),
  ENTRY_REF("Ntry/NtryRef"),
  ENTRY_SERVICER_REF("Ntry/AcctSvcrRef"),
  ENTRY_REVERSAL("Ntry/RvslInd"),
  ENTRY_STATUS("Ntry/Sts", "Ntry/Sts/Cd"),
  ENTRY_BOOKED("Ntry/BookgDt/Dt", "Ntry/BookgDt/DtTm"),
  ENTRY_VALUE("Ntry/ValDt/Dt", "Ntry/ValDt/DtTm"),
  ENTRY_WORDS("Ntry/AddtlNtryInf"),
  BATCH_COUNT("Ntry/NtryDtls/Btch/NbOfTxs"),
  BATCH_MESSAGE("Ntry/NtryDtls/Btch/MsgId"),
  BATCH_PAYMENT("Ntry/NtryDtls/Btch/PmtInfId"),
  TOLD_ELSEWHERE("Ntry/AddtlInfInd/MsgNmId"),

  // below: an entry and its details say these alike
  DETAIL("Ntry/NtryDtls/TxDtls", "Ntry/TxDtls"),
  AMOUNT("*Amt"),
  SIGN("*CdtDbtInd"),
  INSTRUCTED("*AmtDtls/InstdAmt/Amt"),
  TRANSACTED("*AmtDtls/TxAmt/Amt"),
  COUNTER_VALUE("*AmtDtls/CntrValAmt/Amt"),
  RATE(
      "*AmtDtls/TxAmt/CcyXchg/XchgRate",
      "*AmtDtls/InstdAmt/CcyXchg/XchgRate",
      "*AmtDtls/CntrValAmt/CcyXchg/XchgRate"),
  CHARGES("*Chrgs/TtlChrgsAndTaxAmt", "*Chrgs/Amt"),
  CHARGE("*Chrgs/Rcrd/Amt"),
  CHARGE_SIGN("*Chrgs/Rcrd/CdtDbtInd"),
  DOMAIN("*BkTxCd/Domn/Cd"),
  FAMILY("*BkTxCd/Domn/Fmly/Cd"),
  SUBFAMILY("*BkTxCd/Domn/Fmly/SubFmlyCd"),
  OWN_CODE("*BkTxCd/Prtry/Cd"),

  SERVICER_REF("+Refs/AcctSvcrRef"),
  SERVICER_TX("+Refs/AcctSvcrTxId"),
  TX_ID("+Refs/TxId"),
  END_TO_END("+Refs/EndToEndId"),
  INSTRUCTION("+Refs/InstrId"),
  UNSTRUCTURED("+RmtInf/Ustrd"),
  CREDITOR_REF("+RmtInf/Strd/CdtrRefInf/Ref", "+RmtInf/Strd/CdtrRefInf/CdtrRef"),
  DOCUMENT("+RmtInf/Strd/RfrdDocInf/Nb", "+RmtInf/Strd/RfrdDocInf/RfrdDocNb"),
  STRUCTURED_WORDS("+RmtInf/Strd/AddtlRmtInf"),
  TX_WORDS("+AddtlTxInf"),
  TX_TIME("+RltdDts/TxDtTm", "+RltdDts/AccptncDtTm"),
  RETURNED("+RtrInf/Rsn/Cd", "+RtrInf/Rsn/Prtry"),
  DEBTOR("+RltdPties/Dbtr/Nm", "+RltdPties/Dbtr/Pty/Nm", "+RltdPties/Dbtr/Agt/FinInstnId/Nm"),
  FIRST_DEBTOR("+RltdPties/UltmtDbtr/Nm", "+RltdPties/UltmtDbtr/Pty/Nm"),
  DEBTOR_ACCOUNT(
      "+RltdPties/DbtrAcct/Id/IBAN", "+RltdPties/DbtrAcct/Id/Othr/Id",
      "+RltdPties/DbtrAcct/Id/BBAN", "+RltdPties/DbtrAcct/Id/PrtryAcct/Id"),
  DEBTOR_AGENT("+RltdAgts/DbtrAgt/FinInstnId/Nm"),
  DEBTOR_AGENT_BIC(
      "+RltdAgts/DbtrAgt/FinInstnId/BICFI",
      "+RltdAgts/DbtrAgt/FinInstnId/BIC",
      "+RltdAgts/DbtrAgt/FinInstnId/ClrSysMmbId/MmbId"),
  CREDITOR("+RltdPties/Cdtr/Nm", "+RltdPties/Cdtr/Pty/Nm", "+RltdPties/Cdtr/Agt/FinInstnId/Nm"),
  LAST_CREDITOR("+RltdPties/UltmtCdtr/Nm", "+RltdPties/UltmtCdtr/Pty/Nm"),
  CREDITOR_ACCOUNT(
      "+RltdPties/CdtrAcct/Id/IBAN", "+RltdPties/CdtrAcct/Id/Othr/Id",
      "+RltdPties/CdtrAcct/Id/BBAN", "+RltdPties/CdtrAcct/Id/PrtryAcct/Id"),
  CREDITOR_AGENT("+RltdAgts/CdtrAgt/FinInstnId/Nm"),
  CREDITOR_AGENT_BIC(
      "+RltdAgts/CdtrAgt/FinInstnId/BICFI",
      "+RltdAgts/CdtrAgt/FinInstnId/BIC",
      "+RltdAgts/CdtrAgt/FinInstnId/ClrSysMmbId/MmbId");

  private final String paths;

  CamtField(String... paths) {
    this.paths = String.join("|", paths);
  }

  /// Whether several values of one entry or detail are kept, separated by line ends.
  boolean repeats() {
    return switch (this) {
      case UNSTRUCTURED, CREDITOR_REF, DOCUMENT, STRUCTURED_WORDS, CHARGE, CHARGE_SIGN -> true;
      default -> false;
    };
  }

  /// The tree of all paths; `*` stands for an entry and a detail, `+` for a detail.
  static XmlPaths<CamtField> tree(String message, String statement) {
    XmlPaths<CamtField> tree = new XmlPaths<>();
    String root = message + "/" + statement;
    for (CamtField field : values()) {
      for (String path : field.paths.split("\\|", -1)) {
        String rest = path.startsWith("*") || path.startsWith("+") ? path.substring(1) : path;
        if (path.isEmpty()) {
          tree.add(root, field);
        } else if (rest.equals(path)) {
          tree.add(root + "/" + path, field);
        } else {
          tree.add(root + "/Ntry/NtryDtls/TxDtls/" + rest, field);
          tree.add(root + "/Ntry/TxDtls/" + rest, field);
        }
        if (path.startsWith("*")) {
          tree.add(root + "/Ntry/" + rest, field);
        }
      }
    }
    return tree;
  }
}
