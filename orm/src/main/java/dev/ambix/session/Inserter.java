package dev.ambix.session;

import dev.ambix.entity.Entities;
import dev.ambix.entity.EntityType;
import dev.ambix.error.UsageException;
import dev.ambix.work.Change;
import dev.ambix.work.Plan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Inserts objects that do not belong to the session.
final class Inserter {
  private final Database.Parts parts;
  private final Connector connector;

  Inserter(Database.Parts parts, Connector connector) {
    this.parts = parts;
    this.connector = connector;
  }

  /// Inserts the objects in as few statements as the engine allows.
  <E> void insert(EntityType<E> type, List<E> objects) {
    identify(type, objects);
    var changes = new ArrayList<Change<?>>();
    objects.forEach(object -> changes.addAll(insertion(type, object).byTable()));
    changes.sort(Comparator.comparingInt(change -> change.type().rank()));
    var writer = new Writer(connector, parts.dialect());
    var batches =
        changes.stream().anyMatch(change -> change.type().inCycle())
            ? Plan.of(changes)
            : Plan.inOrder(changes);
    connector.together(() -> batches.forEach(writer::write));
  }

  /// The insertion of one object, with its ids and times set.
  <E> Change<E> prepare(EntityType<E> type, E object) {
    identify(type, List.of(object));
    return insertion(type, object);
  }

  private <E> Change<E> insertion(EntityType<E> type, E object) {
    return Flush.insertion(type, object, parts.generator());
  }

  private <E> void identify(EntityType<E> type, List<E> objects) {
    objects.forEach(object -> parts.generator().identify(type, object));
    var waiting = objects.stream().filter(each -> Generator.needsNumber(type, each)).toList();
    if (!waiting.isEmpty()) {
      var numbers =
          parts
              .sequences()
              .take(Generator.sequence(type), waiting.size(), parts.dialect(), connector)
              .iterator();
      waiting.forEach(each -> Generator.number(type, each, numbers.next()));
    }
  }

  /// The one entity that these objects are of.
  static <E> EntityType<E> oneType(Entities entities, List<E> objects) {
    if (objects.isEmpty()) {
      throw new UsageException(
          "NoObjects",
          "upsert: got an empty list, expected at least one object. Leave the call out where there is"
              + " none.");
    }
    var type = entities.entityOf(objects.getFirst());
    for (var object : objects) {
      if (!type.mapping().type().isInstance(object)) {
        throw new UsageException(
            "MixedEntities",
            "insert: got a "
                + type
                + " and others in one list, expected one entity. Insert each"
                + " entity by itself, or add the objects.");
      }
    }
    return type;
  }
}
