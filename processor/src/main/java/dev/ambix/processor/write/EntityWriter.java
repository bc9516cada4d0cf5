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
    // the first two are inherited, and the last are type parameters
    var nested =
        new ArrayList<>(
            List.of("Constraint", "Renamed", "Snapshot", "Columns", "JsonTypes", "R", "M"));
    plan.attributes().forEach(attribute -> holders(attribute, nested));
    var named = new ArrayList<>(plan.named().stream().map(Declaration::name).toList());
    plan.associations().forEach(association -> named.add(association.target().generated()));
    plan.hierarchy()
        .ifPresent(each -> each.kinds().forEach(kind -> named.add(kind.type().generated())));
    var imports = new Imports(plan.name().generated(), named, nested);
    var part =
        new Part(
            plan, imports, new GeneratedNames(plan, imports), new Values(imports), surroundings);
    var body = plan.hierarchy().isPresent() ? root(part) : entity(part);
    var header = new Header(surroundings, imports);
    return header.write(
        plan.name().generated(),
        "/// The columns of `%s` and how it stands in the table `%s`."
            .formatted(plan.name().simpleNames(), plan.table()),
        Header.suppressions(plan.named(), isUnchecked(plan)),
        "%s<%s>"
            .formatted(
                imports.of(plan.hierarchy().isPresent() ? "HierarchyMapping" : "EntityMapping"),
                part.entity()),
        body);
  }

  /// The mapping of a root leaves the work to those of its subtypes.
  private static String root(Part part) {
    var columns = new ColumnsWriter(part);
    return columns.columns()
        + columns.constructor()
        + columns.renames()
        + columns.holders()
        + new PathWriter(part).methods()
        + new JsonWriter(part).types(part.plan().columns());
  }

  private static String entity(Part part) {
    var columns = new ColumnsWriter(part);
    var handles = new HandlesWriter(part);
    var access = new AccessWriter(part);
    var embedded = new EmbeddedWriter(part, part.names()::reference);
    var snapshot = new SnapshotWriter(part);
    var associations = new AssociationWriter(part);
    return columns.columns()
        + handles.handles()
        + columns.constructor()
        + columns.renames()
        + handles.create()
        + access.read()
        + access.get()
        + access.set()
        + snapshot.methods()
        + associations.methods()
        + embedded.methods(part.plan().attributes())
        + columns.holders()
        + new PathWriter(part).methods()
        + new JsonWriter(part).types(part.plan().columns())
        + snapshot.type();
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
