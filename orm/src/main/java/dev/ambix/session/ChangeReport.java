package dev.ambix.session;

import dev.ambix.mapping.Column;
import dev.ambix.session.Listener.AttributeChange;
import dev.ambix.work.Change;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes of a change of a flush what listeners hear of it.
final class ChangeReport {
  private ChangeReport() {}

  /// @param written whether the row is as the change says, so that the object has all its values
  static <E> Listener.Change of(Change<E> change, boolean written) {
    var columns = change.type().mapping().columns();
    var attributes = new ArrayList<AttributeChange>();
    for (int i = 0; i < columns.size(); i++) {
      if (!change.type().mapping().has(change.entity(), i)) {
        continue;
      }
      var before = change.kind() == Change.Kind.INSERT ? null : change.before(i);
      var after = after(change, i, written);
      if (change.kind() != Change.Kind.UPDATE || !Objects.deepEquals(before, after)) {
        attributes.add(
            new AttributeChange(
                columns.get(i).attribute().name(),
                value(columns.get(i), before),
                value(columns.get(i), after),
                columns.get(i).attribute().sensitive()));
      }
    }
    var kind =
        switch (change.kind()) {
          case INSERT -> Listener.Change.Kind.INSERT;
          case UPDATE -> Listener.Change.Kind.UPDATE;
          case DELETE -> Listener.Change.Kind.DELETE;
        };
    return new Listener.Change(kind, change.entity(), key(change), attributes);
  }

  private static <E> @Nullable Object after(Change<E> change, int column, boolean written) {
    return switch (change.kind()) {
      case INSERT ->
          written ? change.type().mapping().get(change.entity(), column) : change.after(column);
      case UPDATE -> change.columns().get(column) ? change.after(column) : change.before(column);
      case DELETE -> null;
    };
  }

  private static <E> Optional<Object> key(Change<E> change) {
    var values = new ArrayList<Object>();
    for (var column : change.type().keyColumns()) {
      var stored = change.type().mapping().get(change.entity(), column);
      if (Generator.isUnset(stored) && change.type().keyColumns().size() == 1) {
        return Optional.empty();
      }
      values.add(
          Objects.requireNonNull(value(change.type().mapping().columns().get(column), stored)));
    }
    return Optional.of(values.size() == 1 ? values.getFirst() : values);
  }

  private static <T> @Nullable T value(Column<?, T> column, @Nullable Object stored) {
    return stored == null ? null : column.type().fromColumn(stored);
  }
}
