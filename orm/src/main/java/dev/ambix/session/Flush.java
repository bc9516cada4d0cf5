package dev.ambix.session;

import dev.ambix.dialect.Dialect;
import dev.ambix.entity.EntityType;
import dev.ambix.error.UsageException;
import dev.ambix.mapping.Column.Attribute.Source;
import dev.ambix.work.Change;
import dev.ambix.work.Plan;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One flush: finds what the program has changed, plans it, and writes it.
final class Flush {
  private final Context context;
  private final Relations relations;
  private final Connector connector;
  private final Dialect dialect;
  private final Generator generator;
  private final Sequences sequences;
  private final List<Change<?>> changes = new ArrayList<>();

  /// Those of the changes, in the same order; those of links have none.
  private final List<Entry<?>> entries = new ArrayList<>();

  private BitSet changed = new BitSet();

  Flush(Session session, Dialect dialect, Generator generator, Sequences sequences) {
    this.context = session.context();
    this.relations = session.relations();
    this.connector = session.connector();
    this.dialect = dialect;
    this.generator = generator;
    this.sequences = sequences;
  }

  void run() {
    if (find()) {
      write();
    }
  }

  /// Finds what was changed.
  ///
  /// @return whether there is anything to write
  boolean find() {
    number();
    context.added().forEach(this::insertion);
    context.forEachLoaded(this::change);
    changes.addAll(relations.links(generator));
    if (!changes.isEmpty() && connector.readOnly()) {
      throw Connector.readOnlySession("a change of " + changes.getFirst().type().name());
    }
    waitForParents(changes);
    return !changes.isEmpty();
  }

  /// What was found, but for links.
  List<Change<?>> changes() {
    return changes.subList(0, entries.size());
  }

  /// Writes what was found.
  void write() {
    var writer = new Writer(connector, dialect);
    var byTable = changes.stream().<Change<?>>flatMap(each -> each.byTable().stream()).toList();
    waitForParents(byTable);
    var batches = Plan.of(byTable);
    connector.together(() -> batches.forEach(writer::write));
    for (int i = 0; i < entries.size(); i++) {
      finish(entries.get(i), changes.get(i));
    }
    relations.flushed();
    followDeletions();
  }

  /// Keys of rows that this flush inserts may not be known before it has inserted them.
  private void waitForParents(List<Change<?>> waiting) {
    for (var change : waiting) {
      for (var reference : change.type().references()) {
        var parent = change.parent(reference);
        if (parent != null && isAdded(parent)) {
          change.waitFor(reference.columns());
        }
      }
    }
  }

  private <P> boolean isAdded(P parent) {
    var entry = context.of(parent);
    return entry != null && entry.snapshot == null;
  }

  private void followDeletions() {
    var gone = new LinkedHashMap<EntityType<?>, Set<Object>>();
    for (var change : changes) {
      if (change.kind() == Change.Kind.DELETE) {
        gone.computeIfAbsent(change.type(), _ -> new HashSet<>())
            .add(Objects.requireNonNull(change.key(), "key"));
      }
    }
    gone.forEach(context::deleted);
  }

  /// Gives numbers to the new objects that wait for one, with one statement for each sequence.
  private void number() {
    if (connector.readOnly() || context.added().isEmpty()) {
      return;
    }
    var waiting = new LinkedHashMap<EntityType<?>, List<Object>>();
    for (var entry : context.added()) {
      if (needsNumber(entry)) {
        waiting.computeIfAbsent(entry.type, _ -> new ArrayList<>()).add(entry.entity);
      }
    }
    waiting.forEach(this::number);
  }

  private static <E> boolean needsNumber(Entry<E> entry) {
    return Generator.needsNumber(entry.type, entry.entity);
  }

  @SuppressWarnings("unchecked") // the objects are of the type under which they wait
  private <E> void number(EntityType<E> type, List<Object> objects) {
    var numbers =
        sequences.take(Generator.sequence(type), objects.size(), dialect, connector).iterator();
    objects.forEach(object -> Generator.number(type, (E) object, numbers.next()));
  }

  private <E> void insertion(Entry<E> entry) {
    add(entry, insertion(entry.type, entry.entity, generator));
  }

  private <E> void add(Entry<E> entry, Change<E> change) {
    entries.add(entry);
    changes.add(change);
  }

  /// The insertion of an object: all columns but those that the database fills.
  static <E> Change<E> insertion(EntityType<E> type, E entity, Generator generator) {
    generator.stamp(type, entity);
    var values = values(type, entity);
    var columns = new BitSet();
    columns.set(0, values.length);
    for (int i = 0; i < values.length; i++) {
      var attribute = type.attribute(i);
      boolean filled =
          (attribute.source() == Source.IDENTITY && Generator.isUnset(values[i]))
              || (attribute.defaultValue().isPresent()
                  && values[i] == null
                  && type.mapping().has(entity, i));
      columns.set(i, !filled);
      type.check(i, values[i]);
    }
    return Change.insert(type, entity, columns, values);
  }

  private <E> void change(Entry<E> entry) {
    var snapshot = Objects.requireNonNull(entry.snapshot, "snapshot");
    if (entry.removed) {
      add(entry, Change.delete(entry.type, entry.entity, snapshot));
    } else if (entry.isChanged(changed)) {
      add(entry, update(entry, snapshot));
      changed = new BitSet();
    }
  }

  private <E> Change<E> update(Entry<E> entry, Object snapshot) {
    var type = entry.type;
    if (type.keyColumns().stream().anyMatch(changed::get)) {
      throw new UsageException(
          "KeyChanged",
          type.name()
              + ": its primary key was changed; got a new key, expected that of its row."
              + " Remove the object and add another.");
    }
    var values = values(type, entry.entity);
    for (var column : type.positions(Source.UPDATED_AT)) {
      if (!changed.get(column)) {
        changed.set(column);
        values[column] = generator.now();
      }
    }
    changed.stream().forEach(column -> type.check(column, values[column]));
    var columns = (BitSet) type.shapes().of(changed).clone();
    type.version().ifPresent(columns::set);
    var change = Change.update(type, entry.entity, columns, values, snapshot);
    type.version().ifPresent(column -> values[column] = next(change.before(column)));
    return change;
  }

  private static Object next(@Nullable Object version) {
    return switch (version) {
      case Integer number -> (Object) (number + 1);
      case Long number -> (Object) (number + 1);
      case null, default -> throw new IllegalStateException("version " + version);
    };
  }

  private static <E> @Nullable Object[] values(EntityType<E> type, E entity) {
    var values = new @Nullable Object[type.mapping().columns().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = type.mapping().get(entity, i);
    }
    return values;
  }

  /// Brings the object and its entry up to what was written.
  private <E> void finish(Entry<E> entry, Change<?> change) {
    var type = entry.type;
    switch (change.kind()) {
      case INSERT -> context.inserted(entry);
      case UPDATE -> {
        for (var source : List.of(Source.VERSION, Source.UPDATED_AT)) {
          type.positions(source)
              .forEach(column -> type.mapping().set(entry.entity, column, change.after(column)));
        }
        entry.synchronize();
      }
      case DELETE -> {
        context.forget(entry);
        relations.deleted(entry);
      }
    }
  }
}
