package dev.ambix.jdbc;

import dev.ambix.error.ValueRejected;

/// What a text must be for every engine to keep it.
final class Texts {
  private Texts() {}

  /// The text itself.
  ///
  /// @throws ValueRejected when it holds U+0000 or half a surrogate pair
  static String require(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        throw new ValueRejected("", "", "a text holds U+0000, which databases cannot store", null);
      }
      if (Character.isSurrogate(c)) {
        if (!Character.isHighSurrogate(c)
            || i + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(++i))) {
          throw new ValueRejected(
              "", "", "a text holds half a surrogate pair, which is no character", null);
        }
      }
    }
    return text;
  }
}
