package dev.ambix.entity;

import dev.ambix.mapping.Association.Definition;
import dev.ambix.mapping.Association.Linked;
import dev.ambix.mapping.Association.Reference;
import dev.ambix.mapping.Column;
import dev.ambix.mapping.Column.Attribute;
import dev.ambix.mapping.EntityMapping;
import dev.ambix.mapping.Ref;
import dev.ambix.query.Node.Hop;
import dev.ambix.schema.OnDelete;
import dev.ambix.type.Row;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A row of a table of links: a many-to-many association is written as if its table were that of an
/// entity, whose key is the keys of both sides.
///
/// @param <S> the entity that has the association
/// @param <T> the entity that it leads to
public final class Link<S, T> {
  private final Ref<S> source = Ref.of();
  private final Ref<T> target = Ref.of();

  private Link() {}

  /// The link of two objects.
  ///
  /// @param type the table of links
  public static <S, T> Link<S, T> of(EntityType<Link<S, T>> type, S source, T target) {
    return ((Mapping<S, T>) type.mapping()).link(source, target);
  }

  /// How the links of an association are written.
  static final class Mapping<S, T> extends EntityMapping<Link<S, T>> {
    private final Reference<Link<S, T>, S> toSource;
    private final Reference<Link<S, T>, T> toTarget;

    private Mapping(Reference<Link<S, T>, S> toSource, Reference<Link<S, T>, T> toTarget) {
      super(
          linkType(),
          toSource.table(),
          Stream.concat(columns(toSource), columns(toTarget)).toList(),
          List.of(toSource, toTarget),
          Constraint.references(toSource, OnDelete.CASCADE, false),
          Constraint.references(toTarget, OnDelete.CASCADE, false),
          new Constraint.Indexed("", toTarget.columns(), false, ""));
      this.toSource = toSource;
      this.toTarget = toTarget;
    }

    static <S, T> Mapping<S, T> of(EntityMapping<S> source, Linked<S, T> linked) {
      return new Mapping<>(
          reference(linked, "source", source, linked.sourceColumns()),
          reference(linked, "target", linked.target(), linked.targetColumns()));
    }

    private static <S, T, P> Reference<Link<S, T>, P> reference(
        Linked<S, T> linked, String name, EntityMapping<P> to, List<String> columns) {
      var key = to.keyColumns().stream().map(each -> to.columns().get(each).attribute().column());
      return Reference.of(
          new Definition<>(
              linkType(),
              linked.linkTable(),
              linked.name() + "." + name,
              to.type(),
              () -> to,
              new Hop(to.table(), columns, key.toList())));
    }

    @SuppressWarnings("unchecked") // a class has no type arguments
    private static <S, T> Class<Link<S, T>> linkType() {
      return (Class<Link<S, T>>) (Class<?>) Link.class;
    }

    private static <L, P> Stream<Column<L, ?>> columns(Reference<L, P> reference) {
      var columns = new ArrayList<Column<L, ?>>();
      var to = reference.target();
      for (int i = 0; i < reference.columns().size(); i++) {
        columns.add(
            column(reference, i, to.columns().get(to.keyColumns().get(i)).attribute().type()));
      }
      return columns.stream();
    }

    private static <L, V> Column<L, V> column(
        Reference<L, ?> reference, int part, dev.ambix.type.Type<V> type) {
      return new Column.Value<>(
          Attribute.of(
                  reference.entity(),
                  reference.table(),
                  reference.name(),
                  reference.columns().get(part),
                  type)
              .asKey());
    }

    /// The link of two objects.
    Link<S, T> link(S source, T target) {
      var link = new Link<S, T>();
      toSource.assign(link.source, source);
      toTarget.assign(link.target, target);
      return link;
    }

    @Override
    public Link<S, T> create() {
      return new Link<>();
    }

    @Override
    public void read(Link<S, T> link, Row row, int first) {
      toSource.read(link.source, row, first);
      toTarget.read(link.target, row, first + toSource.columns().size());
    }

    @Override
    public @Nullable Object get(Link<S, T> link, int column) {
      int parts = toSource.columns().size();
      return column < parts
          ? toSource.get(link.source, column)
          : toTarget.get(link.target, column - parts);
    }

    @Override
    public void set(Link<S, T> link, int column, @Nullable Object value) {
      int parts = toSource.columns().size();
      if (column < parts) {
        toSource.set(link.source, column, value);
      } else {
        toTarget.set(link.target, column - parts, value);
      }
    }

    @Override
    public Object association(Link<S, T> link, int association) {
      return association == 0 ? link.source : link.target;
    }

    @Override
    public Object snapshot(Link<S, T> link) {
      var values = new ArrayList<@Nullable Object>();
      for (int i = 0; i < columns().size(); i++) {
        values.add(get(link, i));
      }
      return values;
    }

    /// A link has nothing but its key.
    @Override
    public void changes(Link<S, T> link, Object snapshot, BitSet changed) {}

    @Override
    public void restore(Link<S, T> link, Object snapshot) {
      var values = (List<?>) snapshot;
      for (int i = 0; i < columns().size(); i++) {
        set(link, i, values.get(i));
      }
    }
  }
}
