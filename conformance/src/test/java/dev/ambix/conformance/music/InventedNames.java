package dev.ambix.conformance.music;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// Words that mean nothing, each given once. They have six letters, the first of them capital, so
/// that every collation orders them alike.
final class InventedNames {
  private static final List<String> SYLLABLES =
      List.of("ba", "do", "fe", "gu", "ka", "le", "mi", "no", "pu", "ri", "sa", "to", "ve", "zi");

  private final Random random;
  private final Set<String> given = new HashSet<>();

  InventedNames(Random random) {
    this.random = random;
  }

  String next() {
    String word;
    do {
      word = syllable() + syllable() + syllable();
    } while (!given.add(word));
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private String syllable() {
    return SYLLABLES.get(random.nextInt(SYLLABLES.size()));
  }
}
