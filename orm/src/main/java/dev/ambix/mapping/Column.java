package dev.ambix.mapping;

import dev.ambix.query.Expression;
import dev.ambix.query.Expression.JsonExpression;
import dev.ambix.query.Expression.ListExpression;
import dev.ambix.query.Node;
import dev.ambix.query.NumberExpression;
import dev.ambix.query.OrderedExpression;
import dev.ambix.query.TextExpression;
import dev.ambix.schema.Default;
import dev.ambix.type.Row;
import dev.ambix.type.Type;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A column of an entity, as queries name it: `User_.username`. Each kind has the operators of its
/// values.
///
/// @param <E> the entity
/// @param <T> the attribute's type, boxed
public sealed interface Column<E, T> extends Expression<T> {
  /// What there is to know of it.
  Attribute<E, T> attribute();

  @Override
  default Node node() {
    return new Node.ColumnRef(attribute().origin(), attribute().column());
  }

  @Override
  default Type<T> type() {
    return attribute().type();
  }

  /// The attribute value in this column of the row; null for NULL.
  default @Nullable T read(Row row, int column) {
    return attribute().type().read(row, column);
  }

  /// A column of text.
  ///
  /// @param attribute what there is to know of it
  /// @param <E> the entity
  record Text<E>(Attribute<E, String> attribute) implements Column<E, String>, TextExpression {}

  /// A column of numbers.
  ///
  /// @param attribute what there is to know of it
  /// @param <E> the entity
  /// @param <T> the attribute's type, boxed
  record Numeric<E, T extends Number>(Attribute<E, T> attribute)
      implements Column<E, T>, NumberExpression<T> {}

  /// A column whose values have an order: times, dates, UUIDs, enums, and what converters make.
  ///
  /// @param attribute what there is to know of it
  /// @param <E> the entity
  /// @param <T> the attribute's type, boxed
  record Ordered<E, T>(Attribute<E, T> attribute) implements Column<E, T>, OrderedExpression<T> {}

  /// A column whose values have no order worth asking for: truth values and bytes.
  ///
  /// @param attribute what there is to know of it
  /// @param <E> the entity
  /// @param <T> the attribute's type, boxed
  record Value<E, T>(Attribute<E, T> attribute) implements Column<E, T> {}

  /// A column of lists.
  ///
  /// @param attribute what there is to know of it
  /// @param <E> the entity
  /// @param <T> the type of a list's elements, boxed
  record Array<E, T>(Attribute<E, List<T>> attribute)
      implements Column<E, List<T>>, ListExpression<T> {}

  /// A column of JSON.
  ///
  /// @param attribute what there is to know of it
  /// @param <E> the entity
  /// @param <T> the attribute's type
  record Json<E, T>(Attribute<E, T> attribute) implements Column<E, T>, JsonExpression<T> {}

  /// What there is to know of an attribute that stands in one column. Generated code makes it; the
  /// methods that change something return a copy.
  ///
  /// @param entity the entity
  /// @param table the name of its table
  /// @param name the name of the attribute; of a component of an embedded record, `address.city`
  /// @param column the name of the column
  /// @param type how its values stand in the column
  /// @param key whether it is in the primary key
  /// @param nullable whether it may be NULL
  /// @param sensitive whether no answer and no log may hold it
  /// @param source who sets its value
  /// @param defaultValue what the database puts in when an INSERT does not name the column
  /// @param origin where queries find it: the table, or what is joined to another one
  /// @param <E> the entity
  /// @param <T> the attribute's type, boxed
  record Attribute<E, T>(
      Class<E> entity,
      String table,
      String name,
      String column,
      Type<T> type,
      boolean key,
      boolean nullable,
      boolean sensitive,
      Source source,
      Optional<Default> defaultValue,
      Node.Origin origin) {

    /// Who sets the value of an attribute.
    public enum Source {
      /// The program.
      PROGRAM,
      /// The database, a number for each row.
      IDENTITY,
      /// A sequence of the database, in blocks.
      SEQUENCE,
      /// The session: a UUID of version 7.
      UUID_V7,
      /// The session: it counts the changes of the row.
      VERSION,
      /// The session: the time of the insertion.
      CREATED_AT,
      /// The session: the time of the last change.
      UPDATED_AT
    }

    /// A NOT NULL attribute that the program sets.
    public static <E, T> Attribute<E, T> of(
        Class<E> entity, String table, String name, String column, Type<T> type) {
      return new Attribute<>(
          entity,
          table,
          name,
          column,
          type,
          false,
          false,
          false,
          Source.PROGRAM,
          Optional.empty(),
          new Node.Origin.Named(table, table));
    }

    /// The same, of a subtype whose table is joined to that of its root.
    ///
    /// @param root the table of the root
    /// @param keys the columns of the primary key, the same in both tables
    public Attribute<E, T> joinedTo(String root, String... keys) {
      return new Attribute<>(
          entity,
          table,
          name,
          column,
          type,
          key,
          nullable,
          sensitive,
          source,
          defaultValue,
          Node.Origin.part(table, root, keys));
    }

    /// The same, in a table where the program sets it.
    public Attribute<E, T> movedTo(String newTable) {
      return new Attribute<>(
          entity,
          newTable,
          name,
          column,
          type,
          key,
          nullable,
          sensitive,
          Source.PROGRAM,
          defaultValue,
          new Node.Origin.Named(newTable, newTable));
    }

    /// Its column in the rows of an origin, where its table may have to be joined to them.
    public Node in(Node.Origin rows) {
      return new Node.ColumnRef(origin.startingAt(rows), column);
    }

    /// The same, in the primary key.
    public Attribute<E, T> asKey() {
      return new Attribute<>(
          entity,
          table,
          name,
          column,
          type,
          true,
          nullable,
          sensitive,
          source,
          defaultValue,
          origin);
    }

    /// The same, where NULL is allowed.
    public Attribute<E, T> asNullable() {
      return new Attribute<>(
          entity, table, name, column, type, key, true, sensitive, source, defaultValue, origin);
    }

    /// The same, kept out of answers and logs.
    public Attribute<E, T> asSensitive() {
      return new Attribute<>(
          entity, table, name, column, type, key, nullable, true, source, defaultValue, origin);
    }

    /// The same, set by another.
    public Attribute<E, T> from(Source newSource) {
      return new Attribute<>(
          entity,
          table,
          name,
          column,
          type,
          key,
          nullable,
          sensitive,
          newSource,
          defaultValue,
          origin);
    }

    /// The same, with a constant as its default.
    public Attribute<E, T> withDefault(String text) {
      return withDefault(new Default.Literal(text));
    }

    /// The same, with an SQL expression as its default.
    public Attribute<E, T> withSqlDefault(@SqlText String sql) {
      return withDefault(new Default.Sql(sql));
    }

    private Attribute<E, T> withDefault(Default value) {
      return new Attribute<>(
          entity,
          table,
          name,
          column,
          type,
          key,
          nullable,
          sensitive,
          source,
          Optional.of(value),
          origin);
    }
  }
}
