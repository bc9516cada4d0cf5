package dev.ambix.dialect;

import dev.ambix.query.Node;
import dev.ambix.query.Order;
import dev.ambix.query.Query;
import dev.ambix.schema.SqlType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A statement as data. It knows no SQL: [Dialect#render] writes it.
public sealed interface Statement {
  /// Reads rows.
  record Select(Query query) implements Statement {
    /// Reads rows of one table.
    ///
    /// @param columns what is read, in order; never empty
    /// @param where what the rows satisfy
    /// @param orders how they are ordered, the first counting most
    /// @param limit how many at the most
    /// @param offset how many are passed over first; 0 for none
    public Select(
        String table,
        List<Node> columns,
        Optional<Node> where,
        List<Order> orders,
        Optional<Long> limit,
        long offset) {
      this(
          Query.of(Query.Block.of(new Node.Origin.Named(table, table), columns, where))
              .withOrders(orders)
              .withLimit(limit, offset));
    }
  }

  /// Inserts rows in the order of the list.
  ///
  /// @param columns the columns that get values; empty for a row of defaults only
  /// @param types the type of each
  /// @param rows the column values, an array of the length of `columns` for each row
  /// @param returning the columns that come back, in order; empty for none
  /// @param onConflict what to do about a row whose key is taken
  record Insert(
      String table,
      List<String> columns,
      List<SqlType> types,
      List<@Nullable Object[]> rows,
      List<String> returning,
      Optional<OnConflict> onConflict)
      implements Statement {
    public Insert {
      columns = List.copyOf(columns);
      types = List.copyOf(types);
      rows = List.copyOf(rows);
      returning = List.copyOf(returning);
    }
  }

  /// Inserts what a query reads.
  ///
  /// @param columns the columns that get its columns, in order
  record InsertQuery(String table, List<String> columns, Query query) implements Statement {
    public InsertQuery {
      columns = List.copyOf(columns);
    }
  }

  /// What an insertion does about a row whose key is taken. Values and conditions name the columns
  /// of the row that is there by its table, and those of the new one by [#NEW].
  ///
  /// @param key the columns of the unique or primary key
  /// @param update the columns that take the values of the new row
  /// @param count the columns of the old row that count its changes, and so grow by one
  /// @param set other values for other columns; where there is nothing to change, the old row is
  ///   left alone
  /// @param where which of the old rows are changed; empty for all
  record OnConflict(
      List<String> key,
      List<String> update,
      List<String> count,
      List<Assignment> set,
      Optional<Node> where) {
    /// Where the values of the new row come from.
    public static final Node.Origin NEW = new Node.Origin.Named("excluded", "excluded");

    /// Takes the values of the new row only.
    public OnConflict(List<String> key, List<String> update, List<String> count) {
      this(key, update, count, List.of(), Optional.empty());
    }

    public OnConflict {
      key = List.copyOf(key);
      update = List.copyOf(update);
      count = List.copyOf(count);
      set = List.copyOf(set);
    }
  }

  /// Changes rows.
  ///
  /// @param assignments the new values; never empty
  /// @param returning the columns that come back, in order; empty for none
  record Update(
      String table, List<Assignment> assignments, Optional<Node> where, List<String> returning)
      implements Statement {
    public Update {
      assignments = List.copyOf(assignments);
      returning = List.copyOf(returning);
    }
  }

  /// Sets a column to a value.
  record Assignment(String column, Node value) {}

  /// Deletes rows.
  ///
  /// @param returning the columns that come back, in order; empty for none
  record Delete(String table, Optional<Node> where, List<String> returning) implements Statement {
    public Delete {
      returning = List.copyOf(returning);
    }
  }
}
