package dev.ambix.processor.check;

import dev.ambix.processor.read.Annotation;
import dev.ambix.processor.read.JavaType;
import dev.ambix.processor.read.Origin;
import dev.ambix.processor.read.TypeName;
import java.util.List;
import java.util.stream.Stream;

/// An attribute that leads to other entities.
///
/// @param target the entity that it leads to
/// @param hops the way from a row to those that it leads to, a table at a time
/// @param link what kind of association it is
/// @param annotations the annotations of its field
public record AssociationPlan(
    Origin origin,
    String path,
    JavaType type,
    TypeName target,
    List<Hop> hops,
    Link link,
    List<Annotation> annotations)
    implements AttributePlan {
  public AssociationPlan {
    hops = List.copyOf(hops);
    annotations = List.copyOf(annotations);
  }

  /// The field holds a [Ref] or a [Many], even if that is empty.
  @Override
  public boolean nullable() {
    return false;
  }

  @Override
  public Stream<Column> columns() {
    return link instanceof Reference reference ? reference.columns().stream() : Stream.empty();
  }

  /// Whether it leads to one row at the most.
  public boolean isOne() {
    return switch (link) {
      case Reference _, Inverse _ -> true;
      case Children _, Linked _ -> false;
    };
  }

  /// A step from the rows of one table to those of another.
  ///
  /// @param table the table it leads to
  /// @param from the columns of the rows it starts at
  /// @param to the columns of `table` that equal them, in the same order
  public record Hop(String table, List<String> from, List<String> to) {
    public Hop {
      from = List.copyOf(from);
      to = List.copyOf(to);
    }

    /// The way back, to the table that this one starts at.
    Hop back(String start) {
      return new Hop(start, to, from);
    }
  }

  /// How the rows are linked.
  public sealed interface Link {}

  /// Columns of the entity that hold the key of another row.
  ///
  /// @param columns the columns, in the order of the key
  /// @param optional whether there may be none
  /// @param unique whether no other row refers to the same one
  /// @param onDelete the name of a constant of `dev.ambix.schema.OnDelete`
  /// @param deferred whether the check waits for the commit
  public record Reference(
      List<Column> columns, boolean optional, boolean unique, String onDelete, boolean deferred)
      implements Link {
    public Reference {
      columns = List.copyOf(columns);
    }
  }

  /// The other side of a one-to-one reference.
  public record Inverse(String mappedBy) implements Link {}

  /// The rows that refer to this one.
  public record Children(String mappedBy, boolean orphanRemoval, List<Order> order)
      implements Link {
    public Children {
      order = List.copyOf(order);
    }
  }

  /// The rows that a table of links links to this one.
  ///
  /// @param mappedBy the association that has the table; empty for this one
  public record Linked(String mappedBy, List<Order> order) implements Link {
    public Linked {
      order = List.copyOf(order);
    }
  }

  /// An order by an attribute of the other entity.
  ///
  /// @param path the attribute
  /// @param descending whether the greatest comes first
  public record Order(String path, boolean descending) {}
}
