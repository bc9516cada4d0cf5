package dev.ambix.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Works out the changes from one schema to another.
///
/// Both are of one engine's spelling, as catalogs are: texts are compared as they stand. The order
/// of columns is no difference, since no engine can change it.
public final class Diff {
  private final Schema before;
  private final Schema after;
  private final Phases phases = new Phases();

  private Diff(Schema before, Schema after) {
    this.before = before;
    this.after = after;
  }

  /// The changes that turn `before` into `after`, in an order in which they can run: what is new
  /// comes before what needs it, foreign keys after all tables, a new index before the old one
  /// goes, and what loses data last. The same schemas give the same list.
  ///
  /// A new name shows as a drop and an addition: see [LikelyRenames].
  public static List<Change> between(Schema before, Schema after) {
    return new Diff(before, after).changes();
  }

  private List<Change> changes() {
    namespaces();
    enums();
    sequences();
    var common = new ArrayList<TableDiff>();
    for (var table : sorted(before.tables(), Table::id)) {
      after.table(table.id()).ifPresent(other -> common.add(new TableDiff(table, other)));
    }
    var added = sorted(after.tables(), Table::id);
    added.removeIf(table -> before.table(table.id()).isPresent());
    var names = new HashSet<String>();
    common.forEach(table -> names.addAll(table.addedNames()));
    added.forEach(table -> {
      names.add(table.name());
      table.constraints().forEach(each -> names.add(each.name()));
      table.indexes().forEach(each -> names.add(each.name()));
    });
    common.forEach(table -> table.write(phases, names));
    replaceReferences();
    addTables();
    dropTables();
    return phases.inOrder();
  }

  private void namespaces() {
    after.namespaces().stream()
        .filter(name -> !before.namespaces().contains(name))
        .sorted()
        .forEach(name -> phases.begin.add(new Change.AddNamespace(name)));
    before.namespaces().stream()
        .filter(name -> !after.namespaces().contains(name))
        .sorted()
        .forEach(name -> phases.end.add(new Change.DropNamespace(name)));
  }

  private void enums() {
    var old = byName(before.enums(), EnumType::id);
    var now = byName(after.enums(), EnumType::id);
    now.forEach((id, type) -> {
      var was = old.get(id);
      if (was == null) {
        phases.begin.add(new Change.AddEnum(type));
      } else if (!was.equals(type)) {
        phases.begin.add(new Change.AlterEnum(was, type));
      }
    });
    old.forEach((id, type) -> {
      if (!now.containsKey(id)) {
        phases.types.add(new Change.DropEnum(type));
      }
    });
  }

  private void sequences() {
    var old = byName(before.sequences(), Sequence::id);
    var now = byName(after.sequences(), Sequence::id);
    now.forEach((id, sequence) -> {
      var was = old.get(id);
      if (was == null) {
        phases.begin.add(new Change.AddSequence(sequence));
      } else if (!was.equals(sequence)) {
        phases.begin.add(new Change.AlterSequence(was, sequence));
      }
    });
    old.forEach((id, sequence) -> {
      if (!now.containsKey(id)) {
        phases.types.add(new Change.DropSequence(sequence));
      }
    });
  }

  /// A foreign key goes before the key it refers to, and comes back after the new one is there.
  private void replaceReferences() {
    var gone = new HashSet<Set<Object>>();
    for (var change : phases.early) {
      if (change instanceof Change.DropConstraint drop) {
        keyColumns(drop.constraint()).ifPresent(columns -> gone.add(Set.of(drop.table(), columns)));
      }
    }
    for (var table : sorted(before.tables(), Table::id)) {
      for (var key : table.foreignKeys()) {
        var drop = new Change.DropConstraint(table.id(), key);
        if (gone.contains(Set.of(key.target(), key.targetColumns()))
            && !phases.early.contains(drop)) {
          phases.late.remove(drop);
          phases.early.addFirst(drop);
          if (after.table(table.id()).stream().anyMatch(it -> it.foreignKeys().contains(key))) {
            phases.refer.add(new Change.AddConstraint(table.id(), key));
          }
        }
      }
    }
  }

  private static Optional<List<String>> keyColumns(Constraint constraint) {
    return switch (constraint) {
      case PrimaryKey key -> Optional.of(key.columns());
      case UniqueKey key -> Optional.of(key.columns());
      case ForeignKey _, Check _ -> Optional.empty();
    };
  }

  private void addTables() {
    var there =
        before.tables().stream().map(Table::id).collect(Collectors.toCollection(HashSet::new));
    for (var table : after.parentsFirst()) {
      if (there.add(table.id())) {
        var now = table.foreignKeys().stream().filter(key -> there.contains(key.target())).toList();
        phases.create.add(new Change.AddTable(table.withForeignKeys(now)));
        table.foreignKeys().stream()
            .filter(key -> !there.contains(key.target()))
            .forEach(key -> phases.refer.add(new Change.AddConstraint(table.id(), key)));
      }
    }
  }

  private void dropTables() {
    var dropped =
        before.parentsFirst().reversed().stream()
            .filter(table -> after.table(table.id()).isEmpty())
            .toList();
    var left = new ArrayList<>(dropped);
    for (var table : dropped) {
      left.remove(table);
      var kept = new ArrayList<>(table.foreignKeys());
      for (var other : left) {
        for (var key : other.foreignKeys()) {
          var drop = new Change.DropConstraint(other.id(), key);
          if (key.target().equals(table.id()) && !phases.early.contains(drop)) {
            phases.tables.add(drop);
          }
        }
      }
      kept.removeIf(key -> isDropped(table.id(), key));
      phases.tables.add(new Change.DropTable(table.withForeignKeys(kept)));
    }
  }

  private boolean isDropped(TableName table, ForeignKey key) {
    var drop = new Change.DropConstraint(table, key);
    return phases.early.contains(drop) || phases.tables.contains(drop);
  }

  static <T, K extends Comparable<K>> Map<K, T> byName(List<T> all, Function<T, K> name) {
    var map = new TreeMap<K, T>();
    all.forEach(each -> map.put(name.apply(each), each));
    return map;
  }

  private static <T, K extends Comparable<K>> List<T> sorted(List<T> all, Function<T, K> name) {
    var list = new ArrayList<>(all);
    list.sort(Comparator.comparing(name));
    return list;
  }
}
