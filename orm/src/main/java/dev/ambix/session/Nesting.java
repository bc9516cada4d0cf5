package dev.ambix.session;

import dev.ambix.entity.EntityType;
import dev.ambix.mapping.ProjectionMapping;
import dev.ambix.mapping.ProjectionMapping.Lists;
import dev.ambix.mapping.ProjectionMapping.Nested;
import dev.ambix.query.Node;
import dev.ambix.query.Node.ColumnRef;
import dev.ambix.type.Row;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads records that have lists: the rows are kept until a statement for each list has read what
/// is in it, for all rows at once; then the records are made.
///
/// @param <P> the record
final class Nesting<P> implements Reading<P> {
  private final Session session;
  private final Context context;
  private final ProjectionMapping<P> mapping;
  private final List<Part<?>> parts = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();
  private final List<KeptRow> rows = new ArrayList<>();

  Nesting(Session session, Context context, ProjectionMapping<P> mapping) {
    this.session = session;
    this.context = context;
    this.mapping = mapping;
    mapping.columns().forEach(column -> nodes.add(column.node()));
    for (var list : mapping.lists()) {
      var part = part(list);
      parts.add(part);
      for (int column : part.owner.keyColumns()) {
        nodes.add(new ColumnRef(list.path().from(), part.owner.columnName(column)));
      }
    }
  }

  private <C> Part<C> part(Nested<C> list) {
    var owner = session.entities().entity(list.path().steps().getLast().association().entity());
    return new Part<>(list, owner, nodes.size(), new ArrayList<>());
  }

  @Override
  public List<Node> nodes() {
    return nodes;
  }

  @Override
  public void read(Row row) {
    rows.add(KeptRow.of(row, mapping.columns()));
    parts.forEach(part -> part.keys.add(part.owner.mapping().keyAt(row, part.first)));
  }

  @Override
  public int size() {
    return rows.size();
  }

  @Override
  public List<P> finish() {
    var found = new ArrayList<List<? extends List<?>>>();
    parts.forEach(part -> found.add(elements(part)));
    var records = new ArrayList<P>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      int at = i;
      var lists = new Lists(found.stream().<List<?>>map(each -> each.get(at)).toList());
      records.add(mapping.read(rows.get(i), 0, lists));
    }
    return records;
  }

  /// The elements of a list, for each row.
  private <C> List<List<C>> elements(Part<C> part) {
    var keys = new LinkedHashSet<Object>();
    for (var key : part.keys) {
      if (key != null) {
        keys.add(key);
      }
    }
    var reading = Result.of(part.list.element(), session.entities()).open(session, context, false);
    Map<Object, List<C>> byKey =
        ByKey.of(session, part.list.path().steps().getLast())
            .read(session, List.copyOf(keys), reading);
    var elements = new ArrayList<List<C>>();
    for (var key : part.keys) {
      elements.add(key == null ? List.of() : List.copyOf(byKey.getOrDefault(key, List.of())));
    }
    return elements;
  }

  /// A list of the records.
  ///
  /// @param owner the entity that has the association
  /// @param first where its key stands in a row
  /// @param keys its key in each row; null where a join has found none
  private record Part<C>(
      Nested<C> list, EntityType<?> owner, int first, List<@Nullable Object> keys) {}
}
