package dev.ambix.migrate.lint;

import dev.ambix.migrate.revision.Section;
import dev.ambix.migrate.revision.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The rules, on one section of one revision. What is done to a table that the section itself
/// creates locks nobody out.
final class RevisionLint {
  private static final Pattern ALTER =
      Pattern.compile("alter table (?:if exists )?(?:only )?([\\w.$]+) (.*)");
  private static final Pattern INDEX_ON =
      Pattern.compile("create (?:unique )?index (.*?)\\bon (?:only )?([\\w.$]+).*");
  private static final Pattern WHOLE =
      Pattern.compile("(delete from|update|truncate(?: table)?) (?:only )?([\\w.$]+)(.*)");
  private static final Pattern REWRITE =
      Pattern.compile(
          "(?:vacuum full|cluster|refresh materialized view(?! concurrently)) ?([\\w.$]*).*");

  private final String file;
  private final boolean postgresql;
  private final Section section;
  private final KnownTables tables;
  private final List<Finding> found = new ArrayList<>();
  private final Set<String> created = new HashSet<>();
  private final Set<String> notValid = new HashSet<>();
  private final Map<String, ForeignKey> foreignKeys = new LinkedHashMap<>();
  private int line;
  private boolean outside;

  private record ForeignKey(String table, List<String> columns, int line) {}

  RevisionLint(String file, String engine, Section section, KnownTables tables) {
    this.file = file;
    this.postgresql = engine.equals("postgresql");
    this.section = section;
    this.tables = tables;
  }

  List<Finding> findings() {
    for (var step : section.steps()) {
      if (step instanceof Step.Sql sql) {
        line = sql.line();
        outside = sql.outside();
        statement(Clauses.plain(sql.text()));
      }
    }
    foreignKeys.values().stream()
        .filter(it -> !tables.serves(it.table(), it.columns()))
        .forEach(it ->
            found.add(
                new Finding(
                    Rule.ForeignKeyIndex,
                    file,
                    it.line(),
                    it.table() + " (" + String.join(", ", it.columns()) + ")")));
    return found;
  }

  private void statement(String text) {
    tables.see(text);
    KnownTables.created(text)
        .ifPresent(table -> {
          created.add(table);
          KnownTables.definition(text).forEach(part -> references(table, part));
        });
    var alter = ALTER.matcher(text);
    if (alter.matches()) {
      var table = Clauses.bare(alter.group(1));
      Clauses.parts(alter.group(2)).forEach(it -> action(table, it));
    }
    drops(text);
    rows(text);
    if (postgresql) {
      indexes(text);
      locks(text);
    }
  }

  private void find(Rule rule, String subject) {
    found.add(new Finding(rule, file, line, subject));
  }

  /// Something that locks others out of a table that they use.
  private void findLock(Rule rule, String table, String subject) {
    if (postgresql && !created.contains(table)) {
      find(rule, subject);
    }
  }

  private void drops(String text) {
    var drop =
        Pattern.compile("drop (?:table|schema|materialized view) (?:if exists )?([\\w.$]+).*")
            .matcher(text);
    if (drop.matches() && !section.foreignKeysOff()) {
      find(Rule.DropTable, Clauses.bare(drop.group(1)));
    }
    var value = Pattern.compile("alter type ([\\w.$]+) rename value .*").matcher(text);
    if (value.matches()) {
      find(Rule.RenameValue, Clauses.bare(value.group(1)));
    }
  }

  private void rows(String text) {
    var whole = WHOLE.matcher(text);
    if (!whole.matches() || created.contains(Clauses.bare(whole.group(2)))) {
      return;
    }
    boolean some = whole.group(3).matches(".*\\bwhere\\b.*");
    if (!some && !section.foreignKeysOff()) {
      find(
          whole.group(1).equals("update") ? Rule.UpdateAll : Rule.DeleteAll,
          Clauses.bare(whole.group(2)));
    }
  }

  private void indexes(String text) {
    boolean concurrently = text.contains(" concurrently ");
    if (concurrently && !outside) {
      find(Rule.ConcurrentlyInTransaction, text.split(" on | concurrently ", 2)[0]);
    }
    var index = INDEX_ON.matcher(text);
    if (index.matches() && !concurrently) {
      findLock(Rule.IndexLock, Clauses.bare(index.group(2)), Clauses.bare(index.group(2)));
    }
    var drop =
        Pattern.compile("(?:drop index|reindex \\w+) (?:if exists )?([\\w.$]+).*").matcher(text);
    if (drop.matches() && !concurrently) {
      find(Rule.IndexLock, Clauses.bare(drop.group(1)));
    }
  }

  private void locks(String text) {
    var rewrite = REWRITE.matcher(text);
    if (rewrite.matches()) {
      find(Rule.TableRewrite, Clauses.bare(rewrite.group(1)));
    }
  }

