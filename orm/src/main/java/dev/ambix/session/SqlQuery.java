package dev.ambix.session;

import dev.ambix.dialect.Sql;
import dev.ambix.driver.Rows;
import dev.ambix.entity.EntityType;
import dev.ambix.error.UsageException;
import dev.ambix.mapping.ProjectionMapping;
import dev.ambix.query.Node;
import dev.ambix.schema.SqlType;
import dev.ambix.type.Row;
import dev.ambix.type.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A constant SQL text with named parameters, on the transaction of its session. Immutable; nothing
/// is sent before [#list], [#stream], [#optional] or [#execute]. The session flushes first and
/// begins its transaction, as it cannot know which tables the text reads, and whether it locks or
/// writes. It belongs to its session, and to that session's thread.
///
/// The text is the engine's own SQL. A collection bound to a parameter becomes a list of values,
/// for `in (:ids)`; an empty one becomes NULL, which is in nothing.
public final class SqlQuery {
  private static final int DOUBLE_DIGITS = 15;
  private static final Pattern NOT_IN =
      Pattern.compile("\\bnot\\s+in\\s*\\(\\s*$", Pattern.CASE_INSENSITIVE);

  private final Session session;
  private final NamedSql sql;
  private final Map<String, @Nullable Object> values;

  SqlQuery(Session session, NamedSql sql, Map<String, @Nullable Object> values) {
    this.session = session;
    this.sql = sql;
    this.values = values;
  }

  /// Binds a value of a class that `dev.ambix.type.Type` knows, an enum (by name), a `BigDecimal`,
  /// a collection of these, or null.
  ///
  /// @param name the parameter, without its colon
  public SqlQuery bind(String name, @Nullable Object value) {
    if (!sql.names().contains(name)) {
      throw new UsageException(
          "UnknownParameter",
          "sql: got bind(\""
              + name
              + "\"), expected "
              + (sql.names().isEmpty()
                  ? "none: the text has no parameters. Remove it."
                  : "one of " + sql.names() + "."));
    }
    var more = new HashMap<String, @Nullable Object>(values);
    more.put(name, value);
    return new SqlQuery(session, sql, more);
  }

  /// Runs a text that gives rows, and reads them into an entity, a projection, or a single value.
  /// Columns are found by name: those of an entity by the names of its columns, all of which must
  /// be there; a single value is the only column.
  public <T> List<T> list(Class<T> type) {
    session.beforeWriteOrQuery();
    return session.connector().queryByLabel(bound(), rows -> reader(type, rows, session.context()));
  }

  /// As [#list], one after the other, in constant memory; see [Select#stream].
  public <T> Stream<T> stream(Class<T> type) {
    session.beforeWriteOrQuery();
    return RowStream.of(
        session,
        session.connector().open(bound()),
        (context, rows) -> new Labelled<>(reader(type, rows, context), new ArrayList<>()));
  }

  /// The only row, if there is one.
  ///
  /// @throws UsageException `NotSingle` when there are several
  public <T> Optional<T> optional(Class<T> type) {
    var rows = list(type);
    if (rows.size() > 1) {
      throw new UsageException(
          "NotSingle", "sql: got " + rows.size() + " rows, expected at most one.");
    }
    return rows.stream().findFirst();
  }

  /// Runs a text that gives no rows.
  ///
  /// @return how many rows it changed
  public long execute() {
    session.beforeWriteOrQuery();
    return session.connector().execute(bound());
  }

  private Sql bound() {
    var text = new StringBuilder(sql.pieces().getFirst());
    var binds = new ArrayList<Sql.Bind>();
    for (int i = 0; i < sql.names().size(); i++) {
      bind(sql.names().get(i), text, binds);
      text.append(sql.pieces().get(i + 1));
    }
    return new Sql(text.toString(), binds);
  }

  private void bind(String name, StringBuilder text, List<Sql.Bind> binds) {
    if (!values.containsKey(name)) {
      throw new UsageException(
          "UnboundParameter",
          "sql: the parameter :"
              + name
              + " has no value; got none, expected bind(\""
              + name
              + "\", …).");
    }
    var value = values.get(name);
    if (value instanceof Collection<?> collection) {
      if (collection.isEmpty() && NOT_IN.matcher(text).find()) {
        throw new UsageException(
            "EmptyList",
            "sql: the parameter :"
                + name
                + " got an empty collection after NOT IN, expected one with values, as NOT IN"
                + " (NULL) is true of no row. Leave the condition out.");
      }
      text.append(collection.isEmpty() ? "null" : "?" + ", ?".repeat(collection.size() - 1));
      collection.forEach(each -> binds.add(one(name, each)));
    } else {
      text.append('?');
      binds.add(one(name, value));
    }
  }

