package dev.ambix.session;

import dev.ambix.dialect.Statement;
import dev.ambix.entity.EntityType;
import dev.ambix.error.UsageException;
import dev.ambix.mapping.Column;
import dev.ambix.query.Expression;
import dev.ambix.query.Node;
import dev.ambix.schema.SqlType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An INSERT of what a query reads, without loading it. Immutable; nothing is sent before [#from].
/// The version and the times follow by themselves; what is not set gets its default. It belongs to
/// its session, and to that session's thread.
///
/// @param <E> the entity
public final class Insert<E> {
  private final Session session;
  private final EntityType<E> type;
  private final Map<String, Node> values;

  /// @param narrowing what rows satisfy that are of the subtype that is asked for
  Insert(Session session, EntityType<E> type, List<Node> narrowing) {
    this(session, type, kind(narrowing));
  }

  /// What makes a row one of the subtype.
  private static Map<String, Node> kind(List<Node> narrowing) {
    return narrowing.size() == 1
            && narrowing.getFirst() instanceof Node.In(Node.ColumnRef kind, var values, var type)
            && values.size() == 1
        ? Map.of(kind.column(), new Node.Bind(values.getFirst(), type))
        : Map.of();
  }

  private Insert(Session session, EntityType<E> type, Map<String, Node> values) {
    this.session = session;
    this.type = type;
    this.values = values;
  }

  /// Sets a column to a value.
  public <T> Insert<E> set(Column<E, T> column, T value) {
    var columnValue = column.type().toColumn(value);
    type.check(type.position(column.attribute().column()), columnValue);
    return with(column, new Node.Bind(columnValue, column.type().sqlType()));
  }

  /// Sets a column to what an expression gives for a row of the query.
  public <T> Insert<E> set(Column<E, T> column, Expression<T> value) {
    return with(column, Update.fitted(column.type().sqlType(), value.node()));
  }

  private Insert<E> with(Column<E, ?> column, Node value) {
    var more = new LinkedHashMap<>(values);
    if (more.put(column.attribute().column(), value) != null) {
      throw new UsageException(
          "SetTwice",
          "insert "
              + type
              + ": got two values for "
              + column.attribute().name()
              + ", expected one.");
    }
    return new Insert<>(session, type, more);
  }

  /// Runs it for each row of the query; what the query itself reads does not count.
  ///
  /// @return how many rows it inserted
  public long from(Select<?> rows) {
    if (type.isJoined()) {
      throw Returned.severalTables("insert " + type, "rows that stand in several tables");
    }
    var all = withFollowers();
    Shape.block(rows.query(), type, "insert");
    var query = Shape.reading(rows.query(), List.copyOf(all.values()));
    session.beforeWrite();
    return session
        .connector()
        .execute(
            session
                .statements()
                .render(
                    new Statement.InsertQuery(
                        type.table().name(), List.copyOf(all.keySet()), query)));
  }

  private Map<String, Node> withFollowers() {
    var all = new LinkedHashMap<>(values);
    for (var column : type.mapping().columns()) {
      var attribute = column.attribute();
      if (!all.containsKey(attribute.column())) {
        switch (attribute.source()) {
          case VERSION -> all.put(attribute.column(), new Node.Bind(0, sqlType(column)));
          case CREATED_AT, UPDATED_AT ->
              all.put(attribute.column(), new Node.Bind(session.now(), sqlType(column)));
          case SEQUENCE, UUID_V7 -> throw keyNeeded(attribute.name());
          case PROGRAM, IDENTITY -> {}
        }
      }
    }
    return all;
  }

  private static SqlType sqlType(Column<?, ?> column) {
    return column.type().sqlType();
  }

  private UsageException keyNeeded(String name) {
    return new UsageException(
        "KeyNotSet",
        "insert "
            + type
            + ": the session makes "
            + name
            + " for objects only; got rows of a query, expected set("
            + name
            + ", …), or a key that the database numbers.");
  }
}
