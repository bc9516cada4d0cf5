package dev.ambix.session;

import dev.ambix.dialect.Dialect;
import dev.ambix.dialect.Statement;
import dev.ambix.dialect.Statement.Assignment;
import dev.ambix.entity.EntityType;
import dev.ambix.error.StaleEntity;
import dev.ambix.mapping.Column.Attribute.Source;
import dev.ambix.query.Node;
import dev.ambix.schema.SqlType;
import dev.ambix.type.Row;
import dev.ambix.work.Batch;
import dev.ambix.work.Change;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Writes the batches of a flush, and gives objects the values that the database made for them.
final class Writer {
  private static final int DELETE_CHUNK = 10_000;

  private final Connector connector;
  private final Dialect dialect;

  Writer(Connector connector, Dialect dialect) {
    this.connector = connector;
    this.dialect = dialect;
  }

  <E> void write(Batch<E> batch) {
    switch (batch.kind()) {
      case INSERT -> insert(batch);
      case UPDATE -> update(batch);
      case DELETE -> delete(batch);
    }
  }

  private <E> void insert(Batch<E> batch) {
    var columns = batch.columns().stream().boxed().toList();
    int limit = dialect.insertLimit(columns.size());
    var changes = batch.changes();
    for (int start = 0; start < changes.size(); start += limit) {
      insert(changes.subList(start, Math.min(start + limit, changes.size())), columns);
    }
  }

  private <E> void insert(List<Change<E>> changes, List<Integer> columns) {
    var type = changes.getFirst().type();
    var returning = returning(type, columns);
    var rows = new ArrayList<@Nullable Object[]>(changes.size());
    for (var change : changes) {
      var row = new @Nullable Object[columns.size()];
      for (int i = 0; i < row.length; i++) {
        row[i] = change.after(columns.get(i));
      }
      rows.add(row);
    }
    var sql =
        dialect.render(
            new Statement.Insert(
                type.table().name(),
                columns.stream().map(type::columnName).toList(),
                columns.stream().map(type::sqlType).toList(),
                rows,
                returning.stream().map(type::columnName).toList(),
                Optional.empty()));
    if (returning.isEmpty()) {
      connector.execute(sql);
      return;
    }
    var returned = connector.queryInTransaction(sql, row -> values(type, returning, row));
    assign(changes, returning, returned, !columns.containsAll(type.positions(Source.IDENTITY)));
  }

  /// The columns that the database fills and, where it fills some, what tells the rows apart.
  private static <E> List<Integer> returning(EntityType<E> type, List<Integer> columns) {
    var filled = new ArrayList<Integer>();
    for (int i = 0; i < type.mapping().columns().size(); i++) {
      if (!columns.contains(i)) {
        filled.add(i);
      }
    }
    return filled.isEmpty()
        ? filled
        : Stream.concat(type.keyColumns().stream(), filled.stream()).distinct().toList();
  }

  private static <E> @Nullable Object[] values(EntityType<E> type, List<Integer> columns, Row row) {
    var values = new @Nullable Object[columns.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = type.mapping().columns().get(columns.get(i)).type().columnValue(row, i);
    }
    return values;
  }

  /// Pairs objects with returned rows. Engines promise no order for what comes back, but they
  /// number rows in the order in which they insert them; rows with keys of their own are found by
  /// these.
  ///
  /// @param numbered whether the database has numbered the rows
  private static <E> void assign(
      List<Change<E>> changes,
      List<Integer> columns,
      List<@Nullable Object[]> returned,
      boolean numbered) {
    if (!numbered) {
      assignByKey(changes, columns, returned);
      return;
    }
    returned.sort(
        Comparator.comparingLong(row -> ((Number) Objects.requireNonNull(row[0])).longValue()));
    for (int i = 0; i < changes.size(); i++) {
      set(changes.get(i).type(), changes.get(i).entity(), columns, returned.get(i));
    }
  }

  private static <E> void assignByKey(
      List<Change<E>> changes, List<Integer> columns, List<@Nullable Object[]> returned) {
    int keys = changes.getFirst().type().keyColumns().size();
    var byKey = new HashMap<Object, @Nullable Object[]>();
    for (var row : returned) {
      byKey.put(
          keys == 1 ? Objects.requireNonNull(row[0]) : Arrays.asList(row).subList(0, keys), row);
    }
    for (var change : changes) {
      var row =
          Objects.requireNonNull(byKey.get(Objects.requireNonNull(change.key())), "returned row");
      set(change.type(), change.entity(), columns, row);
    }
  }