  private void action(String table, String action) {
    if (renames(table, action) || constraint(table, action)) {
      return;
    }
    var drop = match("drop (?:column )?(?:if exists )?([\\w$]+).*", action);
    var add = match("add (?:column )?(?:if not exists )?(([\\w$]+) .*)", action);
    var type =
        match(
            "alter (?:column )?([\\w$]+) (?:set data )?type (.+?)(?: using .*| collate .*)?",
            action);
    var notNull = match("alter (?:column )?([\\w$]+) set not null", action);
    if (type.matches()) {
      typeChange(table, type.group(1), type.group(2));
    } else if (notNull.matches()) {
      if (!tables.isChecked(table, notNull.group(1))) {
        findLock(Rule.SetNotNull, table, table + "." + notNull.group(1));
      }
    } else if (drop.matches()) {
      find(Rule.DropColumn, table + "." + drop.group(1));
    } else if (add.matches()) {
      addColumn(table, add.group(2), add.group(1));
    } else if (action.matches("set (logged|unlogged|tablespace .*|access method .*)")) {
      findLock(Rule.TableRewrite, table, table);
    }
  }

  private boolean renames(String table, String action) {
    if (action.matches("rename to .*")) {
      if (!section.foreignKeysOff()) {
        find(Rule.RenameTable, table);
      }
      return true;
    }
    var column = match("rename (?:column )?([\\w$]+) to .*", action);
    if (column.matches()) {
      find(Rule.RenameColumn, table + "." + column.group(1));
    }
    return action.startsWith("rename ");
  }

  private boolean constraint(String table, String action) {
    var validate = match("validate constraint ([\\w$]+)", action);
    if (validate.matches()) {
      if (notValid.contains(table + "." + validate.group(1)) && !outside) {
        find(Rule.ValidateTogether, table + "." + validate.group(1));
      }
      tables.validated(table, validate.group(1));
      return true;
    }
    var add =
        match(
            "add (?:constraint ([\\w$]+) )?(check|foreign key|unique|primary key|exclude)\\b(.*)",
            action);
    if (!add.matches()) {
      return action.matches("(drop|alter) constraint .*");
    }
    var name = add.group(1) == null ? "" : add.group(1);
    switch (add.group(2)) {
      case "check", "foreign key" -> checked(table, name, action);
      case "exclude" -> findLock(Rule.ExclusionConstraint, table, table);
      default -> {
        if (!action.contains(" using index ")) {
          findLock(Rule.UniqueConstraint, table, table);
        }
        tables.define(table, action.substring("add ".length()));
      }
    }
    return true;
  }

  private void checked(String table, String name, String action) {
    boolean valid = !action.endsWith(" not valid");
    if (valid) {
      findLock(Rule.ConstraintValidation, table, name.isEmpty() ? table : table + "." + name);
    } else {
      notValid.add(table + "." + name);
    }
    var isNotNull = match(".*\\bcheck \\(([\\w$]+) is not null\\).*", action);
    if (isNotNull.matches()) {
      tables.checks(table, name, isNotNull.group(1), valid);
    }
    references(table, action.substring("add ".length()));
  }

  private void typeChange(String table, String column, String type) {
    boolean safe = tables.type(table, column).filter(it -> SafeTypes.isSafe(it, type)).isPresent();
    if (!safe) {
      findLock(Rule.TypeChange, table, table + "." + column);
    }
    tables.type(table, column, type);
  }

  private void addColumn(String table, String column, String definition) {
    var subject = table + "." + column;
    boolean fills =
        definition.matches(".* default .*|.* generated .*|[\\w$]+ (small|big)?serial\\b.*");
    if (definition.contains(" not null") && !fills && !created.contains(table)) {
      find(Rule.NotNullColumn, subject);
    }
    if (definition.matches(
            ".* default .*\\b(random|gen_random_uuid|uuidv[47]|uuid_generate_v\\d\\w*|clock_timestamp"
                + "|timeofday|nextval) ?\\(.*|.* generated .*|[\\w$]+ (small|big)?serial\\b.*")
        && !definition.endsWith(" virtual")) {
      findLock(Rule.VolatileDefault, table, subject);
    }
    if (definition.matches(".* (primary key|unique)\\b.*")) {
      findLock(Rule.UniqueConstraint, table, subject);
    }
    if (definition.matches(".* check \\(.*")) {
      findLock(Rule.ConstraintValidation, table, subject);
    }
    tables.define(table, definition);
    references(table, definition);
  }

  /// Notes a foreign key, whose index may come after it.
  private void references(String table, String definition) {
    var composite = match("(?:constraint [\\w$]+ )?foreign key (\\(.*)", definition);
    var inline = match("([\\w$]+) .*\\breferences .*", definition);
    if (composite.matches()) {
      note(table, Clauses.columns(Clauses.inBrackets(composite.group(1))));
    } else if (inline.matches() && !definition.startsWith("constraint ")) {
      note(table, List.of(inline.group(1)));
    }
  }

  private void note(String table, List<String> columns) {
    foreignKeys.putIfAbsent(table + columns, new ForeignKey(table, columns, line));
  }

  private static Matcher match(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text);
  }
}
