package guiwei.statement;

import guiwei.table.RefusedFile;

/// The control totals and counts of a BAI2 file on its three levels.
final class Bai2Totals {
  /// What a trailer declares and what stands above it.
  private static final class Level {
    long sum;
    long children;
    long records;

    void clear() {
      sum = 0;
      children = 0;
      records = 0;
    }

    void take(Level below) {
      sum = Math.addExact(sum, below.sum);
      records += below.records;
      children++;
    }
  }

  private final Monies monies;
  private final Checks checks;
  private final Level file = new Level();
  private final Level group = new Level();
  private final Level account = new Level();

  Bai2Totals(Monies monies, Checks checks) {
    this.monies = monies;
    this.checks = checks;
  }

  void beginFile(Bai2Records.Entry header) {
    file.clear();
    file.records = header.physical();
  }

  void beginGroup(Bai2Records.Entry header) {
    group.clear();
    group.records = header.physical();
  }

  void beginAccount(Bai2Records.Entry header) {
    account.clear();
    account.records = header.physical();
  }

  void detail(Bai2Records.Entry detail) {
    account.records += detail.physical();
  }

  /// An amount of the account's header or details, with its sign, in units of the file.
  void amount(long minor) {
    account.sum = Math.addExact(account.sum, minor);
  }

  void endAccount(Bai2Records.Entry trailer, String name, int digits) throws RefusedFile {
    Bai2Fields fields = new Bai2Fields(trailer.rest());
    account.records += trailer.physical();
    sum(name + ": control total", fields, account, digits);
    count(name + ": number of records", fields, account.records);
    group.take(account);
  }

  void endGroup(Bai2Records.Entry trailer, long number) throws RefusedFile {
    Bai2Fields fields = new Bai2Fields(trailer.rest());
    group.records += trailer.physical();
    String name = "group " + number;
    sum(name + ": control total", fields, group, 0);
    count(name + ": number of accounts", fields, group.children);
    count(name + ": number of records", fields, group.records);
    file.take(group);
  }

  void endFile(Bai2Records.Entry trailer) throws RefusedFile {
    Bai2Fields fields = new Bai2Fields(trailer.rest());
    file.records += trailer.physical();
    sum("file: control total", fields, file, 0);
    count("file: number of groups", fields, file.children);
    count("file: number of records", fields, file.records);
  }

  private void sum(String what, Bai2Fields fields, Level level, int digits) throws RefusedFile {
    String text = fields.next();
    if (!text.isEmpty()) {
      checks.amount(what, whole(what, text), level.sum, digits);
    }
  }

  private void count(String what, Bai2Fields fields, long found) throws RefusedFile {
    String text = fields.next();
    if (!text.isEmpty()) {
      checks.count(what, whole(what, text), found);
    }
  }

  private long whole(String what, String text) throws RefusedFile {
    long value = monies.whole(text);
    if (value == Monies.UNREADABLE) {
      throw new RefusedFile(RefusedFile.Problem.BROKEN, what + " is " + text);
    }
    return value;
  }
}
