package dev.ambix.processor.check;

import dev.ambix.processor.read.Declaration;
import dev.ambix.processor.read.TypeName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// Chooses the entities whose classes are written. One that leads to a broken entity would name a
/// class that is not there, and bury the message that counts under those of javac.
public final class Written {
  private final Set<TypeName> lacking = new HashSet<>();

  public Written() {}

  /// The plans of these entities that can be written.
  ///
  /// @param check gives the plan of an entity, where it makes sense
  public List<EntityPlan> choose(
      List<Declaration> entities, Function<Declaration, Optional<EntityPlan>> check) {
    var plans = new ArrayList<EntityPlan>();
    for (var entity : entities) {
      check.apply(entity).ifPresentOrElse(plans::add, () -> lacking.add(entity.name()));
    }
    while (plans.removeIf(this::leadsNowhere)) {
      // those that lead to what has just been left out are left out too
    }
    return plans;
  }

  private boolean leadsNowhere(EntityPlan plan) {
    var leads =
        Stream.concat(
            plan.associations().stream().map(AssociationPlan::target),
            plan.hierarchy().stream()
                .flatMap(hierarchy -> hierarchy.kinds().stream().map(HierarchyPlan.Kind::type)));
    return leads.anyMatch(lacking::contains) && lacking.add(plan.name());
  }

  /// Whether an entity of this compilation has no class.
  public boolean lacks(TypeName entity) {
    return lacking.contains(entity);
  }
}
