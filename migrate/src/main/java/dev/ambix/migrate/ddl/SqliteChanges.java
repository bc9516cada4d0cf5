package dev.ambix.migrate.ddl;

import static dev.ambix.dialect.TableWriter.name;
import static dev.ambix.dialect.TableWriter.quote;
import static dev.ambix.dialect.TableWriter.text;

import dev.ambix.dialect.Dialect;
import dev.ambix.dialect.TableWriter;
import dev.ambix.schema.Change;
import dev.ambix.schema.Schema;
import dev.ambix.schema.TableName;
import java.util.List;

/// Changes as SQLite makes them. All changes of a table become one rebuild of it as soon as one of
/// them is beyond ALTER TABLE.
final class SqliteChanges implements ChangeWriter {
  private final TableWriter tables = Dialect.sqlite(new Schema(List.of())).tables();

  @Override
  public Script write(List<Change> changes, Schema before, Schema after) {
    var plans = new SqlitePlans(tables, changes, before, after);
    var out = new SqliteScript();
    for (var change : changes) {
      write(change, plans, out);
    }
    return out.script();
  }

  @Override
  public List<Script.Statement> rename(Change.Rename rename) {
    return switch (rename) {
      case Change.RenameTable(TableName old, TableName now)
          when old.name().equalsIgnoreCase(now.name()) -> {
        var between = TableName.of("ambix_new_" + now.name()); // to SQLite the two are one name
        yield List.of(renamed(old, between), renamed(between, now));
      }
      case Change.RenameTable(TableName old, TableName now) -> List.of(renamed(old, now));
      case Change.RenameSequence(TableName old, TableName now) ->
          List.of(
              Script.Statement.of(
                  "update ambix_sequence set name = "
                      + text(now.name())
                      + " where name = "
                      + text(old.name())));
      case Change.RenameColumn(TableName table, String old, String now) ->
          List.of(
              Script.Statement.of(
                  "alter table "
                      + name(table)
                      + " rename column "
                      + quote(old)
                      + " to "
                      + quote(now)));
    };
  }

  private static Script.Statement renamed(TableName old, TableName now) {
    return Script.Statement.of("alter table " + name(old) + " rename to " + quote(now.name()));
  }

  private void write(Change change, SqlitePlans plans, SqliteScript out) {
    switch (change) {
      case Change.AddNamespace _, Change.DropNamespace _ -> {}
      case Change.AddEnum _, Change.DropEnum _, Change.AlterEnum _, Change.AlterSequence _ -> {}
      case Change.AddSequence add -> tables.createSequence(add.sequence()).forEach(out::add);
      case Change.DropSequence drop ->
          out.add("delete from ambix_sequence where name = " + text(drop.sequence().name()));
      case Change.AddTable add -> plans.create(add.table().id()).forEach(out::add);
      case Change.DropTable drop -> out.add("drop table " + name(drop.table().id()));
      case Change.Rename rename -> rename(rename).forEach(it -> out.add(it.sql()));
      case Change.OfTable part -> plans.plan(part.table()).write(change, out);
    }
  }
}
