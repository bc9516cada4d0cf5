package dev.ambix.mapping;

import dev.ambix.schema.Default;
import dev.ambix.type.Type;
import java.util.Optional;

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
/// @param <E> the entity
/// @param <T> the attribute's type, boxed
public record Attribute<E, T>(
    Class<E> entity,
    String table,
    String name,
    String column,
    Type<T> type,
    boolean key,
    boolean nullable,
    boolean sensitive,
    Source source,
    Optional<Default> defaultValue) {

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
        entity, table, name, column, type, false, false, false, Source.PROGRAM, Optional.empty());
  }

  /// The same, in the primary key.
  public Attribute<E, T> asKey() {
    return new Attribute<>(
        entity, table, name, column, type, true, nullable, sensitive, source, defaultValue);
  }

  /// The same, where NULL is allowed.
  public Attribute<E, T> asNullable() {
    return new Attribute<>(
        entity, table, name, column, type, key, true, sensitive, source, defaultValue);
  }

  /// The same, kept out of answers and logs.
  public Attribute<E, T> asSensitive() {
    return new Attribute<>(
        entity, table, name, column, type, key, nullable, true, source, defaultValue);
  }

  /// The same, set by another.
  public Attribute<E, T> from(Source newSource) {
    return new Attribute<>(
        entity, table, name, column, type, key, nullable, sensitive, newSource, defaultValue);
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
        entity, table, name, column, type, key, nullable, sensitive, source, Optional.of(value));
  }
}
