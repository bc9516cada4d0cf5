package dev.ambix.session;

import dev.ambix.entity.Entities;
import dev.ambix.entity.EntityType;
import dev.ambix.error.UsageException;
import dev.ambix.mapping.Path;
import dev.ambix.mapping.ProjectionMapping;
import dev.ambix.query.Expression;
import dev.ambix.query.Node;
import dev.ambix.query.Node.Origin;
import dev.ambix.query.Selection;
import dev.ambix.type.Row;
import dev.ambix.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What a query reads, and what becomes of its rows. Immutable; each execution opens a [Reading].
///
/// @param entity the entity whose table is read
/// @param opener opens a reading
/// @param paths what is loaded with the rows
/// @param peers whether an access to what is not loaded loads it for all objects of the result
/// @param value the type of the value that a row is, where it is a single one
/// @param <T> what a row is read into
record Result<T>(
    EntityType<?> entity,
    Opener<T> opener,
    List<? extends Path<?, ?>> paths,
    boolean peers,
    Optional<Type<T>> value) {
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
        (session, context, _, _) -> reading(session, context, projection),
        List.of(),
        false,
        Optional.empty());
  }

  private static <P> Reading<P> reading(
      Session session, Context context, ProjectionMapping<P> projection) {
    if (!projection.lists().isEmpty()) {
      return new Nesting<>(session, context, projection);
    }
    var nodes = projection.columns().stream().<Node>map(Expression::node).toList();
    return new Flat<>(nodes, row -> projection.read(row, 0));
  }

  /// What rows satisfy that are of this class, where it is a subtype, or a projection of one.
  static List<Node> narrowing(Class<?> type, Entities entities) {
    Class<?> entity =
        entities.findProjection(type).<Class<?>>map(ProjectionMapping::entity).orElse(type);
    return entities.narrowing(entity);
  }

  /// What is selected of the same rows.
  <R> Result<R> of(Selection<R> selection) {
    var nodes = selection.expressions().stream().<Node>map(Expression::node).toList();
    return new Result<>(
        entity,
        (_, _, _, _) -> new Flat<>(nodes, selection::read),
        List.of(),
        false,
        selection.value());
  }

  /// The same, where the columns are those of a query that has read them.
  Result<T> through(List<Node> columns) {
    return new Result<>(
        entity,
        (session, context, _, locked) -> new Through<>(open(session, context, locked), columns),
        List.of(),
        false,
        value);
  }

  /// The type of the value that a row is.
  Type<T> type() {
    return value.orElseThrow(() ->
        new UsageException(
            "NotAValue",
            "select "
                + entity
                + ": got a query of more than a value as a value, expected one of"
                + " value(expression)."));
  }

  /// The table that is read.
  Origin.Named origin() {
    return new Origin.Named(entity.table().name(), entity.table().name());
  }

  private static <E> Result<E> ofEntity(EntityType<E> type) {
    return new Result<>(
        type,
        (session, context, result, locked) ->
            new Fetch<>(session, context, type, Branch.of(result.paths), locked, result.peers),
        List.of(),
        false,
        Optional.empty());
  }

  /// The same, with what these paths lead to.
  Result<T> with(List<? extends Path<?, ?>> more) {
    return new Result<>(entity, opener, Select.<Path<?, ?>>concat(paths, more), peers, value);
  }

  /// The same, where all objects load together what is not loaded.
  Result<T> asPeers() {
    return new Result<>(entity, opener, paths, true, value);
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

  /// Reads what leads to nothing.
  private static final class Flat<P> implements Reading<P> {
    private final List<Node> nodes;
    private final Function<Row, P> reader;
    private final List<P> rows = new ArrayList<>();

    Flat(List<Node> nodes, Function<Row, P> reader) {
      this.nodes = nodes;
      this.reader = reader;
    }

    @Override
    public List<Node> nodes() {
      return nodes;
    }

    @Override
    public void read(Row row) {
      rows.add(reader.apply(row));
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

  /// Reads from columns what another reading reads.
  private record Through<T>(Reading<T> reading, List<Node> nodes) implements Reading<T> {
    @Override
    public void read(Row row) {
      reading.read(row);
    }

    @Override
    public int size() {
      return reading.size();
    }

    @Override
    public List<T> finish() {
      return reading.finish();
    }
  }
}
