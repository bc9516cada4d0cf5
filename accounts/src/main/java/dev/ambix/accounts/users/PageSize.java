package dev.ambix.accounts.users;

import dev.ambix.accounts.http.InvalidInput;
import io.avaje.http.api.MappedParam;

/// How many users are on a page.
///
/// @param value 1 to 100
@MappedParam(factoryMethod = "parse")
public record PageSize(int value) {
  /// How many there are when nobody says: avaje takes an empty parameter for none.
  static final int USUAL = 20;

  /// Reads the parameter `limit`.
  public static PageSize parse(String limit) {
    try {
      int value = Integer.parseInt(limit);
      if (value >= 1 && value <= 100) {
        return new PageSize(value);
      }
    } catch (NumberFormatException notANumber) {
      // answered like a number out of range
    }
    throw InvalidInput.of("limit", "range", "must be a whole number from 1 to 100");
  }
}
