package dev.ambix.migrate.lint;

import dev.ambix.error.UsageException;
import dev.ambix.migrate.graph.History;
import dev.ambix.migrate.revision.Direction;
import dev.ambix.migrate.revision.Revision;
import dev.ambix.migrate.revision.Section;
import dev.ambix.migrate.revision.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds what would hurt in the upgrades of revisions: lost data, long locks, names that running
/// code still uses. Locks are those of PostgreSQL; the rest holds on every engine.
public final class Lint {
  private final History history;
  private final List<String> engines;

  private Lint(History history, List<String> engines) {
    this.history = history;
    this.engines = List.copyOf(engines);
  }

  /// Lint for a history.
  ///
  /// @param engines those that it is for: `sqlite`, `postgresql`
  public static Lint of(History history, List<String> engines) {
    return new Lint(history, engines);
  }

  /// What is found in some revisions of the history, without what their comments accept.
  ///
  /// @throws UsageException `LintIgnore` when a comment accepts what is no rule
  public List<Finding> findings(Collection<Revision> revisions) {
    revisions.forEach(Lint::requireRules);
    var found = new LinkedHashSet<Finding>();
    for (var engine : engines) {
      var tables = new KnownTables();
      for (var revision : history.revisions()) {
        var here = inspect(revision, engine, tables);
        if (revisions.contains(revision)) {
          found.addAll(here);
        }
      }
    }
    return List.copyOf(found);
  }

  private static void requireRules(Revision revision) {
    requireRules(revision.file(), revision.ignored());
    for (var section : revision.sections()) {
      for (var step : section.steps()) {
        if (step instanceof Step.Sql sql) {
          requireRules(revision.file() + ":" + sql.line(), sql.ignored());
        }
      }
    }
  }

  private static void requireRules(String place, List<String> names) {
    var rules = Stream.of(Rule.values()).map(Rule::name).toList();
    for (var name : names) {
      if (!rules.contains(name)) {
        throw new UsageException(
            "LintIgnore",
            place
                + ": lint-ignore names no rule; got "
                + name
                + ", expected one of "
                + String.join(", ", rules)
                + ". Correct the name.");
      }
    }
  }

  private static List<Finding> inspect(Revision revision, String engine, KnownTables tables) {
    var section = revision.section(Direction.UPGRADE, engine);
    if (section.isEmpty()) {
      return List.of();
    }
    var found = new ArrayList<Finding>();
    var run = new RevisionLint(revision.file(), engine, section.get(), tables);
    found.addAll(run.findings());
    missingDowngrade(revision, engine, section.get()).ifPresent(found::add);
    found.removeIf(
        it -> revision.ignored().contains(it.rule().name()) || accepted(section.get(), it));
    return found;
  }

  private static boolean accepted(Section section, Finding finding) {
    return section.steps().stream()
        .anyMatch(it ->
            it instanceof Step.Sql sql
                && sql.line() == finding.line()
                && sql.ignored().contains(finding.rule().name()));
  }

  /// A downgrade that only has a comment says what cannot come back.
  private static Optional<Finding> missingDowngrade(
      Revision revision, String engine, Section upgrade) {
    return upgrade.steps().isEmpty() || revision.section(Direction.DOWNGRADE, engine).isPresent()
        ? Optional.empty()
        : Optional.of(
            new Finding(Rule.MissingDowngrade, revision.file(), upgrade.line(), revision.id()));
  }
}
