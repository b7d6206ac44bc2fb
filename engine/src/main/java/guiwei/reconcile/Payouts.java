package guiwei.reconcile;

import guiwei.outcome.Kind;
import guiwei.outcome.Place;
import guiwei.sift.Directory;
import guiwei.sift.Learnt;
import guiwei.sift.Lots;
import guiwei.sift.Sums;
import guiwei.sift.Withdrawal;
import guiwei.table.Channel;
import guiwei.table.Currencies;
import guiwei.table.Names;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Holds what channels paid into the bank against what their trades come to, net of fees and
/// refunds: one day's net, several days' together, or a day whose net is near and not it.
final class Payouts {
  private static final Pattern WECHAT = Pattern.compile("财付通|微信|tenpay|wechat|weixin");
  private static final Pattern ALIPAY = Pattern.compile("支付宝|alipay|蚂蚁");
  private static final Pattern UNIONPAY = Pattern.compile("银联|unionpay|网联");
  private static final Pattern APART = Pattern.compile("[^0-9A-Za-z]+");
  private static final int LONGEST_LAG = 5;
  private static final int ENOUGH = 3;

  /// Where few days are told, so many exact payouts are enough if fewer are in doubt.
  private static final int FEW = 2;

  private static final int MOST_DAYS = 7;

  /// A number in words is an account's from this many digits on.
  private static final int SHORTEST_ACCOUNT = 8;

  /// Stands for all channels of an account together.
  private static final int JOINT = 15;

  /// How far a payout may be from a day's net and still be that day's, in percent.
  private static final int NEAR_PERCENT = 30;

  private final Board board;
  private final Directory directory;

  /// Net per channel, account and currency, by day, in thousandths of a minor unit.
  private final Map<Long, Map<Integer, Long>> nets = new TreeMap<>();

  /// What the channel's fund bill booked more than was traded, in the same way.
  private final Map<Long, Map<Integer, Long>> booked = new TreeMap<>();

  /// How many days after its day an account usually pays, by how many payouts said so.
  private final Map<Long, int[]> lags = new TreeMap<>();

  private final Map<Long, Set<Integer>> paidDays = new TreeMap<>();

  private final Names accounts;
  private final Withdrawals withdrawals;
  private final Remitters remitters;
  private final Lots lots;

  Payouts(Board board, Learnt learnt, Directory directory) {
    this.board = board;
    this.directory = directory;
    accounts = learnt.accounts();
    Sums booked = learnt.funds().booked();
    List<Withdrawal> told = learnt.withdrawals();
    withdrawals = new Withdrawals(told);
    lots = new Lots(board.nets);
    byDay(board.nets, nets);
    acquirers();
    remitters = new Remitters(board, nets, trades(board.nets));
    byDay(booked, this.booked);
    // a day that only the fund bill knows
    this.booked.forEach(
        (account, days) ->
            days.keySet()
                .forEach(
                    day ->
                        nets.computeIfAbsent(account, k -> new TreeMap<>())
                            .merge(day, 0L, Long::sum)));
  }

  /// An acquirer pays in one sum what came to an account by several channels.
  private void acquirers() {
    Map<Long, Integer> channels = new TreeMap<>();
    nets.keySet().forEach(key -> channels.merge(jointly(key), 1, Integer::sum));
    Map<Long, Map<Integer, Long>> joint = new TreeMap<>();
    nets.forEach(
        (key, days) -> {
          if (channels.getOrDefault(jointly(key), 0) > 1) {
            Map<Integer, Long> all = joint.computeIfAbsent(jointly(key), k -> new TreeMap<>());
            days.forEach((day, net) -> all.merge(day, net, Long::sum));
          }
        });
    nets.putAll(joint);
  }

  /// The key of an account whatever the channel.
  private static long jointly(long key) {
    return (key & ~(15L << 32)) | ((long) JOINT << 32);
  }

  private static void byDay(Sums sums, Map<Long, Map<Integer, Long>> days) {
    sums.each(
        (key, count, sum) -> {
          if (!Lots.isKey(key)) {
            add(days, key >>> 16, (int) key & 0xffff, sum);
          }
        });
  }

  /// How many trades each account had, by day.
  private static Map<Long, Map<Integer, Long>> trades(Sums sums) {
    Map<Long, Map<Integer, Long>> trades = new TreeMap<>();
    sums.each(
        (key, count, sum) -> {
          if (!Lots.isKey(key)) {
            add(trades, key >>> 16, (int) key & 0xffff, count);
            add(trades, jointly(key >>> 16), (int) key & 0xffff, count);
          }
        });
    return trades;
  }

  private static void add(Map<Long, Map<Integer, Long>> days, long key, int day, long amount) {
    days.computeIfAbsent(key, k -> new TreeMap<>()).merge(day, amount, Long::sum);
  }

