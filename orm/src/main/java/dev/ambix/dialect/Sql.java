package dev.ambix.dialect;

import dev.ambix.query.Node;
import dev.ambix.schema.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// SQL text and the values bound to it.
///
/// @param text the text, with `?` for each bind, in order
/// @param binds the values
/// @param tables the tables that it reads, as far as they are known
public record Sql(String text, List<Bind> binds, Set<String> tables) {
  public Sql {
    binds = List.copyOf(binds);
    tables = Set.copyOf(tables);
  }

  /// Text that reads what nobody knows.
  public Sql(String text, List<Bind> binds) {
    this(text, binds, Set.of());
  }

  /// Text that binds nothing.
  public static Sql of(String text) {
    return new Sql(text, List.of());
  }

  /// A bound value.
  public sealed interface Bind {
    /// The type of the value, or of each value of an array.
    SqlType type();
  }

  /// One column value; null for NULL.
  public record One(@Nullable Object value, SqlType type) implements Bind {
    /// Without the value.
    @Override
    public String toString() {
      return "One[" + type + "]";
    }
  }

  /// An array of column values, for engines that have arrays; SQLite's driver binds a JSON array,
  /// in which a list is an array itself.
  public record Many(List<@Nullable Object> values, SqlType type) implements Bind {
    static Many of(Node.In in) {
      return new Many(new ArrayList<>(in.values()), in.type());
    }

    /// The values of one column of rows.
    static Many of(List<List<Object>> rows, int column, SqlType type) {
      return new Many(new ArrayList<>(rows.stream().map(row -> row.get(column)).toList()), type);
    }

    /// Without the values.
    @Override
    public String toString() {
      return "Many[" + values.size() + " of " + type + "]";
    }
  }
}
