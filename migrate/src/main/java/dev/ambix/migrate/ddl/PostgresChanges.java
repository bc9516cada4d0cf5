package dev.ambix.migrate.ddl;

import static dev.ambix.dialect.TableWriter.name;
import static dev.ambix.dialect.TableWriter.quote;
import static dev.ambix.dialect.TableWriter.text;

import dev.ambix.dialect.Dialect;
import dev.ambix.dialect.TableWriter;
import dev.ambix.migrate.ddl.Script.Statement;
import dev.ambix.schema.Change;
import dev.ambix.schema.Column;
import dev.ambix.schema.Constraint;
import dev.ambix.schema.EnumType;
import dev.ambix.schema.Index;
import dev.ambix.schema.Schema;
import dev.ambix.schema.Sequence;
import dev.ambix.schema.Table;
import dev.ambix.schema.TableName;
import java.util.HashSet;
import java.util.List;

/// Changes as PostgreSQL makes them: those of one table that follow each other are one ALTER TABLE.
final class PostgresChanges implements ChangeWriter {
  private final TableWriter tables = Dialect.postgresql().tables();
  private final PostgresColumns columns = new PostgresColumns(tables);

  @Override
  public Script write(List<Change> changes, Schema before, Schema after) {
    var out = new PostgresScript();
    var gone = new HashSet<Change>();
    for (var change : changes) {
      if (change instanceof Change.AlterEnum alter) {
        new PostgresEnums(tables, gone).alter(alter, before, after).forEach(out::add);
      } else if (!gone.contains(change)) {
        write(change, after, out);
      }
    }
    return out.script();
  }

  @Override
  public List<Statement> rename(Change.Rename rename) {
    return List.of(
        Statement.of(
            switch (rename) {
              case Change.RenameTable(TableName old, TableName now) ->
                  old.namespace().equals(now.namespace())
                      ? "alter table " + name(old) + " rename to " + quote(now.name())
                      : "alter table " + name(old) + " set schema " + quote(now.namespace());
              case Change.RenameSequence(TableName old, TableName now) ->
                  "alter sequence " + name(old) + " rename to " + quote(now.name());
              case Change.RenameColumn(TableName table, String old, String now) ->
                  renamed("alter table " + name(table) + " rename column", old, now);
            }));
  }

  private void write(Change change, Schema after, PostgresScript out) {
    switch (change) {
      case Change.AddNamespace(String name) -> out.add("create schema " + quote(name));
      case Change.DropNamespace(String name) -> out.add("drop schema " + quote(name));
      case Change.AddEnum(EnumType type) -> out.add(PostgresEnums.create(type));
      case Change.DropEnum(EnumType type) -> out.add("drop type " + name(type.id()));
      case Change.AlterEnum _ -> throw new IllegalArgumentException("it looks at all tables");
      case Change.AddSequence(Sequence sequence) -> out.add(create(sequence));
      case Change.DropSequence(Sequence sequence) ->
          out.add("drop sequence " + name(sequence.id()));
      case Change.AlterSequence(var _, Sequence now) ->
          out.add("alter sequence " + name(now.id()) + " increment by " + now.increment());
      case Change.AddTable(Table table) -> create(table, out);
      case Change.DropTable(Table table) -> out.add("drop table " + name(table.id()));
      case Change.AlterTable(var _, Table now) ->
          comment("table", name(now.id()), now.comment(), out);
      case Change.Rename rename -> rename(rename).forEach(out::add);
      case Change.AddColumn(TableName table, Column column) ->
          add(after.table(table).orElseThrow(), column, out);
      case Change.DropColumn(TableName table, Column column) ->
          out.action(table, "drop column " + quote(column.name()));
      case Change.AlterColumn alter ->
          columns.alter(alter, after.table(alter.table()).orElseThrow(), out);
      case Change.AddConstraint(TableName table, Constraint constraint) ->
          out.action(table, "add " + tables.constraint(constraint));
      case Change.DropConstraint(TableName table, Constraint constraint) ->
          out.action(table, "drop constraint " + quote(constraint.name()));
      case Change.RenameConstraint(TableName table, Constraint old, String now) ->
          out.add(renamed("alter table " + name(table) + " rename constraint", old.name(), now));
      case Change.AddIndex(TableName table, Index index) -> out.add(tables.index(table, index));
      case Change.DropIndex(TableName table, Index index) ->
          out.add("drop index " + name(table.beside(index.name())));
      case Change.RenameIndex(TableName table, Index old, String now) ->
          out.add("alter index " + name(table.beside(old.name())) + " rename to " + quote(now));
    }
  }

  private static String renamed(String verb, String old, String now) {
    return verb + " " + quote(old) + " to " + quote(now);
  }

  private static String create(Sequence sequence) {
    return "create sequence " + name(sequence.id()) + " increment by " + sequence.increment();
  }

  private void create(Table table, PostgresScript out) {
    out.add(tables.table(table));
    table.indexes().forEach(index -> out.add(tables.index(table.id(), index)));
    if (!table.comment().isEmpty()) {
      comment("table", name(table.id()), table.comment(), out);
    }
    table.columns().forEach(column -> comment(table.id(), column, out));
  }

  private void add(Table table, Column column, PostgresScript out) {
    out.action(table.id(), "add column " + tables.column(column, table));
    comment(table.id(), column, out);
  }

  private static void comment(TableName table, Column column, PostgresScript out) {
    if (!column.comment().isEmpty()) {
      comment("column", name(table) + "." + quote(column.name()), column.comment(), out);
    }
  }

  static void comment(String kind, String subject, String comment, PostgresScript out) {
    out.add(
        "comment on "
            + kind
            + " "
            + subject
            + " is "
            + (comment.isEmpty() ? "null" : text(comment)));
  }
}
