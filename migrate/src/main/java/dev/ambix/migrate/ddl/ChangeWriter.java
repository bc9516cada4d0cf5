package dev.ambix.migrate.ddl;

import dev.ambix.schema.Change;
import dev.ambix.schema.Schema;
import java.util.List;

/// Writes changes as the statements of an engine. Stateless and safe for any thread.
public sealed interface ChangeWriter permits PostgresChanges, SqliteChanges {
  /// For PostgreSQL 13 and later.
  static ChangeWriter postgresql() {
    return new PostgresChanges();
  }

  /// For SQLite 3.35 and later.
  static ChangeWriter sqlite() {
    return new SqliteChanges();
  }

  /// The statements that make the changes.
  ///
  /// @param changes what [dev.ambix.schema.Diff#between] says of the two schemas
  /// @param before the catalog that they start from
  /// @param after the catalog that they lead to
  Script write(List<Change> changes, Schema before, Schema after);

  /// The statements that give something another name.
  List<Script.Statement> rename(Change.Rename rename);
}
