package dev.ambix.migrate.lint;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The rules for `ALTER TABLE`, action by action.
final class AlterLint {
  private static final String VOLATILE =
      ".* default .*\\b(random|random_normal|gen_random_uuid|gen_random_bytes|uuidv[47]"
          + "|uuid_generate_v\\d\\w*|clock_timestamp|timeofday|nextval) ?\\(.*";
  private static final String COMPUTED =
      ".* generated (always|by default) as identity\\b.*|.* generated always as \\(.*\\)"
          + " stored\\b.*|[\\w$]+ (small|big)?serial\\b.*";

  private final Report report;
  private final KnownTables tables;
  private final ForeignKeys foreignKeys;
  private final Set<String> altered = new HashSet<>();

  AlterLint(Report report, KnownTables tables, ForeignKeys foreignKeys) {
    this.report = report;
    this.tables = tables;
    this.foreignKeys = foreignKeys;
  }

  /// The transaction ends, and its locks with it.
  void commit() {
    altered.clear();
  }

  /// Takes the actions on a table.
  ///
  /// @param rebuild whether it is how a table of SQLite gets another definition
  void table(String table, String actions, boolean rebuild) {
    for (var action : Clauses.parts(actions)) {
      if (!names(table, action, rebuild) && !constraint(table, action)) {
        column(table, action);
      }
      if (!action.matches("validate .*|set \\(.*|alter .* set statistics .*")) {
        altered.add(table);
      }
    }
  }

  /// Whether the transaction has a lock on the table that stops all queries.
  boolean isLocked(String table) {
    return altered.contains(table);
  }

  private boolean names(String table, String action, boolean rebuild) {
    if (action.matches("rename to .*|set schema .*")) {
      if (!rebuild) {
        report.find(Rule.RenameTable, table);
      }
      return true;
    }
    var column = Clauses.match("rename (?:column )?([\\w$]+) to .*", action);
    if (column.matches()) {
      report.find(Rule.RenameColumn, table + "." + column.group(1));
    }
    return action.startsWith("rename ");
  }

  private boolean constraint(String table, String action) {
    var validate = Clauses.match("validate constraint ([\\w$]+)", action);
    var drop = Clauses.match("drop constraint (?:if exists )?([\\w$]+).*", action);
    var add =
        Clauses.match(
            "add (?:constraint ([\\w$]+) )?"
                + "(check|foreign key|unique|primary key|exclude|not null)\\b(.*)",
            action);
    if (validate.matches()) {
      if (isLocked(table)) {
        report.findLock(Rule.ValidateTogether, table, table + "." + validate.group(1));
      }
      tables.validated(table, validate.group(1));
    } else if (drop.matches()) {
      tables.dropped(table, drop.group(1));
    } else if (add.matches()) {
      add(table, add.group(1) == null ? "" : add.group(1), add.group(2), action);
    }
    return validate.matches() || add.matches() || action.matches("(drop|alter) constraint .*");
  }

  private void add(String table, String name, String kind, String action) {
    var definition = action.substring("add ".length());
    boolean valid = !Clauses.flat(action).matches(".* not valid\\b.*");
    var subject = name.isEmpty() ? table : table + "." + name;
    switch (kind) {
      case "check", "foreign key" -> {
        if (valid) {
          report.findLock(Rule.ConstraintValidation, table, subject);
        }
        tables.define(table, definition);
        foreignKeys.see(table, definition);
      }
      case "not null" -> notNull(table, name, definition, valid);
      case "exclude" -> report.findLock(Rule.ExclusionConstraint, table, table);
      default -> {
        if (!action.contains(" using index ")) {
          report.findLock(Rule.UniqueConstraint, table, table);
        }
        tables.define(table, definition);
      }
    }
  }

  /// A named NOT NULL, which PostgreSQL has from 18 on.
  private void notNull(String table, String name, String definition, boolean valid) {
    var column = definition.replaceFirst(".*?not null ", "").split(" ", 2)[0];
    if (valid) {
      setNotNull(table, column);
    }
    tables.check(table, name, column + " is not null", valid);
  }

  private void setNotNull(String table, String column) {
    if (!tables.isChecked(table, column)) {
      report.findLock(Rule.SetNotNull, table, table + "." + column);
    }
  }

  private void column(String table, String action) {
    var drop = Clauses.match("drop (?:column )?(?:if exists )?([\\w$]+).*", action);
    var add = Clauses.match("add (?:column )?(?:if not exists )?(([\\w$]+) .*)", action);
    var type =
        Clauses.match(
            "alter (?:column )?([\\w$]+) (?:set data )?type (.+?)( collate [\\w.$]+)?"
                + "(?: using (.*))?",
            action);
    var notNull = Clauses.match("alter (?:column )?([\\w$]+) set not null", action);
    if (type.matches()) {
      typeChange(table, type.group(1), type.group(2), type.group(3), type.group(4));
    } else if (notNull.matches()) {
      setNotNull(table, notNull.group(1));
    } else if (drop.matches()) {
      report.find(Rule.DropColumn, table + "." + drop.group(1));
    } else if (add.matches()) {
      addColumn(table, add.group(2), add.group(1));
    } else if (action.matches(
        "set (logged|unlogged|tablespace .*|access method .*)"
            + "|alter .* set expression as .*")) {
      report.findLock(Rule.TableRewrite, table, table);
    }
  }

  /// A collation builds indexes anew, and a CHECK is checked again, even where the rows stay.
  private void typeChange(
      String table,
      String column,
      String type,
      @Nullable String collation,
      @Nullable String using) {
    boolean safe =
        (collation == null || !tables.isIndexed(table, column))
            && isPlain(column, type, using)
            && tables.type(table, column).filter(it -> SafeTypes.isSafe(it, type)).isPresent()
            && !tables.isInCheck(table, column);
    if (!safe) {
      report.findLock(Rule.TypeChange, table, table + "." + column);
    }
    tables.type(table, column, type);
  }

  /// Whether a USING does not more than there would be without.
  private static boolean isPlain(String column, String type, @Nullable String using) {
    if (using == null) {
      return true;
    }
    var bare = Clauses.bared(using);
    return bare.equals(column)
        || bare.equals(column + "::" + type)
        || bare.equals("cast (" + column + " as " + type + ")");
  }

  private void addColumn(String table, String column, String definition) {
    var subject = table + "." + column;
    boolean computed = definition.matches(COMPUTED);
    boolean fills = computed || definition.matches(".* default (?!null\\b).*|.* generated .*");
    if (definition.contains(" not null") && !fills && !report.isNew(table)) {
      report.find(Rule.NotNullColumn, subject);
    }
    if (computed || definition.matches(VOLATILE) || callsVolatile(definition)) {
      report.findLock(Rule.VolatileDefault, table, subject);
    }
    if (definition.matches(".* (primary key|unique)\\b.*")) {
      report.findLock(Rule.UniqueConstraint, table, subject);
    }
    boolean refers =
        definition.matches(".* (default|generated) .*") && definition.matches(".*\\breferences .*");
    if (refers || definition.matches(".* check \\(.*")) {
      report.findLock(Rule.ConstraintValidation, table, subject);
    }
    tables.define(table, definition);
    if (tables.type(table, column).filter(tables::isConstrained).isPresent()) {
      report.findLock(Rule.TableRewrite, table, subject);
    }
    foreignKeys.see(table, definition);
  }

  private boolean callsVolatile(String definition) {
    int begin = definition.indexOf(" default ");
    return begin >= 0 && tables.callsVolatile(definition.substring(begin));
  }
}