  void run() {
    remitters.learn();
    List<Paid> payouts = new ArrayList<>();
    for (Paid paid : board.lines) {
      if (paid.payout && !paid.placed() && !batch(paid)) {
        payouts.add(paid);
      }
    }
    List<Paid> open = new ArrayList<>();
    for (Paid paid : payouts) {
      if (withdrawals.take(paid, channel(paid)) != null) {
        explained(paid);
      }
    }
    for (Paid paid : payouts) {
      if (!paid.placed() && !told(paid) && !exact(paid)) {
        open.add(paid);
      }
    }
    List<Paid> acquired = acquired(open);
    open.removeAll(acquired);
    for (Paid paid : open) {
      if (withdrawals.tells(channel(paid)) || !near(paid, open)) {
        explained(paid);
      }
    }
  }

  /// Settles a payout whose words name a batch by what came in that batch; answers whether it did.
  private boolean batch(Paid paid) {
    long net = lots.net(paid.words() + " " + paid.line.reference);
    if (net == Long.MIN_VALUE) {
      return false;
    }
    long due = Math.floorDiv(net + 500, 1000);
    if (due == paid.amount()) {
      explained(paid);
      return true;
    }
    if (!isNear(paid.amount(), due)) {
      return false;
    }
    reportTold(paid, due, "reason.payout-batch");
    return true;
  }

  /// Settles a payout as wrong of which the channel's bill tells another sum; answers whether it
  /// did.
  private boolean told(Paid paid) {
    Withdrawal told = withdrawals.expected(paid, channel(paid));
    if (told == null || !isNear(paid.amount(), told.minor())) {
      return false;
    }
    withdrawals.came(told);
    reportTold(paid, told.minor(), "reason.payout-told");
    return true;
  }

  private void reportTold(Paid paid, long due, String reason) {
    board.put(paid, Place.DISCREPANT);
    board.report(
        Finding.measured(Kind.PAYOUT_DIFFERS, paid.amount() - due)
            .on(paid)
            .because(
                reason,
                Currencies.text(due, paid.line.currency),
                Currencies.text(paid.amount(), paid.line.currency)));
  }

  private void explained(Paid paid) {
    board.match("payout", "unique", List.of(paid), List.of());
  }

  /// Payouts of the acquirer whose terminals' journals we have; answers those it judged.
  private List<Paid> acquired(List<Paid> open) {
    List<Paid> cards =
        open.stream().filter(p -> channel(p) == null || channel(p) == Channel.UNIONPAY).toList();
    Acquirer all = Acquirer.ofAll(board);
    if (all.learn(cards, (cards.size() + 1) / 2)) {
      return judged(cards, List.of(all));
    }
    List<Acquirer> stores = new ArrayList<>(Acquirer.ofStores(board, directory));
    stores.removeIf(store -> !store.learn(cards, store.days() / 2));
    return judged(cards, stores);
  }

  private List<Paid> judged(List<Paid> cards, List<Acquirer> acquirers) {
    List<Paid> judged = new ArrayList<>();
    for (Paid paid : cards) {
      if (acquirers.stream().anyMatch(a -> a.isRight(paid))) {
        explained(paid);
        judged.add(paid);
      }
    }
    for (Paid paid : cards) {
      if (!judged.contains(paid)) {
        List<Acquirer> near =
            acquirers.stream()
                .filter(a -> isNear(paid.amount(), a.expected(paid).minor()))
                .toList();
        if (near.size() == 1) {
          Acquirer.Expected expected = near.getFirst().expected(paid);
          near.getFirst().paid(expected);
          report(paid, expected.minor(), paid.amount() - expected.minor(), expected.day());
          judged.add(paid);
        }
      }
    }
    return judged;
  }

  private static boolean isNear(long paid, long due) {
    return due > 0 && Math.abs(paid - due) * 100 <= due * NEAR_PERCENT;
  }

  private static @Nullable Channel channel(Paid paid) {
    String words =
        (paid.line.payerName + " " + paid.line.remark + " " + paid.line.goods)
            .toLowerCase(Locale.ROOT);
    if (WECHAT.matcher(words).find()) {
      return Channel.WECHAT;
    }
    if (ALIPAY.matcher(words).find()) {
      return Channel.ALIPAY;
    }
    return UNIONPAY.matcher(words).find() ? Channel.UNIONPAY : null;
  }

  /// Accounts of the channel that the payout may be of.
  private List<Long> accounts(Paid paid) {
    List<Long> known = remitters.accounts(paid);
    if (!known.isEmpty()) {
      return known;
    }
    Channel channel = channel(paid);
    int place = channel == null ? JOINT : channel.ordinal();
    return nets.keySet().stream()
        .filter(k -> isOf((int) (k >>> 32) & 15, place))
        .filter(k -> (k & 0xffff) == paid.line.currency)
        .toList();
  }

