package dev.ambix.migrate.ddl;

import static dev.ambix.dialect.TableWriter.name;

import dev.ambix.migrate.ddl.Script.Statement;
import dev.ambix.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Statements that are being written: actions on one table that follow each other become one ALTER
/// TABLE, which goes through the table once.
final class PostgresScript {
  private final List<Statement> statements = new ArrayList<>();
  private final List<String> actions = new ArrayList<>();
  private @Nullable TableName table;

  /// @param action what follows ALTER TABLE and the name
  void action(TableName on, String action) {
    if (!on.equals(table)) {
      flush();
      table = on;
    }
    actions.add(action);
  }

  void add(String sql) {
    add(Statement.of(sql));
  }

  void add(Statement statement) {
    flush();
    statements.add(statement);
  }

  Script script() {
    flush();
    return new Script(statements, false);
  }

  private void flush() {
    var on = table;
    if (on != null) {
      var gap = actions.size() == 1 ? " " : "\n  ";
      statements.add(Statement.of("alter table " + name(on) + gap + String.join(",\n  ", actions)));
      actions.clear();
      table = null;
    }
  }
}
