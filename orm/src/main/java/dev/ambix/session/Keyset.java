package dev.ambix.session;

import dev.ambix.entity.Entities;
import dev.ambix.entity.EntityType;
import dev.ambix.error.UsageException;
import dev.ambix.query.Expression;
import dev.ambix.query.Node;
import dev.ambix.query.Node.Origin;
import dev.ambix.query.Order;
import dev.ambix.query.Query;
import dev.ambix.schema.SqlType;
import dev.ambix.type.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The order of a query made total by the primary key, and the places of rows in it.
final class Keyset {
  private final Entities entities;
  private final Query query;
  private final List<Order> orders;
  private final List<Boolean> nullable;
  private final String shape;

  Keyset(Entities entities, EntityType<?> type, Query query) {
    this.entities = entities;
    this.query = query;
    requireRows(type, query);
    var all = new ArrayList<>(query.orders());
    for (int column : type.keyColumns()) {
      var key = type.mapping().columns().get(column);
      if (all.stream().noneMatch(order -> order.expression().node().equals(key.node()))) {
        all.add(key.asc());
      }
    }
    all.forEach(order -> requireExact(type, order.expression()));
    this.orders = List.copyOf(all);
    this.nullable = all.stream().map(order -> isNullable(order.expression().node())).toList();
    this.shape =
        all.stream()
            .map(order -> order.expression().node() + (order.descending() ? " desc" : ""))
            .collect(Collectors.joining(", "));
  }

  /// A page continues by the key of a row, so each of its rows must be one of the entity.
  private static void requireRows(EntityType<?> type, Query query) {
    var table = new Origin.Named(type.table().name(), type.table().name());
    boolean rows =
        query.body() instanceof Query.Block block
            && block.from().equals(Query.From.table(table))
            && Shape.isPlain(block);
    if (!rows) {
      throw new UsageException(
          "PageOfGroups",
          "select "
              + type
              + ": got a page of groups, distinct rows or another query, expected one of the rows of"
              + " an entity. Use limit and offset.");
    }
  }

  /// Whether it may be NULL, as far as that can be told.
  private boolean isNullable(Node node) {
    return switch (node) {
      case Node.ColumnRef column -> isNullable(column);
      case Node.Arithmetic(_, Node left, Node right) -> isNullable(left) || isNullable(right);
      case Node.Function function -> function.arguments().stream().anyMatch(this::isNullable);
      case Node.ArrayOp array -> isNullable(array.term());
      case Node.Bind bind -> bind.value() == null;
      case Node.Comparison _,
          Node.Junction _,
          Node.Negation _,
          Node.Predicate _,
          Node.Concatenation _,
          Node.Computed _,
          Node.JsonPath _ ->
          true;
    };
  }

  private boolean isNullable(Node.ColumnRef column) {
    return isOptional(column.origin())
        || entities
            .ofTable(table(column.origin()))
            .map(type -> type.attribute(type.position(column.column())).nullable())
            .orElse(true);
  }

  private static String table(Origin origin) {
    return switch (origin) {
      case Origin.Named named -> named.table();
      case Origin.Joined joined -> joined.hop().table();
    };
  }

  private boolean isOptional(Origin origin) {
    return switch (origin) {
      case Origin.Named named ->
          query.body() instanceof Query.Block block
              && block.joins().stream()
                  .anyMatch(join -> join.optional() && join.from().name().equals(named));
      case Origin.Joined joined -> joined.optional() || isOptional(joined.from());
    };
  }

  /// A cursor holds the column value: of bytes it holds none, and of a computed decimal number one
  /// that is rounded, which skips rows.
  private static void requireExact(EntityType<?> type, Expression<?> expression) {
    var sqlType = expression.type().sqlType();
    boolean column = expression.node() instanceof Node.ColumnRef;
    if (sqlType instanceof SqlType.Bytes
        || sqlType instanceof SqlType.Json
        || sqlType instanceof SqlType.Array
        || expression.node() instanceof Node.JsonPath
        || (sqlType instanceof SqlType.Numeric && !column)) {
      throw new UsageException(
          "PageOrder",
          "select "
              + type
              + ": got bytes, JSON, a list or a computed decimal number in the order of a page,"
              + " expected a column."
              + " Order by another, or use limit and offset.");
    }
  }

  /// The query of one row more than a page has, which reads its place after these columns.
  Query page(List<Node> columns, int size, @Nullable String after) {
    var block = (Query.Block) query.body();
    var nodes = orders.stream().<Node>map(order -> order.expression().node()).toList();
    var where = after == null ? block.where() : Shape.and(block.where(), List.of(after(after)));
    return query
        .withBody(block.withColumns(Select.concat(columns, nodes)).withWhere(where))
        .withOrders(orders)
        .withLimit(Optional.of(size + 1L), 0);
  }

  /// The place of a row whose order values start at a position.
  String cursor(Row row, int first) {
    var values = new ArrayList<@Nullable Object>();
    for (int i = 0; i < orders.size(); i++) {
      values.add(orders.get(i).expression().type().columnValue(row, first + i));
    }
    return Cursor.encode(shape, values);
  }

  /// The condition that a row follows a place: beyond it in the first of the values, or the same in
  /// it and beyond in the second, and so on.
  private Node after(String cursor) {
    List<SqlType> types =
        orders.stream().map(order -> order.expression().type().sqlType()).toList();
    var place = new Place(Cursor.decode(shape, types, cursor), types);
    var alternatives = new ArrayList<Node>();
    for (int i = 0; i < orders.size(); i++) {
      var terms = new ArrayList<Node>();
      for (int j = 0; j < i; j++) {
        terms.add(same(j, place));
      }
      terms.add(beyond(i, place, false));
      alternatives.add(new Node.Junction(true, terms));
    }
    var following = new Node.Junction(false, alternatives);
    if (orders.size() == 1) {
      return following;
    }
    // It follows from the rest, and tells the engine where in the index to start: an OR does not.
    return new Node.Junction(true, List.of(beyond(0, place, true), following));
  }

  private Node same(int at, Place place) {
    return place.values().get(at) == null
        ? new Node.IsNull(node(at))
        : compare(Node.Operator.EQUAL, at, place);
  }

  /// Greater than the value, or less where the order descends; NULL is greater than all.
  private Node beyond(int at, Place place, boolean orSame) {
    boolean descending = orders.get(at).descending();
    boolean isNull = place.values().get(at) == null;
    var anything = new Node.Junction(true, List.of());
    var nothing = new Node.Junction(false, List.of());
    if (isNull && descending) {
      return orSame ? anything : new Node.Negation(new Node.IsNull(node(at)));
    }
    if (isNull) {
      return orSame ? new Node.IsNull(node(at)) : nothing;
    }
    if (descending) {
      return compare(orSame ? Node.Operator.LESS_OR_EQUAL : Node.Operator.LESS, at, place);
    }
    var greater =
        compare(orSame ? Node.Operator.GREATER_OR_EQUAL : Node.Operator.GREATER, at, place);
    return nullable.get(at)
        ? new Node.Junction(false, List.of(greater, new Node.IsNull(node(at))))
        : greater;
  }

  private Node compare(Node.Operator operator, int at, Place place) {
    return new Node.Comparison(
        operator, node(at), new Node.Bind(place.values().get(at), place.types().get(at)));
  }

  private Node node(int at) {
    return orders.get(at).expression().node();
  }

  private record Place(List<@Nullable Object> values, List<SqlType> types) {}
}
