package guiwei.reconcile;

import static java.util.stream.Collectors.toSet;

import guiwei.number.Identifiers;
import guiwei.number.Numbers;
import guiwei.sift.Crew;
import guiwei.sift.Directory;
import guiwei.statement.StatementLine;
import guiwei.table.Book;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Whose business a payment is by its words: the customers whose name or identifier (a room, a
/// plate) stands on the payer's side or in the remark, however it is written, and those for whom
/// the same account or name paid before with an order's number.
final class Payers {
  private static final Pattern COMPANY =
      Pattern.compile("(?:股份|有限|责任|集团)*公司$|(?:co|ltd|limited|inc|llc|gmbh)+$");
  private static final Pattern WORDS_APART = Pattern.compile("[\\s,，、;；:：/|]+");
  private static final String BRACKETS = "()[]<>【】《》〈〉「」";
  private static final int BEGINNINGS = 1 << 16;
  private static final int ENOUGH = 20;
  private static final int SHORTEST = 2;
  private static final int LONGEST = 40;

  private final Board board;
  private final Directory directory;
  private final Map<String, Set<String>> byName = new HashMap<>();
  private final Map<String, Set<String>> byAccount = new HashMap<>();

  /// Customers by what their orders' words or their own numbers identify them with, each with the
  /// store in which it does: two houses of the merchant have the same rooms.
  private final Map<String, Set<Known>> byIdentifier = new HashMap<>();

  private record Known(String customer, String store) {}

  /// Names of stores that payers may write: two characters or more, the first of them Chinese.
  private final Set<String> stores = new HashSet<>();

  /// Names that stand beside orders, such as a pupil's parents: they speak for a payer only.
  private final Map<String, Set<String>> beside = new HashMap<>();

  private final Set<String> customers = new HashSet<>();

  /// The first two characters of every name: most places in most words begin none.
  private final BitSet beginnings = new BitSet(BEGINNINGS);

  private int longest;

  Payers(Board board, Directory directory) {
    this.board = board;
    this.directory = directory;
    for (StatementLine line : directory.customers()) {
      customer(line.payerName, line.id);
      name(line.id, line.id);
      identifier(line.id, line.id, "");
      account(line.payer, line.id);
    }
    for (Due due : board.dues) {
      customer(due.order.customerName, due.customer());
      for (String word : WORDS_APART.split(due.order.remark, -1)) {
        beside(word, due.customer());
      }
      name(due.order.customer, due.customer());
      identifier(due.order.customer, due.customer(), due.order.store);
      identifier(due.order.remark, due.customer(), due.order.store);
      for (Paid paid : due.payments) {
        if (paid.line.book == Book.BANK && paid.amount() == due.due()) {
          name(paid.line.payerName, due.customer());
        }
        account(paid.line.payer, due.customer());
      }
    }
  }

  private void customer(String name, String customer) {
    name(name, customer);
    customers.add(key(name));
  }

  private void beside(String word, String customer) {
    if (word.length() >= SHORTEST && word.length() <= LONGEST && !customer.isEmpty()) {
      String key = key(word);
      beside.put(key, Few.with(beside.getOrDefault(key, Set.of()), customer));
    }
  }

  private void name(String name, String customer) {
    String key = key(name);
    if (key.length() >= SHORTEST && key.length() <= LONGEST && !customer.isEmpty()) {
      byName.put(key, Few.with(byName.getOrDefault(key, Set.of()), customer));
      longest = Math.max(longest, key.length());
      beginnings.set(beginning(key, 0));
    }
  }

  private void identifier(String words, String customer, String store) {
    Set<String> identifiers =
        words.isEmpty() || customer.isEmpty() ? Set.of() : Identifiers.in(words);
    if (identifiers.isEmpty()) {
      return;
    }
    Known known = new Known(customer, folded(store));
    if (known.store().length() >= SHORTEST && isIdeograph(known.store().charAt(0))) {
      stores.add(known.store());
    }
    for (String found : identifiers) {
      byIdentifier.put(found, Few.with(byIdentifier.getOrDefault(found, Set.of()), known));
    }
  }

  private static int beginning(String text, int at) {
    return (text.charAt(at) * 31 + text.charAt(at + 1)) & (BEGINNINGS - 1);
  }

  private void account(String account, String customer) {
    if (!account.isEmpty() && !customer.isEmpty() && account.indexOf('*') < 0) {
      byAccount.put(account, Few.with(byAccount.getOrDefault(account, Set.of()), customer));
    }
  }

  /// A name without spelling: no blanks, brackets or case, and no legal form of a company.
  static String key(String name) {
    String key = lettersOf(folded(name));
    String bare = withoutForm(key);
    return bare.length() < SHORTEST ? key : bare;
  }

  private static String lettersOf(String text) {
    int letters = 0;
    while (letters < text.length() && Character.isLetterOrDigit(text.charAt(letters))) {
      letters++;
    }
    if (letters == text.length()) {
      return text;
    }
    StringBuilder key = new StringBuilder();
    text.codePoints().filter(Character::isLetterOrDigit).forEach(key::appendCodePoint);
    return key.toString();
  }

  /// A name without the legal form of a company.
  private static String withoutForm(String name) {
    char last = name.isEmpty() ? 0 : name.charAt(name.length() - 1);
    boolean mayHave = last == '司' || (last >= 'a' && last <= 'z');
    return mayHave ? COMPANY.matcher(name).replaceFirst("") : name;
  }

  private static String folded(String text) {
    return Numbers.normal(text).toLowerCase(Locale.ROOT);
  }

  /// Customers whom the words beside the payment name; else those whom its payer's name or
  /// account speaks for.
  Set<String> of(Paid paid) {
    Set<String> found = told(paid);
    if (found.isEmpty()) {
      found = named(key(paid.line.payerName));
    }
    if (found.isEmpty()) {
      found = byAccount.getOrDefault(paid.line.payer, Set.of());
    }
    return found;
  }

  /// The customers of that name; else those who are paid for under it, or whose orders it stands
  /// beside.
  private Set<String> named(String name) {
    Set<String> found = byName.getOrDefault(name, Set.of());
    if (customers.contains(name)) {
      return found;
    }
    for (String customer : beside.getOrDefault(name, Set.of())) {
      found = Few.with(found.size() > 1 ? new LinkedHashSet<>(found) : found, customer);
    }
    return found;
  }

  /// The customers of the payer's own name.
  Set<String> own(Paid paid) {
    String name = key(paid.line.payerName);
    return customers.contains(name) ? byName.getOrDefault(name, Set.of()) : Set.of();
  }

  /// Customers beside whose orders the payer's name stands: a parent's children.
  Set<String> besides(Paid paid) {
    return beside.getOrDefault(key(paid.line.payerName), Set.of());
  }

  /// Customers whom the words beside the payment name; else those of the payer's own name; else
  /// those beside whose orders it stands.
  Set<String> spokenFor(Paid paid) {
    Set<String> found = told(paid);
    found = found.isEmpty() ? own(paid) : found;
    return found.isEmpty() ? besides(paid) : found;
  }

  /// Whether the words name a customer, rather than the account alone.
  boolean speaks(Paid paid) {
    return !told(paid).isEmpty();
  }

  /// Looks through the words beside these payments, by all threads.
  void read(List<Paid> paids, Crew crew) {
    crew.each(paids, this::told);
  }

  /// Whether nearly all who transfer money for one order name its customer in their words: then
  /// words that name nobody here are somebody else's.
  boolean areNamed() {
    long named = 0;
    long all = 0;
    for (Paid paid : board.lines) {
      if (paid.line.book == Book.BANK && paid.pays.size() == 1 && paid.line.amountMinor > 0) {
        all++;
        named += told(paid).contains(paid.pays.getFirst().customer()) ? 1 : 0;
      }
    }
    return all >= ENOUGH && named * 10 >= all * 9;
  }

  /// Customers whom the words beside the payment name.
  Set<String> told(Paid paid) {
    Set<String> customers = paid.customers;
    if (customers == null) {
      customers = Few.of(inWords(paid));
      paid.customers = customers;
    }
    return customers;
  }

  /// The longest names first at every place: `张伟明` does not name `张伟`.
  private Set<String> inWords(Paid paid) {
    String words = paid.words();
    if (words.isBlank()) {
      return Set.of();
    }
    String text = withoutBrackets(folded(words));
    Set<String> found = new LinkedHashSet<>();
    int from = 0;
    while (from < text.length()) {
      boolean name =
          from + 1 < text.length()
              && isIdeograph(text.charAt(from))
              && beginnings.get(beginning(text, from));
      int length = name ? nameAt(text, from, found) : 0;
      from += Math.max(1, length);
    }
    for (String number : paid.numbers()) {
      found.addAll(byName.getOrDefault(number.toLowerCase(Locale.ROOT), Set.of()));
    }
    return found.isEmpty() ? identified(text, paid) : found;
  }

  /// The customers whom identifiers in the words mean, each alone. Where customers of several
  /// stores have the same one, the payer; else those of the only store that the words, the account
  /// and the other identifiers leave.
  private Set<String> identified(String words, Paid paid) {
    if (byIdentifier.isEmpty()) {
      return Set.of();
    }
    List<Set<Known>> meant = new ArrayList<>();
    for (String identifier : Identifiers.in(words)) {
      Set<Known> known = byIdentifier.getOrDefault(identifier, Set.of());
      if (!known.isEmpty()) {
        meant.add(known);
      }
    }
    if (meant.isEmpty()) {
      return Set.of();
    }
    Set<String> named = stores.stream().filter(words::contains).collect(toSet());
    Set<String> own = own(paid);
    meant.replaceAll(known -> preferred(named.isEmpty() ? known : in(named, known), own));
    meant.removeIf(Set::isEmpty);
    if (meant.stream().anyMatch(known -> only(known).isEmpty())) {
      Set<String> left = common(meant, homes(Tills.account(paid)));
      meant.replaceAll(
          known -> only(known).isEmpty() && left.size() == 1 ? in(left, known) : known);
    }
    Set<String> found = new LinkedHashSet<>();
    meant.forEach(known -> only(known).ifPresent(found::add));
    return found;
  }

  /// The payer's own, where some are.
  private static Set<Known> preferred(Set<Known> known, Set<String> own) {
    Set<Known> preferred = known.stream().filter(k -> own.contains(k.customer())).collect(toSet());
    return preferred.isEmpty() ? known : preferred;
  }

  private Set<String> homes(String account) {
    return directory.homesOf(account).stream().map(Payers::folded).collect(toSet());
  }

  /// Stores that have a customer of each; of these, where some are, those of the account.
  private static Set<String> common(List<Set<Known>> meant, Set<String> ofAccount) {
    Set<String> common = new HashSet<>();
    meant.getFirst().forEach(known -> common.add(known.store()));
    for (Set<Known> known : meant) {
      common.removeIf(store -> known.stream().noneMatch(k -> k.store().equals(store)));
    }
    if (common.stream().anyMatch(ofAccount::contains)) {
      common.retainAll(ofAccount);
    }
    return common;
  }

  private static Set<Known> in(Set<String> stores, Set<Known> known) {
    return known.stream()
        .filter(k -> k.store().isEmpty() || stores.contains(k.store()))
        .collect(toSet());
  }

  /// The customer, where all are the same.
  private static Optional<String> only(Set<Known> known) {
    String first = known.isEmpty() ? "" : known.iterator().next().customer();
    boolean same = !known.isEmpty() && known.stream().allMatch(k -> k.customer().equals(first));
    return same ? Optional.of(first) : Optional.empty();
  }

  private static String withoutBrackets(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (BRACKETS.indexOf(text.charAt(i)) >= 0) {
        return text.codePoints()
            .filter(c -> BRACKETS.indexOf(c) < 0)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
      }
    }
    return text;
  }

  /// The length of the longest name here, whose customers are added; 0 if there is none.
  private int nameAt(String text, int from, Set<String> found) {
    int most = 0;
    while (most < longest
        && from + most < text.length()
        && Character.isLetterOrDigit(text.charAt(from + most))) {
      most++;
    }
    for (int length = most; length >= SHORTEST; length--) {
      String name = withoutForm(text.substring(from, from + length));
      Set<String> customers = byName.get(name);
      if (customers != null) {
        found.addAll(customers);
        return length;
      }
    }
    return 0;
  }

  private static boolean isIdeograph(char c) {
    return Character.isIdeographic(c);
  }
}
