package dev.ambix.session;

import dev.ambix.entity.Entities;
import dev.ambix.entity.EntityType;
import dev.ambix.error.UsageException;
import dev.ambix.mapping.Path;
import dev.ambix.mapping.ProjectionMapping;
import dev.ambix.query.Expression;
import dev.ambix.query.Node;
import dev.ambix.type.Row;
import java.util.ArrayList;
import java.util.List;

/// What a query reads, and what becomes of its rows. Immutable; each execution opens a [Reading].
///
/// @param entity the entity whose table is read
/// @param opener opens a reading
/// @param paths what is loaded with the rows
/// @param peers whether an access to what is not loaded loads it for all objects of the result
/// @param <T> what a row is read into
record Result<T>(
    EntityType<?> entity, Opener<T> opener, List<? extends Path<?, ?>> paths, boolean peers) {
  /// A class that is an entity or a projection of one.
  static <T> Result<T> of(Class<T> type, Entities entities) {
    var entity = entities.findEntity(type);
    if (entity.isPresent()) {
      return ofEntity(entity.get());
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
        (_, _, _, _) -> new Flat<>(projection),
        List.of(),
        false);
  }

  private static <E> Result<E> ofEntity(EntityType<E> type) {
    return new Result<>(
        type,
        (session, context, result, locked) ->
            new Fetch<>(session, context, type, Branch.of(result.paths), locked, result.peers),
        List.of(),
        false);
  }

  /// The same, with what these paths lead to.
  Result<T> with(List<? extends Path<?, ?>> more) {
    return new Result<>(entity, opener, Select.<Path<?, ?>>concat(paths, more), peers);
  }

  /// The same, where all objects load together what is not loaded.
  Result<T> asPeers() {
    return new Result<>(entity, opener, paths, true);
  }

  /// Begins to read.
  ///
  /// @param context what is to know the objects
  /// @param locked whether nobody else can change the rows, so that their values count
  Reading<T> open(Session session, Context context, boolean locked) {
    return opener.open(session, context, this, locked);
  }

  /// Opens a reading.
  @FunctionalInterface
  interface Opener<T> {
    Reading<T> open(Session session, Context context, Result<T> result, boolean locked);
  }

  /// Reads records that lead to nothing.
  private static final class Flat<P> implements Reading<P> {
    private final ProjectionMapping<P> mapping;
    private final List<P> rows = new ArrayList<>();

    Flat(ProjectionMapping<P> mapping) {
      this.mapping = mapping;
    }

    @Override
    public List<Node> nodes() {
      return mapping.columns().stream().map(Expression::node).toList();
    }

    @Override
    public void read(Row row) {
      rows.add(mapping.read(row, 0));
    }

    @Override
    public int size() {
      return rows.size();
    }

    @Override
    public List<P> finish() {
      return rows;
    }
  }
}
