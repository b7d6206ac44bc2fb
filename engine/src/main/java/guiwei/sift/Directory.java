package guiwei.sift;

import guiwei.statement.StatementLine;
import guiwei.table.Channel;
import guiwei.table.Side;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What the merchant says of its stores and customers: which account and terminal belongs to
/// which store, what a customer is called.
public final class Directory {
  private static final Pattern SEPARATOR = Pattern.compile("[;,|、；，\\s]+");

  private static final Pattern IBAN = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}");

  private static final int SHORTEST_ACCOUNT = 6;

  /// From how many digits on the end of an IBAN is believed to be an account.
  private static final int LOCAL_ACCOUNT = 8;

  private final Map<String, Set<String>> storesByAccount = new HashMap<>();
  private final Map<String, Set<String>> accountsByStore = new HashMap<>();
  private final Map<String, Set<String>> learntStores = new HashMap<>();

  /// Channel and store whose account is learnt.
  private final Set<String> homes = new HashSet<>();

  private final Set<String> stores = new HashSet<>();
  private final Map<Channel, Long> atHome = new EnumMap<>(Channel.class);
  private final Set<String> ordered;

  /// What our stores and companies are called, in small letters.
  private final Set<String> names = new HashSet<>();

  /// Our accounts at banks, by their own statements.
  private final Set<String> statements = new HashSet<>();
  private final Map<String, Set<String>> storesByName = new HashMap<>();
  private final Map<String, String> storeByTerminal = new HashMap<>();

  /// What the orders call a terminal that the journal calls otherwise.
  private final Map<String, String> tillByTerminal = new HashMap<>();

  private final Map<String, String> nameByCustomer = new HashMap<>();
  private final Map<String, Set<String>> customersByName = new HashMap<>();
  private final List<StatementLine> customers = new ArrayList<>();

  /// @param ordered what the orders call their stores
  Directory(List<StatementLine> lines, Set<String> ordered) {
    this.ordered = ordered;
    for (StatementLine line : lines) {
      if (line.side == Side.STORE) {
        store(line);
      } else {
        customers.add(line);
        nameByCustomer.put(line.id, line.payerName);
        if (!line.payerName.isEmpty()) {
          customersByName.computeIfAbsent(line.payerName, n -> new HashSet<>()).add(line.id);
        }
      }
    }
  }

  private void store(StatementLine line) {
    String store = called(line);
    stores.add(store);
    names.add(line.store.toLowerCase(Locale.ROOT));
    if (!line.store.isEmpty()) {
      storesByName.computeIfAbsent(line.store, n -> new HashSet<>()).add(store);
    }
    for (String account : split(line.list + ";" + line.account + ";" + line.subAccount)) {
      if (account.length() >= SHORTEST_ACCOUNT) {
        storesByAccount.computeIfAbsent(account, a -> new HashSet<>()).add(store);
        accountsByStore.computeIfAbsent(store, s -> new HashSet<>()).add(account);
      }
    }
    for (String terminal : split(line.terminal)) {
      if (!terminal.isEmpty()) {
        storeByTerminal.put(terminal, store);
      }
    }
  }

  /// The number of a store, or its name where orders know it by that only.
  private String called(StatementLine line) {
    String number = line.id.isEmpty() ? line.store : line.id;
    return !ordered.contains(number) && ordered.contains(line.store) ? line.store : number;
  }

  /// Whether one of our stores or companies is called so.
  public boolean isOurName(String name) {
    return !name.isEmpty() && names.contains(name.toLowerCase(Locale.ROOT));
  }

  private static List<String> split(String list) {
    return SEPARATOR.splitAsStream(list).toList();
  }

  /// Whether the books say that this account is another store's and not this one's.
  boolean isForeign(String store, String account) {
    Set<String> stores = storesByAccount.getOrDefault(account, Set.of());
    return !store.isEmpty()
        && !stores.isEmpty()
        && !stores.contains(store)
        && accountsByStore.containsKey(store);
  }

  /// The same, or the payments say so where the books say nothing of the account.
  public boolean isStrange(Channel channel, String store, String account) {
    return isForeign(store, account)
        || (!storesByAccount.containsKey(account) && !serves(channel, account, store));
  }

  /// Takes note that the money of a store goes to this account on this channel, as many payments
  /// say.
  public void learn(Channel channel, String store, String account) {
    if (!account.isEmpty() && !store.isEmpty()) {
      learntStores.computeIfAbsent(account, a -> new HashSet<>()).add(store);
      homes.add(channel + " " + store);
    }
  }

  /// Takes note that this terminal is the orders' till of that store.
  public void learnTill(String terminal, String till, String store) {
    if (!till.isEmpty()) {
      tillByTerminal.put(terminal, till);
    }
    if (!store.isEmpty()) {
      storeByTerminal.putIfAbsent(terminal, store);
    }
  }

  /// What the orders call this terminal.
  public String tillOf(String terminal) {
    return tillByTerminal.getOrDefault(terminal, terminal);
  }

  /// Takes note that lines and orders call a store by the same name.
  void learnStore(String store) {
    if (!store.isEmpty()) {
      stores.add(store);
    }
  }

  /// Takes note of payments that were taken in their own order's store.
  void learnAtHome(Channel channel, long payments) {
    atHome.put(channel, payments);
  }

  /// How many plain payments of this channel were taken in their own order's store.
  public long atHome(Channel channel) {
    return atHome.getOrDefault(channel, 0L);
  }

  /// Whether money of this store may reach that account: the merchant's list says so, or the
  /// payments, or nothing is known.
  public boolean serves(Channel channel, String account, String store) {
    if (store.isEmpty() || account.isEmpty()) {
      return true;
    }
    if (storesByAccount.containsKey(account)) {
      return !isForeign(store, account);
    }
    Set<String> learnt = learntStores.getOrDefault(account, Set.of());
    return learnt.isEmpty() || learnt.contains(store) || !homes.contains(channel + " " + store);
  }

  /// Whether the books know a store of that name.
  public boolean hasStore(String store) {
    return stores.contains(store);
  }

  /// The store that a line names by its number or its name as orders name it; empty if it is none
  /// of ours or may be several.
  public String storeCalled(String store) {
    if (hasStore(store)) {
      return store;
    }
    Set<String> named = storesByName.getOrDefault(store, Set.of());
    return named.size() == 1 ? named.iterator().next() : "";
  }

  /// The store of a terminal, empty if the books do not say.
  public String storeOf(String terminal) {
    return storeByTerminal.getOrDefault(terminal, "");
  }

  /// The stores that an account belongs to by the merchant's list.
  public Set<String> storesOf(String account) {
    return storesByAccount.getOrDefault(account, Set.of());
  }

  /// The same, or those whose payments reach it where the list says nothing.
  public Set<String> homesOf(String account) {
    return storesByAccount.containsKey(account)
        ? storesOf(account)
        : learntStores.getOrDefault(account, Set.of());
  }

  /// What a customer is called, empty if unknown.
  public String nameOf(String customer) {
    return nameByCustomer.getOrDefault(customer, "");
  }

  /// The customers of that name.
  public Set<String> customersNamed(String name) {
    return customersByName.getOrDefault(name, Set.of());
  }

  /// What the merchant's list says of its customers.
  public List<StatementLine> customers() {
    return customers;
  }

  /// Whether an account is one of ours: in the merchant's list, or one whose statement was read.
  /// An IBAN holds the account as a national statement writes it at its end.
  public boolean isOurs(String account) {
    return storesByAccount.containsKey(account)
        || statements.contains(account)
        || (IBAN.matcher(account).matches()
            && statements.stream()
                .anyMatch(own -> own.length() >= LOCAL_ACCOUNT && account.endsWith(own)));
  }

  /// Takes note that a bank's statement of this account was read.
  public void learnStatement(String account) {
    if (account.length() >= SHORTEST_ACCOUNT) {
      statements.add(account);
    }
  }
}
