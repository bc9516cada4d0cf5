package dev.ambix.session;

import dev.ambix.entity.Entities;
import dev.ambix.entity.EntityType;
import dev.ambix.error.UsageException;
import dev.ambix.mapping.Column;
import dev.ambix.query.Node;
import dev.ambix.type.Row;
import java.util.List;

/// What a query reads, and what becomes of a row: an entity, or a projection of one.
///
/// @param entity the entity whose table is read
/// @param nodes what is read, in order
/// @param reader makes the object of a row
/// @param locked makes the object of a row that nobody else can change, so that its values count
/// @param <T> what a row is read into
record Result<T>(EntityType<?> entity, List<Node> nodes, Reader<T> reader, Reader<T> locked) {
  static <T> Result<T> of(Class<T> type, Entities entities) {
    var entity = entities.findEntity(type);
    if (entity.isPresent()) {
      var found = entity.get();
      return new Result<>(
          found,
          found.nodes(),
          (context, row) -> context.load(found, row, 0),
          (context, row) -> context.loadCurrent(found, row, 0));
    }
    var projection =
        entities
            .findProjection(type)
            .orElseThrow(() ->
                new UsageException(
                    "NotMapped",
                    type.getName()
                        + ": it is neither an entity nor a projection. Annotate it with"
                        + " @Entity or @Projection(of = …) and compile it with ambix-processor."));
    if (projection.columns().isEmpty()) {
      throw new UsageException(
          "NotMapped",
          type.getName()
              + ": this projection is of no entity; got it in select, expected it in sql."
              + " Give it of = ….");
    }
    return new Result<>(
        entities.entity(projection.entity()),
        projection.columns().stream().map(Column::node).toList(),
        (_, row) -> projection.read(row, 0),
        (_, row) -> projection.read(row, 0));
  }

  /// Makes the object of a row.
  @FunctionalInterface
  interface Reader<T> {
    T read(Context context, Row row);
  }
}
