package guiwei.customer;

import java.util.regex.Pattern;

/// A value as a channel prints it, with some, none or all of its letters hidden: `*三`, `张*`,
/// `138******12`, `6222****1234`, `602***@qq.com`, `李先生`.
///
/// In a name each sign hides one letter, and so in a mobile number that has all its eleven places;
/// elsewhere a run of signs hides one letter or more, as channels shorten what they hide.
public final class Mask {
  private static final int HIDDEN = -1;
  private static final int MOBILE = 11;
  private static final String SIGNS = "*●○□■✱×?";
  private static final Pattern CROSSES = Pattern.compile("(?<=\\d)x{2,}(?=\\d|$)|^x{2,}(?=\\d)");
  private static final Pattern TITLE = Pattern.compile("^(\\p{IsHan}{1,2})(?:先生|女士|小姐|太太|老师)$");

  private final Trait trait;
  private final int[] letters;
  private final boolean open;

  private Mask(Trait trait, int[] letters, boolean open) {
    this.trait = trait;
    this.letters = letters;
    this.open = open;
  }

  /// Understands what was printed.
  public static Mask of(Trait trait, String printed) {
    String plain = trait.normal(printed);
    if (trait == Trait.NAME) {
      plain = TITLE.matcher(plain).replaceFirst("$1**");
    } else {
      plain = CROSSES.matcher(plain).replaceAll("**");
    }
    int[] letters =
        plain.codePoints().map(letter -> SIGNS.indexOf(letter) >= 0 ? HIDDEN : letter).toArray();
    boolean title = trait == Trait.NAME && TITLE.matcher(trait.normal(printed)).matches();
    boolean counted = trait == Trait.NAME || (trait == Trait.PHONE && letters.length == MOBILE);
    return new Mask(trait, letters, title || !counted);
  }

  public Trait trait() {
    return trait;
  }

  /// Whether letters of it are hidden.
  public boolean hides() {
    for (int letter : letters) {
      if (letter == HIDDEN) {
        return true;
      }
    }
    return false;
  }

  /// Whether it says nothing: all hidden, or empty, or a word that stands for no name. How many
  // signs stand there tells nothing
  // either.
  public boolean isBlank() {
    return telling() == 0 || (!hides() && trait.isNobody(head()));
  }

  /// Whether this could be that.
  ///
  /// @param value in the one form of [Trait#normal]
  public boolean fits(String value) {
    int[] whole = value.codePoints().toArray();
    return open ? fits(0, whole, 0) : fitsEach(whole);
  }

  private boolean fitsEach(int[] whole) {
    if (whole.length != letters.length) {
      return false;
    }
    for (int i = 0; i < whole.length; i++) {
      if (letters[i] != HIDDEN && letters[i] != whole[i]) {
        return false;
      }
    }
    return true;
  }

  /// Whether the letters from `at` on make the rest of the value from `from` on.
  private boolean fits(int at, int[] whole, int from) {
    int i = from;
    for (int l = at; l < letters.length; l++) {
      if (letters[l] == HIDDEN) {
        int next = l + 1;
        while (next < letters.length && letters[next] == HIDDEN) {
          next++;
        }
        return next == letters.length ? i < whole.length : anywhere(next, whole, i + 1);
      }
      if (i == whole.length || whole[i++] != letters[l]) {
        return false;
      }
    }
    return i == whole.length;
  }

  private boolean anywhere(int at, int[] whole, int from) {
    for (int i = from; i < whole.length; i++) {
      if (fits(at, whole, i)) {
        return true;
      }
    }
    return false;
  }

  /// What is seen before the first hidden letter.
  public String head() {
    int to = 0;
    while (to < letters.length && letters[to] != HIDDEN) {
      to++;
    }
    return new String(letters, 0, to);
  }

  /// What is seen after the last hidden letter; all of it where none is hidden.
  public String tail() {
    int from = letters.length;
    while (from > 0 && letters[from - 1] != HIDDEN) {
      from--;
    }
    return new String(letters, from, letters.length - from);
  }

  /// How many letters the value has, where the mask tells; -1 otherwise.
  public int length() {
    return open && hides() ? -1 : letters.length;
  }

  /// How likely a stranger, who is no customer, fits by chance beyond those customers who do: for
  /// numbers what their digits allow, for names and firms what a name that was met once says of
  /// those that were not (the estimate of Good and Turing: about one in as many as there are).
  ///
  /// @param customers how many the merchant has
  public double chance(int customers) {
    double whole = Math.max(1, customers);
    return switch (trait) {
      case NAME -> 0.7 / whole;
      case COMPANY -> 0.3 / whole;
      case PHONE, EMAIL, ACCOUNT -> Math.pow(10, -telling());
    };
  }

  /// What the letters that are seen tell, in decimal digits: the first three of a mobile number
  /// tell no more than its network, the first six of a card no more than its bank.
  private double telling() {
    double told = 0;
    for (int i = 0; i < letters.length; i++) {
      if (letters[i] != HIDDEN) {
        told += digits(i);
      }
    }
    return told;
  }

  private double digits(int place) {
    return switch (trait) {
      case NAME, COMPANY -> 1;
      case PHONE -> place < 3 ? 0.5 : 1;
      case ACCOUNT -> place < 6 ? 0.3 : 1;
      case EMAIL -> place > at() ? 0.1 : 0.8;
    };
  }

  private int at() {
    for (int i = 0; i < letters.length; i++) {
      if (letters[i] == '@') {
        return i;
      }
    }
    return letters.length;
  }
}
