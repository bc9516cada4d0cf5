package dev.ambix.accounts.users;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.regex.Pattern;

/// The name of a user, as typed but for spaces around it, in Unicode's composed form (NFC).
///
/// @param text the name
public record Username(String text) {
  /// How many characters a name has at the most, in Unicode code points.
  static final int LONGEST = 64;

  /// Folding makes some names longer: `ß` becomes `ss`.
  static final int LONGEST_KEY = 4 * LONGEST;

  /// Visible characters and spaces: no controls, no invisible marks, no line ends, nothing that
  /// Unicode has not assigned.
  private static final Pattern CHARACTERS = Pattern.compile("[^\\p{C}\\p{Zl}\\p{Zp}]+");

  public Username {
    text = Normalizer.normalize(text, Form.NFC).strip();
  }

  /// What is equal for names that people take for the same: compatible characters (NFKC) without
  /// regard to case. Only by way of lower, upper and lower case again do `ẞ`, `ß` and `SS` meet,
  /// and `ς` and `Σ`.
  public String key() {
    var lower = compatible(text).toLowerCase(Locale.ROOT);
    return compatible(lower.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
  }

  private static String compatible(String text) {
    return Normalizer.normalize(text, Form.NFKC);
  }

  int length() {
    return text.codePointCount(0, text.length());
  }

  boolean hasOnlyVisibleCharacters() {
    return CHARACTERS.matcher(text).matches();
  }
}
