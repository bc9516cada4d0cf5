package dev.ambix.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The names of constraints: deterministic, so that every engine and every run agrees on them.
public final class Names {
  /// The longest identifier that every engine keeps whole (PostgreSQL cuts at 63 bytes).
  public static final int LONGEST = 63;

  private Names() {}

  /// Makes a name such as `uq_users_username`. One that is too long keeps its start and ends in a
  /// hash of the whole, so that two long names stay different.
  ///
  /// @param prefix `pk`, `uq`, `ix`, `fk` or `ck`
  public static String of(String prefix, String table, List<String> columns) {
    var parts = new ArrayList<String>();
    parts.add(prefix);
    parts.add(table);
    parts.addAll(columns);
    var name = String.join("_", parts);
    if (name.length() <= LONGEST) {
      return name;
    }
    var hash = String.format(Locale.ROOT, "%08x", name.hashCode());
    return name.substring(0, LONGEST - 9) + "_" + hash;
  }

  static void require(String what, String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException(what + ": got a blank name, expected one");
    }
  }

  static <T> List<T> require(String what, String name, List<T> columns) {
    require(what, name);
    if (columns.isEmpty()) {
      throw new IllegalArgumentException(
          what + " " + name + ": got no column, expected at least one");
    }
    return List.copyOf(columns);
  }
}