  private static Sql.Bind one(String name, @Nullable Object value) {
    return switch (value) {
      case null -> new Sql.One(null, new SqlType.Text());
      case Enum<?> constant -> new Sql.One(constant.name(), new SqlType.Text());
      case BigDecimal number -> new Sql.One(number, numeric(number));
      default -> typed(name, value.getClass(), value);
    };
  }

  /// What SQLite binds as a number, if it can: to it every text is greater than every number, and
  /// only a column turns one into the other.
  private static SqlType numeric(BigDecimal number) {
    int precision = number.precision() <= DOUBLE_DIGITS ? DOUBLE_DIGITS : 1000;
    return new SqlType.Numeric(precision, Math.clamp(number.scale(), 0, precision));
  }

  private static <T> Sql.Bind typed(String name, Class<T> type, Object value) {
    return Type.of(type)
        .map(known -> new Sql.One(known.toColumn(type.cast(value)), known.sqlType()))
        .orElseThrow(() ->
            new UsageException(
                "UnmappedValue",
                "sql: the parameter :"
                    + name
                    + " got a "
                    + type.getName()
                    + ", expected a type that a column can have."));
  }

  private <T> Supplier<T> reader(Class<T> type, Rows rows, Context context) {
    var entities = session.entities();
    var entity = entities.findEntity(type);
    if (entity.isPresent()) {
      var reader = entityReader(entity.get(), rows, context);
      return () -> Fetch.requireSubtype("sql", type, reader.get());
    }
    var projection = entities.findProjection(type);
    if (projection.isPresent()) {
      return projectionReader(projection.get(), rows);
    }
    return valueReader(type, rows);
  }

  private static <T> Supplier<T> valueReader(Class<T> type, Rows rows) {
    var row = new Reordered(rows, new int[] {0});
    if (type == BigDecimal.class) {
      requireOneColumn(type, rows.labels());
      return () -> requireValue(type.cast(row.getBigDecimal(0)));
    }
    var value =
        Type.of(type)
            .orElseThrow(() ->
                new UsageException(
                    "NotMapped",
                    type.getName()
                        + ": it is no entity, projection or single value. Annotate a record with"
                        + " @Projection and compile it with ambix-processor."));
    requireOneColumn(type, rows.labels());
    return () -> requireValue(value.read(row, 0));
  }

  private static void requireOneColumn(Class<?> type, List<String> labels) {
    if (labels.size() > 1) {
      throw new UsageException(
          "SeveralColumns",
          "sql: the rows have more than a single value; got "
              + labels
              + ", expected one column for "
              + type.getSimpleName()
              + ". Select one, or read them into a @Projection record.");
    }
  }

  private static <T> T requireValue(@Nullable T value) {
    if (value == null) {
      throw new UsageException(
          "NullValue", "sql: the first column is NULL; got no value, expected one. Use coalesce.");
    }
    return value;
  }

  private static <E> Supplier<E> entityReader(EntityType<E> type, Rows rows, Context context) {
    var names =
        type.mapping().columns().stream().map(column -> column.attribute().column()).toList();
    var row = new Reordered(rows, positions(type.name(), names, rows.labels()));
    return () -> context.load(type, row, 0);
  }

  private static <P> Supplier<P> projectionReader(ProjectionMapping<P> mapping, Rows rows) {
    var positions = positions(mapping.type().getSimpleName(), mapping.labels(), rows.labels());
    var row = new Reordered(rows, positions);
    return () -> mapping.read(row, 0);
  }

  private static int[] positions(String subject, List<String> names, List<String> labels) {
    var positions = new int[names.size()];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = labels.indexOf(names.get(i));
      if (positions[i] < 0) {
        throw new UsageException(
            "ColumnMissing",
            "sql: the rows have no column "
                + names.get(i)
                + " for "
                + subject
                + "; got "
                + labels
                + ". Name it with `as`.");
      }
    }
    return positions;
  }

  /// Reads rows whose columns were found by their names, and that lead to nothing.
  private record Labelled<T>(Supplier<T> reader, List<T> rows) implements Reading<T> {
    @Override
    public List<Node> nodes() {
      return List.of();
    }

    @Override
    public void read(Row row) {
      rows.add(reader.get());
    }

    @Override
    public int size() {
      return rows.size();
    }

    @Override
    public List<T> finish() {
      return rows;
    }
  }
}
