package dev.ambix.migrate.ddl;

import java.util.ArrayList;
import java.util.List;

/// Statements that are being written.
final class SqliteScript {
  private final List<Script.Statement> statements = new ArrayList<>();
  private boolean foreignKeysOff;

  void add(String sql) {
    statements.add(Script.Statement.of(sql));
  }

  void withoutForeignKeys() {
    foreignKeysOff = true;
  }

  Script script() {
    return new Script(statements, foreignKeysOff);
  }
}
