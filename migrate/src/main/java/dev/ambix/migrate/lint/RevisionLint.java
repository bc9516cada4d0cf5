package dev.ambix.migrate.lint;

import dev.ambix.migrate.revision.Section;
import dev.ambix.migrate.revision.Step;
import java.util.List;
import java.util.regex.Pattern;

/// The rules, on one section of one revision; those of `ALTER TABLE` are in [AlterLint].
final class RevisionLint {
  private static final Pattern ALTER =
      Clauses.pattern("alter table (?:if exists )?(?:only )?([\\w.$]+) (.*)");
  private static final Pattern INDEX_ON =
      Clauses.pattern("create (?:unique )?index (.*?)\\bon (?:only )?([\\w.$]+).*");
  private static final Pattern DROP =
      Clauses.pattern(
          "drop (table|schema|materialized view|index|type|domain) (?:concurrently )?(?:if exists"
              + " )?(.+?)( cascade| restrict)?");
  private static final Pattern REINDEX =
      Clauses.pattern(
          "reindex (?:\\([^)]*\\) )?(?:index|table|schema|database|system) ?([\\w.$]*).*");
  private static final Pattern TRUNCATE =
      Clauses.pattern(
          "truncate (?:table )?(.+?)(?: (?:restart|continue) identity)?(?: cascade| restrict)?");
  private static final Pattern WHOLE =
      Clauses.pattern("(?:with .*\\) )?(delete from|update) (?:only )?([\\w.$]+)(.*)");
  private static final Pattern REWRITE =
      Clauses.pattern(
          "(?:vacuum (?:full|\\([^)]*\\bfull\\b(?! (?:false|off))[^)]*\\))(?:"
              + " (?:freeze|verbose|analyze))*|cluster(?: verbose| \\([^)]*\\))?|refresh"
              + " materialized view(?! concurrently)) ?([\\w.$]*).*");

  private final Section section;
  private final KnownTables tables;
  private final Report report;
  private final ForeignKeys foreignKeys;
  private final AlterLint alterations;

  RevisionLint(String file, String engine, Section section, KnownTables tables) {
    this.section = section;
    this.tables = tables;
    this.report = new Report(file, engine);
    this.foreignKeys = new ForeignKeys(report);
    this.alterations = new AlterLint(report, tables, foreignKeys);
  }

  List<Finding> findings() {
    for (var step : section.steps()) {
      if (step instanceof Step.Sql sql) {
        report.at(sql.line());
        statement(Clauses.plain(sql.text()), sql.outside());
      }
    }
    foreignKeys.findUnindexed(tables);
    return report.findings();
  }

  private void statement(String text, boolean outside) {
    tables.see(text);
    KnownTables.created(text)
        .ifPresent(table -> {
          report.created(table);
          KnownTables.definition(text).forEach(part -> foreignKeys.see(table, part));
        });
    var alter = ALTER.matcher(text);
    if (outside) {
      alterations.commit();
    }
    if (alter.matches()) {
      alterations.table(Clauses.bare(alter.group(1)), alter.group(2), section.foreignKeysOff());
    }
    if (outside) {
      alterations.commit();
    }
    boolean concurrently = text.matches(".*\\bconcurrently\\b.*");
    drops(text, concurrently);
    rows(text);
    names(text);
    if (report.postgresql()) {
      if (concurrently && !outside && !text.startsWith("refresh ")) {
        report.find(Rule.ConcurrentlyInTransaction, text.split(" on | concurrently ", 2)[0]);
      }
      indexes(text, concurrently);
      rewrites(text);
    }
  }

  private void drops(String text, boolean concurrently) {
    var drop = DROP.matcher(text);
    if (!drop.matches()) {
      return;
    }
    var names = Clauses.names(drop.group(2));
    switch (drop.group(1)) {
      case "index" -> {
        if (report.postgresql() && !concurrently) {
          names.forEach(it -> report.find(Rule.IndexLock, it));
        }
      }
      case "type", "domain" -> {
        if (" cascade".equals(drop.group(3))) {
          names.forEach(it -> report.find(Rule.DropColumn, it));
        }
      }
      default -> {
        if (!section.foreignKeysOff()) {
          names.forEach(it -> report.find(Rule.DropTable, it));
        }
      }
    }
  }

  private void rows(String text) {
    if (section.foreignKeysOff()) {
      return;
    }
    var truncate = TRUNCATE.matcher(text);
    var whole = WHOLE.matcher(text);
    if (truncate.matches()) {
      findRows(Rule.DeleteAll, Clauses.names(truncate.group(1)));
    } else if (whole.matches()) {
      var table = Clauses.bare(whole.group(2));
      if (!Clauses.flat(whole.group(3)).matches(".*\\bwhere\\b.*")) {
        findRows(whole.group(1).equals("update") ? Rule.UpdateAll : Rule.DeleteAll, List.of(table));
      }
      if (alterations.isLocked(table)) {
        report.findLock(Rule.UpdateTogether, table, table);
      }
    }
  }

  private void findRows(Rule rule, List<String> names) {
    names.stream().filter(it -> !report.isNew(it)).forEach(it -> report.find(rule, it));
  }

  /// Names that running code uses, of what is no table.
  private void names(String text) {
    var value = Clauses.match("alter type ([\\w.$]+) rename value .*", text);
    if (value.matches()) {
      report.find(Rule.RenameValue, Clauses.bare(value.group(1)));
    }
    var other =
        Clauses.match(
            "alter (?:(?:materialized )?view|schema) (?:if exists )?([\\w.$]+) rename to .*", text);
    if (other.matches()) {
      report.find(Rule.RenameTable, Clauses.bare(other.group(1)));
    }
  }

  private void indexes(String text, boolean concurrently) {
    var index = INDEX_ON.matcher(text);
    var reindex = REINDEX.matcher(text);
    if (index.matches() && !concurrently) {
      report.findLock(Rule.IndexLock, Clauses.bare(index.group(2)), Clauses.bare(index.group(2)));
    }
    if (reindex.matches() && !concurrently) {
      report.find(Rule.IndexLock, Clauses.bare(reindex.group(1)));
    }
  }

  private void rewrites(String text) {
    var rewrite = REWRITE.matcher(text);
    if (rewrite.matches()) {
      var table = Clauses.bare(rewrite.group(1));
      report.findLock(Rule.TableRewrite, table, table);
    }
    var domain =
        Clauses.match("alter domain ([\\w.$]+) add (?:constraint [\\w$]+ )?check .*", text);
    if (domain.matches() && !Clauses.flat(text).endsWith(" not valid")) {
      report.find(Rule.ConstraintValidation, Clauses.bare(domain.group(1)));
    }
  }
}
