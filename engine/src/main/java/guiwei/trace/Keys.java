package guiwei.trace;

import guiwei.customer.Mask;
import guiwei.customer.Trait;
import guiwei.table.Hash;
import java.util.ArrayList;
import java.util.List;

/// The keys under which customers are found: parts of a value that channels leave visible.
final class Keys {
  private static final int MOBILE = 11;
  private static final int LEAST = 4;

  private Keys() {}

  /// All keys of a customer's value.
  static List<String> of(Trait trait, String value) {
    var keys = new ArrayList<String>();
    keys.add("=" + value);
    int length = value.codePointCount(0, value.length());
    switch (trait) {
      case NAME -> {
        keys.add(first(value) + "^" + length);
        keys.add(first(value) + "^");
        keys.add(last(value) + "$" + length);
      }
      case PHONE -> {
        if (length >= MOBILE) {
          keys.add(value.substring(0, 3) + "~" + end(value, 4));
          keys.add(value.substring(0, 3) + "~" + end(value, 2));
        }
        ends(value, keys);
      }
      case ACCOUNT -> {
        if (length > LEAST * 2) {
          keys.add(value.substring(0, LEAST) + "~" + end(value, LEAST));
        }
        ends(value, keys);
      }
      case EMAIL -> {
        int at = value.indexOf('@');
        if (at >= 2) {
          keys.add(value.substring(0, 2) + value.substring(at));
        }
      }
      case COMPANY -> {}
    }
    return keys;
  }

  private static void ends(String value, List<String> keys) {
    if (value.length() > LEAST) {
      keys.add("~" + end(value, LEAST));
    }
  }

  /// The key, the narrowest there is, that everyone has who fits; empty where there is none.
  static String of(Mask mask) {
    String head = mask.head();
    String tail = mask.tail();
    if (!mask.hides()) {
      return "=" + head;
    }
    return switch (mask.trait()) {
      case NAME -> name(mask, head, tail);
      case PHONE -> {
        if (mask.length() == MOBILE && head.length() >= 3 && tail.length() >= 4) {
          yield head.substring(0, 3) + "~" + end(tail, 4);
        }
        if (mask.length() == MOBILE && head.length() >= 3 && tail.length() >= 2) {
          yield head.substring(0, 3) + "~" + end(tail, 2);
        }
        yield tail.length() >= LEAST ? "~" + end(tail, LEAST) : "";
      }
      case ACCOUNT -> {
        if (tail.length() < LEAST) {
          yield "";
        }
        boolean begins = head.length() >= LEAST;
        yield (begins ? head.substring(0, LEAST) : "") + "~" + end(tail, LEAST);
      }
      case EMAIL -> {
        int at = tail.indexOf('@');
        yield head.length() >= 2 && at >= 0 ? head.substring(0, 2) + tail.substring(at) : "";
      }
      case COMPANY -> "";
    };
  }

  private static String name(Mask mask, String head, String tail) {
    if (!head.isEmpty()) {
      return first(head) + "^" + (mask.length() < 0 ? "" : "" + mask.length());
    }
    return tail.isEmpty() || mask.length() < 0 ? "" : last(tail) + "$" + mask.length();
  }

  /// The key as a number; different keys may share one, so that values are always compared.
  static long hash(Trait trait, String key) {
    return Hash.mix(Hash.of(key), trait.ordinal());
  }

  private static String first(String value) {
    return value.substring(0, value.offsetByCodePoints(0, 1));
  }

  private static String last(String value) {
    return value.substring(value.offsetByCodePoints(value.length(), -1));
  }

  private static String end(String value, int letters) {
    return value.substring(value.length() - letters);
  }
}
