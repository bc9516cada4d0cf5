package dev.ambix.migrate.ddl;

import dev.ambix.dialect.TableWriter;
import dev.ambix.schema.Change;
import dev.ambix.schema.Schema;
import dev.ambix.schema.Table;
import dev.ambix.schema.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How each table gets from one state to the other.
final class SqlitePlans {
  private final TableWriter tables;
  private final Schema before;
  private final Schema after;
  private final Map<TableName, List<Change>> changes = new HashMap<>();
  private final Map<TableName, Plan> plans = new HashMap<>();

  SqlitePlans(TableWriter tables, List<Change> changes, Schema before, Schema after) {
    this.tables = tables;
    this.before = before;
    this.after = after;
    for (var change : changes) {
      if (change instanceof Change.OfTable part) {
        this.changes.computeIfAbsent(part.table(), _ -> new ArrayList<>()).add(change);
      }
    }
  }

  /// What a table does about its changes, one after the other.
  interface Plan {
    void write(Change change, SqliteScript out);
  }

  /// The statements that make a new table as it is in the end: a foreign key may refer to a table
  /// that is yet to come.
  List<String> create(TableName id) {
    var table = after.table(id).orElseThrow();
    var statements = new ArrayList<String>();
    statements.add(tables.table(table));
    table.indexes().forEach(index -> statements.add(tables.index(id, index)));
    return statements;
  }

  Plan plan(TableName id) {
    return plans.computeIfAbsent(id, this::choose);
  }

  private Plan choose(TableName id) {
    var old = before.table(id);
    var now = after.table(id);
    if (old.isEmpty()) {
      return (_, _) -> {}; // what create has written
    }
    if (now.isEmpty()) {
      // Tables that refer to each other go: the first would take the rows of the other along.
      return (_, out) -> out.withoutForeignKeys();
    }
    var mine = changes.getOrDefault(id, List.of());
    var inPlace = new InPlace(tables, old.get(), now.get(), mine);
    return inPlace.possible() ? inPlace : rebuild(old.get(), now.get());
  }

  private Plan rebuild(Table old, Table now) {
    var rebuild = new TableRebuild(tables, old, now, before.views());
    var done = new ArrayList<Table>();
    return (_, out) -> {
      if (done.isEmpty()) {
        done.add(now);
        out.withoutForeignKeys();
        rebuild.statements().forEach(out::add);
      }
    };
  }
}