  private static <E> void set(
      EntityType<E> type, E entity, List<Integer> columns, @Nullable Object[] values) {
    for (int i = 0; i < values.length; i++) {
      type.mapping().set(entity, columns.get(i), values[i]);
    }
  }

  private <E> void update(Batch<E> batch) {
    var type = batch.type();
    var columns = batch.columns().stream().boxed().toList();
    boolean versioned = type.version().isPresent() && !batch.second();
    var first = batch.changes().getFirst();
    var assignments =
        columns.stream()
            .map(column ->
                new Assignment(type.columnName(column), bind(type, column, first.after(column))))
            .toList();
    var statement =
        new Statement.Update(
            type.table().name(), assignments, Optional.of(where(first, versioned)), List.of());
    run(batch, statement, columns, versioned, true);
  }

  private <E> void delete(Batch<E> batch) {
    var type = batch.type();
    if (type.version().isEmpty() && type.keyColumns().size() == 1) {
      deleteByKey(batch);
      return;
    }
    boolean versioned = type.version().isPresent();
    var statement =
        new Statement.Delete(
            type.table().name(),
            Optional.of(where(batch.changes().getFirst(), versioned)),
            List.of());
    run(batch, statement, List.of(), versioned, versioned);
  }

  private <E> void deleteByKey(Batch<E> batch) {
    var type = batch.type();
    int column = type.keyColumns().getFirst();
    var keys =
        batch.changes().stream().map(change -> Objects.requireNonNull(change.key())).toList();
    for (int start = 0; start < keys.size(); start += DELETE_CHUNK) {
      var chunk = keys.subList(start, Math.min(start + DELETE_CHUNK, keys.size()));
      var in = new Node.In(type.nodes().get(column), chunk, type.sqlType(column));
      connector.execute(
          dialect.render(new Statement.Delete(type.table().name(), Optional.of(in), List.of())));
    }
  }

  /// Runs one statement text for each change of the batch.
  ///
  /// @param counted whether a change that meets no row is an error
  private <E> void run(
      Batch<E> batch,
      Statement statement,
      List<Integer> columns,
      boolean versioned,
      boolean counted) {
    var type = batch.type();
    var named = new ArrayList<>(columns);
    named.addAll(type.keyColumns());
    if (versioned) {
      named.add(type.version().orElseThrow());
    }
    List<SqlType> types = named.stream().map(type::sqlType).toList();
    var rows = new ArrayList<@Nullable Object[]>(batch.changes().size());
    for (var change : batch.changes()) {
      var row = new @Nullable Object[named.size()];
      for (int i = 0; i < row.length; i++) {
        row[i] = i < columns.size() ? change.after(named.get(i)) : condition(change, named.get(i));
      }
      rows.add(row);
    }
    var counts = connector.batch(dialect.render(statement).text(), types, rows);
    for (int i = 0; i < counts.length; i++) {
      if (counted && counts[i] == 0) {
        throw new StaleEntity(
            type.name(), Objects.requireNonNull(batch.changes().get(i).key(), "key"));
      }
    }
  }

  /// The value by which a row is found: that of the database, not a new one.
  private static <E> @Nullable Object condition(Change<E> change, int column) {
    return change.second()
        ? change.type().mapping().get(change.entity(), column)
        : change.before(column);
  }

  private static <E> Node where(Change<E> change, boolean versioned) {
    var type = change.type();
    var terms = new ArrayList<Node>();
    var columns = new ArrayList<>(type.keyColumns());
    if (versioned) {
      columns.add(type.version().orElseThrow());
    }
    for (var column : columns) {
      terms.add(
          new Node.Comparison(
              Node.Operator.EQUAL,
              type.nodes().get(column),
              bind(type, column, condition(change, column))));
    }
    return new Node.Junction(true, terms);
  }

  private static Node bind(EntityType<?> type, int column, @Nullable Object value) {
    return new Node.Bind(value, type.sqlType(column));
  }
}
