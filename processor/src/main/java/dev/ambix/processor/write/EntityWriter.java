package dev.ambix.processor.write;

import dev.ambix.processor.check.AttributePlan;
import dev.ambix.processor.check.EntityPlan;
import dev.ambix.processor.read.Declaration;
import dev.ambix.processor.read.Surroundings;
import java.util.ArrayList;
import java.util.List;

/// Writes the class of an entity: its columns and its mapping.
public final class EntityWriter {
  private final Surroundings surroundings;

  public EntityWriter(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /// The source text of the class.
  public String write(EntityPlan plan) {
    // the first is inherited, and the last are type parameters
    var nested =
        new ArrayList<>(List.of("Constraint", "Snapshot", "Columns", "JsonTypes", "R", "M"));
    plan.attributes().forEach(attribute -> holders(attribute, nested));
    var named = new ArrayList<>(plan.named().stream().map(Declaration::name).toList());
    plan.associations().forEach(association -> named.add(association.target().generated()));
    var imports = new Imports(plan.name().generated(), named, nested);
    var part =
        new Part(
            plan, imports, new GeneratedNames(plan, imports), new Values(imports), surroundings);
    var columns = new ColumnsWriter(part);
    var handles = new HandlesWriter(part);
    var access = new AccessWriter(part);
    var embedded = new EmbeddedWriter(part, part.names()::reference);
    var snapshot = new SnapshotWriter(part);
    var body =
        columns.columns()
            + handles.handles()
            + columns.constructor()
            + handles.create()
            + access.read()
            + access.get()
            + access.set()
            + snapshot.methods()
            + new AssociationWriter(part).methods()
            + embedded.methods(plan.attributes())
            + columns.holders()
            + new PathWriter(part).methods()
            + new JsonWriter(part).types(plan.columns())
            + snapshot.type();
    var header = new Header(surroundings, imports);
    return header.write(
        plan.name().generated(),
        "/// The columns of `%s` and how it stands in the table `%s`."
            .formatted(plan.name().simpleNames(), plan.table()),
        Header.suppressions(plan.named(), isUnchecked(plan)),
        "%s<%s>".formatted(imports.of("EntityMapping"), part.entity()),
        body);
  }

  private static void holders(AttributePlan attribute, List<String> names) {
    if (attribute instanceof AttributePlan.Embedded embedded) {
      names.add(GeneratedNames.holder(embedded));
      embedded.parts().forEach(each -> holders(each, names));
    }
  }

  private static boolean isUnchecked(EntityPlan plan) {
    return !plan.associations().isEmpty()
        || plan.columns().stream()
            .anyMatch(column -> column.type().isGeneric() || column.value().hasGenericParts());
  }
}
