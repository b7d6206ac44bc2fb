package guiwei.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;

/// Invents a merchant's days from a seed: the files its channels would send, and the truth.
public final class World {
  /// What was made and where.
  ///
  /// @param in what the product may see
  /// @param truth what only a scorer may see
  /// @param payments payments of customers in trade bills, journals and bank statements
  /// @param receipts every line of those files
  public record Made(
      Path in,
      Path truth,
      long orders,
      long payments,
      long receipts,
      long wrong,
      long lookalikes) {}

  private final Setting setting;
  private final Scene.Stage stage;
  private final Dice dice;
  private final Ledger ledger;
  private final Catalogue catalogue;
  private final References references;
  private final Payouts payouts;
  private final Bookings bookings;
  private final Household household;
  private long orders;
  private long payments;
  private long receipts;

  private World(Setting setting) {
    this.setting = setting;
    stage =
        new Scene.Stage(setting, new Merchant(setting), new People(setting), new Prices(setting));
    dice = new Dice(setting.seed());
    ledger = new Ledger(setting);
    catalogue = new Catalogue(setting);
    references = new References(setting);
    payouts = new Payouts(stage, ledger);
    bookings = new Bookings(stage);
    household = new Household(stage, ledger);
  }

  /// Fills an empty folder (made where it is missing) with `in` and `truth`.
  public static Made make(Setting setting, Path dir) throws IOException {
    Files.createDirectories(dir);
    try (Stream<Path> inside = Files.list(dir)) {
      if (inside.findAny().isPresent()) {
        throw new IllegalArgumentException(dir + " is not empty: name a new folder");
      }
    }
    return new World(setting).write(dir);
  }

  private Made write(Path dir) {
    Folder in = new Folder(dir.resolve("in"));
    Folder truth = new Folder(dir.resolve("truth"));
    Registers.stores(in, stage.merchant());
    if (!setting.isLean()) {
      Registers.customers(in, stage.people());
    }
    try (OrdersFile ordersFile = new OrdersFile(in, setting, stage.people());
        Statements statements = new Statements(in, stage, references);
        TruthFiles truths = new TruthFiles(truth, setting, stage.people())) {
      for (int day = 0; day < setting.days(); day++) {
        tell(day);
        household.live(setting.firstDay().plusDays(day));
        write(ledger.tear(day), setting.firstDay().plusDays(day), ordersFile, statements, truths);
      }
      return new Made(
          in.root(), truth.root(), orders, payments, receipts, truths.cases(), truths.innocents);
    }
  }

  /// Tells the day's stories, from the first customer of the day to the last.
  private void tell(int day) {
    long target = setting.orders() * (day + 1) / setting.days();
    long[] starts = new long[(int) Math.max(0, target - orders)];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = setting.start() + (long) day * Clock.DAY + Hours.any(dice);
    }
    Arrays.sort(starts);
    for (int i = 0; i < starts.length && orders < target; i++) {
      boolean open = Hours.isOpen(starts[i]);
      Store store = open ? Hours.store(stage.merchant(), dice) : stage.merchant().stores.getFirst();
      ledger.take(scene(store, starts[i]));
    }
  }

  private Scene scene(Store store, long at) {
    double roll = dice.unit();
    for (int tries = 0; tries < 12; tries++) {
      Scene scene = new Scene(stage, dice, store, at);
      if (catalogue.next(setting.temper(), roll, dice).play(scene)
          && (scene.mayBeCut || scene.isWhole())) {
        orders += scene.orders.size();
        return scene;
      }
    }
    Scene scene = new Scene(stage, dice, store, at);
    Ordinary.play(scene);
    orders += scene.orders.size();
    return scene;
  }

  private void write(
      Ledger.Page page,
      LocalDate day,
      OrdersFile ordersFile,
      Statements statements,
      TruthFiles truths) {
    page.orders.sort(Comparator.comparingLong(order -> order.at));
    for (Order order : page.orders) {
      references.enter(order);
      ordersFile.add(order);
    }
    bookings.muddle(page);
    page.lines.sort(Comparator.comparingLong(line -> line.at));
    Twins.mark(page);
    statements.open(day);
    for (Line line : page.lines) {
      statements.line(line);
      truths.add(line);
      receipts++;
      payments += line.doing == Doing.PAYMENT ? 1 : 0;
    }
    statements.shut(day);
    payouts.settle(day, page.lines);
    page.truths.forEach(truths::add);
  }
}
