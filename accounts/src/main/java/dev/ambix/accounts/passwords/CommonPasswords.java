package dev.ambix.accounts.passwords;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// Knows passwords that people choose all the time, however they are put together and dressed up:
/// `P@ssw0rd!P@ssw0rd!2024` is made of `password` and a year. The list beside this class holds the
/// pieces and says where it comes from.
final class CommonPasswords {
  private static final String LOOKALIKES = "013457@$!|";
  private static final String LETTERS = "oieastasil";

  private static final int MOST_PIECES = 4;

  private final Set<String> pieces;
  private final int longest;

  private CommonPasswords(Set<String> pieces) {
    this.pieces = pieces;
    this.longest = pieces.stream().mapToInt(String::length).max().orElse(1);
  }

  /// Reads the list.
  static CommonPasswords load() {
    var resource = CommonPasswords.class.getResourceAsStream("common-passwords.txt");
    try (var lines =
        new BufferedReader(
            new InputStreamReader(Objects.requireNonNull(resource), StandardCharsets.UTF_8))) {
      return new CommonPasswords(
          lines
              .lines()
              .filter(line -> !line.isEmpty() && !line.startsWith("#"))
              .map(CommonPasswords::plain)
              .collect(Collectors.toUnmodifiableSet()));
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }

  /// Whether a password is made of a few pieces of the list, each any number of times. A single
  /// character is a piece too, so that one more at the end helps nobody, and neither do fifteen of
  /// the same.
  boolean contains(String password) {
    var text = unrepeated(plain(password));
    var fewest = new int[text.length() + 1];
    Arrays.fill(fewest, 1, fewest.length, MOST_PIECES + 1);
    for (int start = 0; start < text.length(); start++) {
      int last = Math.min(text.length(), start + longest);
      for (int end = start + 1; end <= last && fewest[start] < MOST_PIECES; end++) {
        var piece = text.substring(start, end);
        if (piece.length() == 1 || pieces.contains(piece)) {
          mark(text, start, piece, fewest);
        }
      }
    }
    return fewest[text.length()] <= MOST_PIECES;
  }

  /// The text up to each end of this piece, and of its repetitions, is made of one piece more than
  /// up to its start.
  private static void mark(String text, int start, String piece, int[] fewest) {
    for (int at = start; text.startsWith(piece, at); at += piece.length()) {
      int end = at + piece.length();
      fewest[end] = Math.min(fewest[end], fewest[start] + 1);
    }
  }

  /// The part that a text repeats, or all of it when it repeats none.
  private static String unrepeated(String text) {
    for (int length = 1; length <= text.length() / 2; length++) {
      var part = text.substring(0, length);
      if (part.repeat(text.length() / length).equals(text)) {
        return part;
      }
    }
    return text;
  }

  /// Without case, look-alikes, spaces and the punctuation of ASCII.
  private static String plain(String password) {
    var folded = Normalizer.normalize(password, Form.NFKC).toLowerCase(Locale.ROOT);
    var text = new StringBuilder();
    folded
        .codePoints()
        .map(CommonPasswords::letter)
        .filter(c -> c > '~' || Character.isLetterOrDigit(c))
        .forEach(text::appendCodePoint);
    return text.toString();
  }

  private static int letter(int character) {
    int at = LOOKALIKES.indexOf(character);
    return at < 0 ? character : LETTERS.charAt(at);
  }
}
