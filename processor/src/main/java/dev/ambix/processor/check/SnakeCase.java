package dev.ambix.processor.check;

import java.util.Locale;

/// The names of tables and columns that follow from Java's names.
public final class SnakeCase {
  private SnakeCase() {}

  /// `createdAt` is `created_at`, `URLPath` is `url_path`, `address2` stays.
  public static String of(String name) {
    return name.replaceAll("(?<=[\\p{Ll}\\p{Nd}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})", "_")
        .toLowerCase(Locale.ROOT);
  }
}
