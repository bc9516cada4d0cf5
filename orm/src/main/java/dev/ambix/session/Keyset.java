package dev.ambix.session;

import dev.ambix.entity.Entities;
import dev.ambix.entity.EntityType;
import dev.ambix.error.UsageException;
import dev.ambix.query.Expression;
import dev.ambix.query.Node;
import dev.ambix.query.Order;
import dev.ambix.schema.SqlType;
import dev.ambix.type.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The order of a query made total by the primary key, and the places of rows in it.
final class Keyset {
  private final List<Order> orders;
  private final String shape;

  Keyset(Entities entities, EntityType<?> type, List<Order> given) {
    var all = new ArrayList<>(given);
    for (int column : type.keyColumns()) {
      var key = type.mapping().columns().get(column);
      if (given.stream().noneMatch(order -> order.expression().node().equals(key.node()))) {
        all.add(key.asc());
      }
    }
    all.forEach(order -> requireNotNull(entities, order.expression().node()));
    all.forEach(order -> requireExact(type, order.expression()));
    this.orders = List.copyOf(all);
    this.shape =
        all.stream()
            .map(order -> order.expression().node() + (order.descending() ? " desc" : ""))
            .collect(Collectors.joining(", "));
  }

  private static void requireNotNull(Entities entities, Node node) {
    switch (node) {
      case Node.ColumnRef column -> requireNotNull(entities, column);
      case Node.Arithmetic arithmetic -> {
        requireNotNull(entities, arithmetic.left());
        requireNotNull(entities, arithmetic.right());
      }
      case Node.Function function ->
          function.arguments().forEach(argument -> requireNotNull(entities, argument));
      case Node.ArrayOp array -> requireNotNull(entities, array.term());
      case Node.JsonPath _ -> {} // requireExact refuses it
      case Node.Bind _,
          Node.Comparison _,
          Node.Junction _,
          Node.Negation _,
          Node.IsNull _,
          Node.In _,
          Node.InTuples _,
          Node.Exists _,
          Node.Like _ -> {}
    }
  }

  /// A cursor holds the column value: of bytes it holds none, and of a computed decimal number one
  /// that is rounded, which skips rows.
  private static void requireExact(EntityType<?> type, Expression<?> expression) {
    var sqlType = expression.type().sqlType();
    if (sqlType instanceof SqlType.Bytes
        || sqlType instanceof SqlType.Json
        || sqlType instanceof SqlType.Array
        || expression.node() instanceof Node.JsonPath
        || (sqlType instanceof SqlType.Numeric && expression.node() instanceof Node.Arithmetic)) {
      throw new UsageException(
          "PageOrder",
          "select "
              + type
              + ": got bytes, JSON, a list or a computed decimal number in the order of a page,"
              + " expected a column."
              + " Order by another, or use limit and offset.");
    }
  }

  private static void requireNotNull(Entities entities, Node.ColumnRef column) {
    var table = table(column.origin());
    var type = entities.ofTable(table);
    boolean nullable =
        type.map(each -> isNullable(each, column.column())).orElse(true)
            || isOptional(column.origin());
    if (nullable) {
      throw new UsageException(
          "NullableOrder",
          type.map(each -> each.name() + "." + name(each, column.column()))
                  .orElse(table + "." + column.column())
              + ": it may be NULL; got it in the order of a page, expected attributes that are NOT"
              + " NULL. Order by another, or use limit and offset.");
    }
  }

  private static String table(Node.Origin origin) {
    return switch (origin) {
      case Node.Origin.Named named -> named.table();
      case Node.Origin.Joined joined -> joined.hop().table();
    };
  }

  private static boolean isOptional(Node.Origin origin) {
    return origin instanceof Node.Origin.Joined joined
        && (joined.optional() || isOptional(joined.from()));
  }

  private static boolean isNullable(EntityType<?> type, String column) {
    return type.attribute(type.position(column)).nullable();
  }

  private static String name(EntityType<?> type, String column) {
    return type.attribute(type.position(column)).name();
  }

  /// The order, total.
  List<Order> orders() {
    return orders;
  }

  /// What the rows are ordered by, in order.
  List<Node> nodes() {
    return orders.stream().<Node>map(order -> order.expression().node()).toList();
  }

  /// The place of a row whose order values start at a position.
  String cursor(Row row, int first) {
    var values = new ArrayList<Object>();
    for (int i = 0; i < orders.size(); i++) {
      values.add(Objects.requireNonNull(columnValue(row, first + i, orders.get(i).expression())));
    }
    return Cursor.encode(shape, values);
  }

  private static <T> @Nullable Object columnValue(Row row, int position, Expression<T> expression) {
    return expression.type().toColumn(expression.type().read(row, position));
  }

  /// The condition that a row follows a place: greater in the first of the values, or equal in it
  /// and greater in the second, and so on.
  Node after(String cursor) {
    List<SqlType> types =
        orders.stream().map(order -> order.expression().type().sqlType()).toList();
    var values = Cursor.decode(shape, types, cursor);
    var alternatives = new ArrayList<Node>();
    for (int i = 0; i < orders.size(); i++) {
      var terms = new ArrayList<Node>();
      for (int j = 0; j < i; j++) {
        terms.add(compare(Node.Operator.EQUAL, j, values, types));
      }
      var beyond = orders.get(i).descending() ? Node.Operator.LESS : Node.Operator.GREATER;
      terms.add(compare(beyond, i, values, types));
      alternatives.add(new Node.Junction(true, terms));
    }
    var following = new Node.Junction(false, alternatives);
    if (orders.size() == 1) {
      return following;
    }
    // It follows from the rest, and tells the engine where in the index to start: an OR does not.
    var from =
        orders.getFirst().descending()
            ? Node.Operator.LESS_OR_EQUAL
            : Node.Operator.GREATER_OR_EQUAL;
    return new Node.Junction(true, List.of(compare(from, 0, values, types), following));
  }

  private Node compare(Node.Operator operator, int at, List<Object> values, List<SqlType> types) {
    return new Node.Comparison(
        operator, orders.get(at).expression().node(), new Node.Bind(values.get(at), types.get(at)));
  }
}
