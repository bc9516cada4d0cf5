package dev.ambix.processor.check;

import dev.ambix.processor.read.Annotation;
import dev.ambix.processor.read.JavaType;
import dev.ambix.processor.read.Origin;
import dev.ambix.processor.read.TypeName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// An attribute: a column, a record whose components are attributes, or an association.
public sealed interface AttributePlan permits AttributePlan.Stored, AssociationPlan {
  /// Where its field or component stands.
  Origin origin();

  /// From the entity to here: `address.city`.
  String path();

  /// The type of its field or component.
  JavaType type();

  /// Whether its field or component may be null.
  boolean nullable();

  /// The columns in it, in order.
  Stream<Column> columns();

  /// Its own name, the last of the path.
  default String name() {
    return path().substring(path().lastIndexOf('.') + 1);
  }

  /// An attribute whose value stands in the row.
  sealed interface Stored extends AttributePlan {}

  /// An attribute that stands in one column.
  ///
  /// @param index the position of its column, counted from 0
  /// @param column the name of its column
  /// @param value how its values stand in the column
  /// @param key whether it is in the primary key
  /// @param columnNullable whether the column may be NULL: the attribute may be null, or a record
  ///   around it
  /// @param sensitive whether no answer and no log may hold it
  /// @param source who sets its value
  /// @param defaultValue what the database puts in
  /// @param annotations the annotations of its field or component
  record Column(
      Origin origin,
      String path,
      JavaType type,
      boolean nullable,
      int index,
      String column,
      ValueType value,
      boolean key,
      boolean columnNullable,
      boolean sensitive,
      Source source,
      Optional<DefaultPlan> defaultValue,
      List<Annotation> annotations)
      implements Stored {
    public Column {
      annotations = List.copyOf(annotations);
    }

    @Override
    public Stream<Column> columns() {
      return Stream.of(this);
    }
  }

  /// A record whose components are attributes.
  ///
  /// @param recordName the record
  /// @param parts its components, in order
  record Embedded(
      Origin origin,
      String path,
      JavaType type,
      boolean nullable,
      TypeName recordName,
      List<Stored> parts)
      implements Stored {
    public Embedded {
      parts = List.copyOf(parts);
    }

    @Override
    public Stream<Column> columns() {
      return parts.stream().flatMap(AttributePlan::columns);
    }
  }

  /// Who sets an attribute; the names are those of `Attribute.Source`.
  enum Source {
    PROGRAM,
    IDENTITY,
    SEQUENCE,
    UUID_V7,
    VERSION,
    CREATED_AT,
    UPDATED_AT
  }

  /// The default of a column.
  ///
  /// @param isSql whether the text is an SQL expression, not a constant
  record DefaultPlan(String text, boolean isSql) {}
}
