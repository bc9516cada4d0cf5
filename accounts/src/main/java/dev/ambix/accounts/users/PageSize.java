package dev.ambix.accounts.users;

import dev.ambix.accounts.http.InvalidInput;
import io.avaje.http.api.MappedParam;
import java.util.regex.Pattern;

/// How many users are on a page.
///
/// @param value 1 to 100
@MappedParam(factoryMethod = "parse")
public record PageSize(int value) {
  /// How many there are when nobody says: avaje takes an empty parameter for none.
  static final int USUAL = 20;

  private static final Pattern FROM_1_TO_100 = Pattern.compile("[1-9][0-9]?|100");

  /// Reads the parameter `limit`.
  public static PageSize parse(String limit) {
    // Java takes more for a number: a sign, zeros before it, digits of any script.
    if (FROM_1_TO_100.matcher(limit).matches()) {
      return new PageSize(Integer.parseInt(limit));
    }
    throw InvalidInput.of("limit", "range", "must be a whole number from 1 to 100");
  }
}
