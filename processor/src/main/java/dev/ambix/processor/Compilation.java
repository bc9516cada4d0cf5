package dev.ambix.processor;

import dev.ambix.processor.check.Code;
import dev.ambix.processor.check.EntityCheck;
import dev.ambix.processor.check.JsonCheck;
import dev.ambix.processor.check.ModuleCheck;
import dev.ambix.processor.check.Problems;
import dev.ambix.processor.check.ProjectionCheck;
import dev.ambix.processor.check.SqlTextCheck;
import dev.ambix.processor.check.StrayCheck;
import dev.ambix.processor.check.Written;
import dev.ambix.processor.read.Declaration;
import dev.ambix.processor.read.JsonReader;
import dev.ambix.processor.read.ModuleReader;
import dev.ambix.processor.read.Rounds;
import dev.ambix.processor.read.SourceReader;
import dev.ambix.processor.read.SqlTextListener;
import dev.ambix.processor.read.StrayReader;
import dev.ambix.processor.write.EntityWriter;
import dev.ambix.processor.write.ProjectionWriter;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/// The work of the processor in one compilation, over all its rounds.
final class Compilation {
  private final ProcessingEnvironment environment;
  private final Problems problems = Problems.shown();
  private final SourceReader reader;
  private final Rounds entities;
  private final Rounds projections;
  private final JsonReader json;
  private final StrayReader strays;
  private final ModuleReader module;
  private final EntityCheck entityCheck;
  private final ProjectionCheck projectionCheck;
  private final Written written = new Written();
  private final Output output;

  Compilation(ProcessingEnvironment environment) {
    this.environment = environment;
    this.reader = new SourceReader(environment);
    this.entities = new Rounds(environment, reader, "dev.ambix.mapping.Entity");
    this.projections = new Rounds(environment, reader, "dev.ambix.mapping.Projection");
    this.json = new JsonReader(environment, reader);
    this.strays = new StrayReader(reader);
    this.module = new ModuleReader(environment);
    this.entityCheck = new EntityCheck(reader, problems);
    this.projectionCheck = new ProjectionCheck(reader, problems);
    this.output = new Output(environment, problems);
  }

  /// Has SQL text checked from now on.
  void watchSqlText() {
    var check = new SqlTextCheck(problems);
    if (!SqlTextListener.attach(environment, check::check)) {
      environment
          .getMessager()
          .printMessage(
              Diagnostic.Kind.WARNING,
              Code.SqlTextUnchecked.format(
                  "SQL text",
                  "it is not checked for constants; got a compiler that is not javac, expected javac. Compile with javac too, in the build."));
    }
  }

  /// Does the work of a round.
  void process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    module.next(round);
    if (round.processingOver()) {
      finish();
      return;
    }
    entities(entities.next(round));
    projections.next(round).forEach(this::projection);
    strays.next(annotations, round).forEach(new StrayCheck(problems)::check);
    json.next(round).forEach(new JsonCheck(problems)::check);
  }

  private void entities(List<Declaration> declared) {
    for (var plan : written.choose(declared, entityCheck::check)) {
      var writer = new EntityWriter(reader.surroundings(plan.name()));
      output.write(plan.declaration(), writer.write(plan));
    }
  }

  private void projection(Declaration projection) {
    projectionCheck
        .check(projection)
        .filter(plan -> plan.entity().stream().noneMatch(written::lacks))
        .map(new ProjectionWriter(reader.surroundings(projection.name()))::write)
        .ifPresent(source -> output.write(projection, source));
  }

  private void finish() {
    output.finish(reader::isMapping);
    var generated = output.generated();
    if (!generated.isEmpty()) {
      module.provided().ifPresent(provided -> new ModuleCheck(problems).check(provided, generated));
    }
  }
}
