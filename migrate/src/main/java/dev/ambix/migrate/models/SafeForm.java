package dev.ambix.migrate.models;

import dev.ambix.migrate.ddl.Script;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Rewrites the statements for PostgreSQL that would lock a table while it is read: indexes are
/// built concurrently, constraints added first and validated later, rows filled in between. What is
/// done to a table that the script itself makes stays as it is. It knows the spelling of the
/// statements of `ddl`.
final class SafeForm {
  private static final String NAME = "((?:\"(?:[^\"]|\"\")+\"\\.)?\"(?:[^\"]|\"\")+\")";
  private static final Pattern CREATE =
      Pattern.compile("create table " + NAME + ".*", Pattern.DOTALL);
  private static final Pattern INDEX =
      Pattern.compile("create (unique )?index (.*? on " + NAME + ".*)", Pattern.DOTALL);
  private static final Pattern DROP = Pattern.compile("drop index (.*)", Pattern.DOTALL);
  private static final Pattern ALTER =
      Pattern.compile("alter table " + NAME + "\\s+(.*)", Pattern.DOTALL);
  private static final Pattern CHECKED =
      Pattern.compile("add constraint " + NAME + " (?:check|foreign key) .*", Pattern.DOTALL);
  private static final Pattern KEY =
      Pattern.compile(
          "add constraint "
              + NAME
              + " (unique|primary key)( nulls not distinct)? (\\([^()]*\\)(?: include"
              + " \\([^()]*\\))?)(.*)",
          Pattern.DOTALL);
  private static final Pattern NOT_NULL = Pattern.compile("alter column " + NAME + " set not null");

  private final List<Script.Statement> safe = new ArrayList<>();
  private final Set<String> created = new HashSet<>();

  private SafeForm() {}

  /// The same script in its safe form.
  static Script of(Script script) {
    var form = new SafeForm();
    script.statements().forEach(form::statement);
    return new Script(form.safe, script.foreignKeysOff());
  }

  private void statement(Script.Statement statement) {
    var create = CREATE.matcher(statement.sql());
    var index = INDEX.matcher(statement.sql());
    var drop = DROP.matcher(statement.sql());
    var alter = ALTER.matcher(statement.sql());
    if (create.matches()) {
      created.add(create.group(1));
      safe.add(statement);
    } else if (index.matches() && !created.contains(index.group(3))) {
      var unique = index.group(1) == null ? "" : "unique ";
      outside("create " + unique + "index concurrently " + index.group(2), statement.note());
    } else if (drop.matches()) {
      outside("drop index concurrently " + drop.group(1), statement.note());
    } else if (alter.matches() && !created.contains(alter.group(1))) {
      for (var action : alter.group(2).split(",\n  ", -1)) {
        action("alter table " + alter.group(1) + " ", alter.group(1), action, statement.note());
      }
    } else if (statement.sql().startsWith("update ")) {
      outside(statement.sql(), statement.note());
    } else {
      safe.add(statement);
    }
  }

  private void action(String alter, String table, String action, String note) {
    var checked = CHECKED.matcher(action);
    var key = KEY.matcher(action);
    var notNull = NOT_NULL.matcher(action);
    if (checked.matches()) {
      together(alter + action + " not valid", note);
      outside(alter + "validate constraint " + checked.group(1), "");
    } else if (key.matches()) {
      var name = key.group(1);
      var nulls = key.group(3) == null ? "" : key.group(3);
      outside(
          "create unique index concurrently " + name + " on " + table + " " + key.group(4) + nulls,
          note);
      var kind = key.group(2);
      together(
          alter + "add constraint " + name + " " + kind + " using index " + name + key.group(5),
          "");
    } else if (notNull.matches()) {
      var column = notNull.group(1);
      var name = "\"ck_not_null_" + Integer.toHexString((table + column).hashCode()) + "\"";
      together(
          alter + "add constraint " + name + " check (" + column + " is not null) not valid", note);
      outside(alter + "validate constraint " + name, "");
      together(alter + action, "");
      together(alter + "drop constraint " + name, "");
    } else {
      together(alter + action, note);
    }
  }

  private void together(String sql, String note) {
    safe.add(new Script.Statement(sql, false, note));
  }

  private void outside(String sql, String note) {
    safe.add(new Script.Statement(sql, true, note));
  }
}
