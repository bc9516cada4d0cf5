package dev.ambix.session;

import dev.ambix.entity.EntityType;
import dev.ambix.error.UsageException;
import dev.ambix.mapping.ProjectionMapping;
import dev.ambix.query.Node;
import dev.ambix.type.Row;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// What a statement that changes rows gives back of each.
///
/// @param columns the columns of the table that come back, in order: all, and those of a projection
/// @param reader what is made of them
/// @param <R> what a row is read into
record Returned<R>(List<String> columns, Function<Row, R> reader) {
  /// All columns.
  static <R> Returned<R> of(EntityType<?> type, Function<Row, R> reader) {
    return new Returned<>(names(type), reader);
  }

  /// A projection, after something else has read the row.
  static <P> Returned<P> of(
      EntityType<?> type, Class<P> projection, Session session, Consumer<Row> before) {
    var mapping =
        session
            .entities()
            .findProjection(projection)
            .filter(found -> isOf(found, type))
            .orElseThrow(() ->
                new UsageException(
                    "NotReturned",
                    "returning "
                        + projection.getSimpleName()
                        + ": got something else than a projection of the columns of "
                        + type
                        + ", expected one. Query the rows afterwards."));
    var all = names(type);
    var own = mapping.columns().stream().map(column -> name(column.node())).toList();
    return new Returned<>(
        Select.concat(all, own),
        row -> {
          before.accept(row);
          return mapping.read(row, all.size());
        });
  }

  static UsageException severalTables(String subject, String got) {
    return new UsageException(
        "SeveralTables",
        subject
            + ": one statement writes one table; got "
            + got
            + ", expected columns of the table of the root. Change objects instead, or use sql.");
  }

  private static boolean isOf(ProjectionMapping<?> projection, EntityType<?> type) {
    return projection.lists().isEmpty()
        && projection.entity() == type.mapping().type()
        && projection.columns().stream().allMatch(column -> type.nodes().contains(column.node()));
  }

  private static String name(Node node) {
    return ((Node.ColumnRef) node).column();
  }

  private static List<String> names(EntityType<?> type) {
    if (type.isJoined()) {
      throw severalTables("returning " + type, "rows that stand in several tables");
    }
    return type.mapping().columns().stream().map(column -> column.attribute().column()).toList();
  }
}
