package guiwei.report;

import guiwei.table.Currencies;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// What a run of matches has in common: rule, answer and currency, as codes and as pieces of
/// CSV in arrays with a word to spare.
final class Wording {
  final byte rule;
  final byte answer;
  final byte currency;
  final byte[] middle;
  final int middleLength;
  final byte[] last;
  final int lastLength;

  /// The words that many matches share, as numbers.
  record Dictionary(Codes rules, Codes answers, Codes currencies) {
    Dictionary() {
      this(new Codes(), new Codes(), new Codes());
    }
  }

  Wording(Dictionary dictionary, String rule, String answer, int currency) {
    String code = Currencies.code(currency);
    this.rule = (byte) dictionary.rules().code(rule);
    this.answer = (byte) dictionary.answers().code(answer);
    this.currency = (byte) dictionary.currencies().code(code);
    byte[] words = bytes("," + Cell.text(rule) + "," + Cell.text(answer) + ",");
    byte[] end = bytes("," + code + "\r\n");
    middle = Arrays.copyOf(words, words.length + Long.BYTES);
    middleLength = words.length;
    last = Arrays.copyOf(end, end.length + Long.BYTES);
    lastLength = end.length;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// How much a line needs beside its three texts.
  int room() {
    return middleLength + lastLength + 32;
  }
}
