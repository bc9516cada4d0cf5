package dev.ambix.query;

import dev.ambix.query.Node.Origin;
import java.util.List;
import java.util.Optional;

/// A query as data: what it reads, in which order, and how much of it. It knows no SQL and no
/// session. Users meet it only when they write a dialect.
///
/// @param with the queries that it gives a name to
/// @param body where its rows come from
/// @param orders how they are ordered, the first counting most
/// @param limit how many at the most
/// @param offset how many are passed over first; 0 for none
/// @param lock whether the rows are locked until the transaction ends
public record Query(
    List<Common> with,
    Body body,
    List<Order> orders,
    Optional<Long> limit,
    long offset,
    Optional<Lock> lock) {
  public Query {
    with = List.copyOf(with);
    orders = List.copyOf(orders);
  }

  /// All that a body gives, in no order.
  public static Query of(Body body) {
    return new Query(List.of(), body, List.of(), Optional.empty(), 0, Optional.empty());
  }

  public Query withBody(Body newBody) {
    return new Query(with, newBody, orders, limit, offset, lock);
  }

  public Query withOrders(List<Order> newOrders) {
    return new Query(with, body, newOrders, limit, offset, lock);
  }

  public Query withLimit(Optional<Long> newLimit, long newOffset) {
    return new Query(with, body, orders, newLimit, newOffset, lock);
  }

  public Query withLock(Lock newLock) {
    return new Query(with, body, orders, limit, offset, Optional.of(newLock));
  }

  public Query withoutLock() {
    return new Query(with, body, orders, limit, offset, Optional.empty());
  }

  public Query withCommon(List<Common> newWith) {
    return new Query(newWith, body, orders, limit, offset, lock);
  }

  /// What it reads, in order.
  public List<Node> columns() {
    return switch (body) {
      case Block block -> block.columns();
      case Combined combined -> combined.left().columns();
    };
  }

  /// Where the rows of a query come from.
  public sealed interface Body {}

  /// Rows of tables and of other queries.
  ///
  /// @param columns what is read, in order; never empty
  /// @param distinct whether equal rows count once
  /// @param where what the rows satisfy
  /// @param groups what rows of one group have in common; empty for none, unless a column is
  ///   computed from all rows
  /// @param having what the groups satisfy
  public record Block(
      From from,
      List<Join> joins,
      List<Node> columns,
      boolean distinct,
      Optional<Node> where,
      List<Node> groups,
      Optional<Node> having)
      implements Body {
    public Block {
      joins = List.copyOf(joins);
      columns = List.copyOf(columns);
      groups = List.copyOf(groups);
    }

    /// All rows of a table.
    public static Block of(Origin.Named table, List<Node> columns, Optional<Node> where) {
      return new Block(
          From.table(table), List.of(), columns, false, where, List.of(), Optional.empty());
    }

    public Block withJoins(List<Join> newJoins) {
      return new Block(from, newJoins, columns, distinct, where, groups, having);
    }

    public Block withColumns(List<Node> newColumns) {
      return new Block(from, joins, newColumns, distinct, where, groups, having);
    }

    public Block asDistinct() {
      return new Block(from, joins, columns, true, where, groups, having);
    }

    public Block withWhere(Optional<Node> newWhere) {
      return new Block(from, joins, columns, distinct, newWhere, groups, having);
    }

    public Block withGroups(List<Node> newGroups) {
      return new Block(from, joins, columns, distinct, where, newGroups, having);
    }

    public Block withHaving(Optional<Node> newHaving) {
      return new Block(from, joins, columns, distinct, where, groups, newHaving);
    }
  }

  /// The rows of two queries of the same columns.
  public record Combined(Operator operator, Query left, Query right) implements Body {
    /// How they are combined. All but `UNION_ALL` give equal rows once.
    public enum Operator {
      UNION,
      UNION_ALL,
      INTERSECT,
      EXCEPT
    }
  }

  /// Rows that a query names itself: of a table, or of a query whose columns are named `c1`, `c2`
  /// and so on.
  ///
  /// @param name the table, or the name that a query has given to another one, and what its rows
  ///   are called
  /// @param query the query; empty for a table
  public record From(Origin.Named name, Optional<Query> query) {
    public static From table(Origin.Named table) {
      return new From(table, Optional.empty());
    }
  }

  /// Rows that are joined where a condition says so.
  ///
  /// @param optional whether rows without any stay all the same
  /// @param lateral whether they are a query that may name the rows before it
  public record Join(From from, Node on, boolean optional, boolean lateral) {}

  /// A query with a name, whose columns are named as those of [From].
  ///
  /// @param recursive whether it reads itself
  public record Common(String name, Query query, boolean recursive) {}

  /// A lock of the rows that are read.
  ///
  /// @param others what is done about rows that another transaction has locked
  /// @param of whose rows; empty for those of the query's own table
  public record Lock(Wait others, List<Origin> of) {
    public Lock {
      of = List.copyOf(of);
    }

    /// What is done about rows that another transaction has locked.
    public enum Wait {
      WAIT,
      NOWAIT,
      SKIP_LOCKED
    }
  }
}