  /// What card terminals took, or a list of several means tells, is paid out by an acquirer, called
  /// UnionPay or by its own name.
  private static boolean isOf(int channel, int place) {
    boolean cards = place == JOINT || place == Channel.UNIONPAY.ordinal();
    boolean card = channel == Channel.POS.ordinal() || channel == Channel.OTHER.ordinal();
    return channel == place || (cards && card);
  }

  private boolean exact(Paid paid) {
    int day = board.coverage.day(paid.line.epochSecond);
    for (long account : accounts(paid)) {
      Map<Integer, Long> days = nets.getOrDefault(account, Map.of());
      for (int lag = 0; lag <= LONGEST_LAG; lag++) {
        if (!days.containsKey(day - lag)) {
          continue;
        }
        long sum = 0;
        long more = 0;
        Set<Integer> together = new HashSet<>();
        int most = remitters.accounts(paid).isEmpty() ? MOST_DAYS : Remitters.MOST_DAYS;
        for (int back = 0; back < most; back++) {
          if (isPaid(account, day - lag - back)) {
            break;
          }
          sum += net(account, day - lag - back);
          more += more(account, day - lag - back);
          together.add(day - lag - back);
          // a channel pays what it booked; some correct their trades first
          if (isSame(sum + more, paid) || isSame(sum, paid)) {
            paidDays.computeIfAbsent(account, a -> new HashSet<>()).addAll(together);
            lags.computeIfAbsent(account, a -> new int[LONGEST_LAG + 1])[lag]++;
            board.match("payout", "unique", List.of(paid), List.of());
            return true;
          }
        }
      }
    }
    return false;
  }

  private long more(long account, int day) {
    return booked.getOrDefault(account, Map.of()).getOrDefault(day, 0L);
  }

  private static boolean isSame(long milli, Paid paid) {
    return milli == paid.line.amountMinor * 1000;
  }

  private boolean isPaid(long account, int day) {
    return paidDays.getOrDefault(account, Set.of()).contains(day);
  }

  /// Days that nothing paid yet and whose net together is near this payout: the nearest of them,
  /// as a payout on Monday may be of Friday to Sunday.
  private boolean near(Paid paid, List<Paid> open) {
    int day = board.coverage.day(paid.line.epochSecond);
    for (long account : accounts(paid)) {
      if (namesAnother(paid, account)) {
        continue;
      }
      int lag = usualLag(account, open);
      int last = day - lag;
      long net = 0;
      long due = 0;
      int nearest = 0;
      for (int back = 0; lag >= 0 && back < MOST_DAYS && !isPaid(account, last - back); back++) {
        net += net(account, last - back) + more(account, last - back);
        boolean nearer = Math.abs(net / 1000 - paid.amount()) < Math.abs(due - paid.amount());
        if (nearer && isNear(paid.amount(), net / 1000)) {
          due = net / 1000;
          nearest = back + 1;
        }
      }
      if (nearest > 0) {
        Set<Integer> paidHere = paidDays.computeIfAbsent(account, a -> new HashSet<>());
        IntStream.range(0, nearest).forEach(back -> paidHere.add(last - back));
        report(paid, due, paid.amount() - due, last);
        return true;
      }
    }
    return false;
  }

  private long net(long account, int day) {
    return nets.getOrDefault(account, Map.of()).getOrDefault(day, 0L);
  }

  /// Whether the words name an account of ours, and not this one.
  private boolean namesAnother(Paid paid, long account) {
    List<String> ours = named(paid);
    int number = (int) (account >>> 16) & 0xffff;
    return !ours.isEmpty() && ours.stream().noneMatch(own -> accounts.of(own) == number);
  }

  /// The accounts of ours that the words name.
  private List<String> named(Paid paid) {
    return APART
        .splitAsStream(paid.words())
        .filter(word -> word.length() >= SHORTEST_ACCOUNT && directory.isOurs(word))
        .distinct()
        .toList();
  }

  /// The lag of most exact payouts, or -1 while too few are known to judge by.
  private int usualLag(long account, List<Paid> open) {
    int[] counts = lags.getOrDefault(account, new int[LONGEST_LAG + 1]);
    int best = 0;
    for (int lag = 1; lag <= LONGEST_LAG; lag++) {
      best = counts[lag] > counts[best] ? lag : best;
    }
    boolean known = counts[best] >= ENOUGH || (counts[best] == FEW && doubted(account, open) < FEW);
    return known ? best : -1;
  }

  private long doubted(long account, List<Paid> open) {
    return open.stream().filter(paid -> accounts(paid).contains(account)).count();
  }

  private void report(Paid paid, long due, long difference, int day) {
    board.put(paid, Place.DISCREPANT);
    board.report(
        Finding.measured(Kind.PAYOUT_DIFFERS, difference)
            .on(paid)
            .because(
                "reason.payout-differs",
                java.time.LocalDate.ofEpochDay(day).toString(),
                Currencies.text(due, paid.line.currency),
                Currencies.text(paid.amount(), paid.line.currency)));
  }
}
