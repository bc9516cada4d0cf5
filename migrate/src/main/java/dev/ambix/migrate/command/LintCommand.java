package dev.ambix.migrate.command;

import dev.ambix.error.DatabaseUnavailable;
import dev.ambix.migrate.graph.History;
import dev.ambix.migrate.graph.Targets;
import dev.ambix.migrate.lint.Finding;
import dev.ambix.migrate.lint.Lint;
import dev.ambix.migrate.measure.Effect;
import dev.ambix.migrate.measure.Measure;
import dev.ambix.migrate.measure.Measured;
import dev.ambix.migrate.revision.Revision;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Says what would hurt in revisions, and, when asked, what they do.
@Ambix.TakesSteps
@Command(
    name = "lint",
    description =
        "Say what would hurt in revisions, without a database; exit with 1 when there is something."
            + " docs/lint.md explains the rules.")
final class LintCommand implements Callable<Integer> {
  @Mixin private final Project project;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "RANGE",
      description = "Which revisions (all).")
  private @Nullable String range;

  @Option(
      names = "--measure",
      description =
          "Run them in throw-away databases too, and print the locks of each statement, and which"
              + " tables it writes anew; without RANGE those that the database lacks.")
  private boolean measure;

  LintCommand(Project project) {
    this.project = project;
  }

  @Override
  public Integer call() {
    var history = project.history();
    var findings = Lint.of(history, project.engines()).findings(revisions(history));
    var measured = measure ? measured(history) : List.<Measured>of();
    if (project.json()) {
      project.console().print(Json.write(measure ? json(findings, measured) : json(findings)));
    } else {
      Checking.answer(project, findings.stream().map(Finding::text).toList());
      print(measured);
    }
    return findings.isEmpty() ? 0 : Ambix.NO;
  }

  private List<Revision> revisions(History history) {
    return Targets.of(history, List.of()).range(range == null ? ":" : range);
  }

  private List<Measured> measured(History history) {
    var applied = range == null ? applied() : Set.<String>of();
    var revisions = revisions(history).stream().filter(it -> !applied.contains(it.id())).toList();
    var measured = new ArrayList<Measured>();
    if (!revisions.isEmpty()) {
      for (var scratch : project.scratches()) {
        measured.addAll(Measure.of(history, scratch).run(revisions, applied));
      }
    }
    return measured;
  }

  /// What the database has; nothing when there is none, or it does not answer.
  private Set<String> applied() {
    if (project.knownUrl().isEmpty()) {
      return Set.of();
    }
    try {
      return project.migrations().status().applied();
    } catch (DatabaseUnavailable _) {
      project.console().say("the database does not answer, so all revisions are measured");
      return Set.of();
    }
  }

  private void print(List<Measured> measured) {
    var console = project.console();
    if (measure && measured.isEmpty()) {
      console.print("nothing to measure");
    }
    for (var engine : measured.stream().map(Measured::engine).distinct().toList()) {
      console.print("");
      console.print(engine + ": " + locking(engine));
      measured.stream()
          .filter(it -> it.engine().equals(engine))
          .forEach(it -> console.print(it.isLong() ? console.colored(31, it.text()) : it.text()));
    }
  }

  private static String locking(String engine) {
    return engine.equals("sqlite")
        ? "a revision stops writes in the whole database until it ends, and no reads"
        : "a statement keeps its locks until its transaction ends";
  }

  private static Object json(List<Finding> findings, List<Measured> measured) {
    return Json.object(
        "findings", json(findings), "measured", measured.stream().map(LintCommand::json).toList());
  }

  private static List<Object> json(List<Finding> findings) {
    return findings.stream().map(LintCommand::json).toList();
  }

  private static Object json(Finding it) {
    return Json.object(
        "rule",
        it.rule(),
        "file",
        it.file(),
        "line",
        it.line(),
        "subject",
        it.subject(),
        "problem",
        it.rule().problem(),
        "fix",
        it.rule().fix());
  }

  private static Object json(Measured it) {
    return Json.object(
        "engine",
        it.engine(),
        "file",
        it.file(),
        "line",
        it.line(),
        "statement",
        it.statement(),
        "effects",
        it.effects().stream().map(LintCommand::json).toList());
  }

  private static Object json(Effect it) {
    var object =
        Json.object(
            "table",
            it.table(),
            "rewritten",
            it.rewritten(),
            "read",
            it.read(),
            "long",
            it.isLong());
    it.lock()
        .ifPresent(lock -> {
          object.put("lock", lock.mode().words());
          object.put("since", lock.line());
          object.put("stops", lock.mode().stops());
        });
    return object;
  }
}
