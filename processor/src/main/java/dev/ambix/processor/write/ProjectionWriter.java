package dev.ambix.processor.write;

import dev.ambix.processor.check.ProjectionPlan;
import dev.ambix.processor.check.ProjectionPlan.One;
import dev.ambix.processor.read.Declaration;
import dev.ambix.processor.read.Surroundings;
import java.util.ArrayList;
import java.util.List;

/// Writes the mapping of a projection.
public final class ProjectionWriter {
  private final Surroundings surroundings;

  public ProjectionWriter(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /// The source text of the class.
  public String write(ProjectionPlan plan) {
    var name = plan.declaration().name().generated();
    var types = new ArrayList<>(plan.named().stream().map(Declaration::name).toList());
    plan.entity().ifPresent(entity -> types.add(entity.generated()));
    for (var part : plan.parts()) {
      if (part instanceof One one) {
        types.add(one.projection().declaration().name().generated());
      }
    }
    var imports = new Imports(name, types, List.of("JsonTypes", "Lists", "Nested"));
    var part =
        new Part(
            plan.source(),
            imports,
            new GeneratedNames(plan.source(), imports),
            new Values(imports),
            surroundings);
    var body = new ProjectionBody(plan, part);
    var text = body.constants() + body.constructor() + body.read() + body.embedded() + body.json();
    return new Header(surroundings, imports)
        .write(
            name,
            "/// How `%s` is read from rows.".formatted(plan.declaration().name().simpleNames()),
            Header.suppressions(plan.named(), body.isUnchecked()),
            "%s<%s>"
                .formatted(imports.of("ProjectionMapping"), imports.of(plan.declaration().name())),
            text);
  }
}
