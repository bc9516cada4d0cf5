package dev.ambix.entity;

import dev.ambix.mapping.Association;
import dev.ambix.mapping.EntityMapping;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Finds the other sides of associations.
///
/// @param mappings the mapping of each entity; of a subtype, that of its hierarchy
record Inverses(Map<Class<?>, EntityMapping<?>> mappings) {
  /// The position of the other side of each association, in the entity that it leads to.
  List<OptionalInt> of(EntityMapping<?> mapping) {
    return mapping.associations().stream().map(this::of).toList();
  }

  private OptionalInt of(Association<?, ?> association) {
    var known = mappings.get(association.targetType());
    var others = (known == null ? association.target() : known).associations();
    return IntStream.range(0, others.size())
        .filter(each -> isInverse(association, others.get(each)))
        .findFirst();
  }

  private static boolean isInverse(Association<?, ?> one, Association<?, ?> other) {
    return other.targetType() == one.entity()
        && (mappedBy(one).equals(other.name())
            ? mappedBy(other).isEmpty()
            : mappedBy(one).isEmpty() && mappedBy(other).equals(one.name()));
  }

  private static String mappedBy(Association<?, ?> association) {
    return switch (association) {
      case Association.Reference<?, ?> _ -> "";
      case Association.Inverse<?, ?> inverse -> inverse.mappedBy();
      case Association.Children<?, ?> children -> children.mappedBy();
      case Association.Linked<?, ?> linked -> linked.mappedBy();
    };
  }
}
