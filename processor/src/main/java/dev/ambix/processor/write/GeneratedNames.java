package dev.ambix.processor.write;

import dev.ambix.processor.check.AssociationPlan;
import dev.ambix.processor.check.AttributePlan;
import dev.ambix.processor.check.EntityPlan;
import dev.ambix.processor.check.SnakeCase;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The names of the members of a generated class. Columns have the names of their attributes; ours
/// give way to them.
final class GeneratedNames {
  /// The parameters and variables of generated methods.
  private static final Set<String> LOCALS =
      Set.of(
          "before",
          "changed",
          "column",
          "entity",
          "first",
          "lookup",
          "now",
          "old",
          "part",
          "row",
          "snapshot",
          "value");

  /// The methods without parameters of a path.
  private static final Set<String> PATH_METHODS =
      Set.of(
          "clone",
          "finalize",
          "getClass",
          "hashCode",
          "isNotNull",
          "isNull",
          "notify",
          "notifyAll",
          "origin",
          "presence",
          "separately",
          "steps",
          "toString",
          "wait");

  private final EntityPlan plan;
  private final Imports imports;
  private final Set<String> taken = new HashSet<>();
  private final Map<String, String> ours = new HashMap<>();

  GeneratedNames(EntityPlan plan, Imports imports) {
    this.plan = plan;
    this.imports = imports;
    takeAll(plan.attributes());
  }

  private void takeAll(List<? extends AttributePlan> attributes) {
    for (var attribute : attributes) {
      taken.add(member(attribute));
      if (attribute instanceof AttributePlan.Embedded embedded) {
        takeAll(embedded.parts());
      }
    }
  }

  /// The constant or field for an attribute.
  String member(AttributePlan attribute) {
    var name = attribute.name();
    return imports.isReserved(name) ? name + "_" : name;
  }

  /// The constant or field that holds a column.
  String declared(AttributePlan.Column column) {
    return isOfAssociation(column) ? reference(column) : member(column);
  }

  /// How generated methods name a column: `username`, `address.city`, `AUTHOR_ID_COLUMN`.
  String reference(AttributePlan.Column column) {
    if (isOfAssociation(column)) {
      return constant(
          "column", column.column().replaceAll("[^\\p{Alnum}]", "_") + "_column", column.column());
    }
    var path = path(column);
    int dot = path.indexOf('.');
    var hidden = LOCALS.contains(dot < 0 ? path : path.substring(0, dot));
    return hidden ? qualified(column) : path;
  }

  /// How others name a column: `User_.username`.
  String qualified(AttributePlan.Column column) {
    return imports.of(plan.name().generated()) + "." + path(column);
  }

  private boolean isOfAssociation(AttributePlan.Column column) {
    return plan.attribute(column.path()).orElse(null) instanceof AssociationPlan;
  }

  /// The constant of an association.
  String association(AssociationPlan association) {
    return constant("association", association.path() + "Association");
  }

  /// The method that goes on to what a to-one or to-many path leads to next.
  String step(AssociationPlan association) {
    var name = association.name();
    return PATH_METHODS.contains(name) ? name + "_" : name;
  }

  private String path(AttributePlan.Column column) {
    var path = new StringBuilder();
    int end = column.path().indexOf('.');
    for (; end >= 0; end = column.path().indexOf('.', end + 1)) {
      path.append(member(plan.attribute(column.path().substring(0, end)).orElseThrow()))
          .append('.');
    }
    return path.append(member(column)).toString();
  }

  /// The handle of an attribute's field.
  String handle(AttributePlan attribute) {
    return constant("handle", attribute.path());
  }

  /// The constant for a type that cannot be written where its column is.
  String typeConstant(AttributePlan attribute) {
    return constant("type", attribute.path() + "Type");
  }

  /// The mapping of a projection inside this one.
  String mapping(String component) {
    return constant("mapping", component);
  }

  /// The handle of the entity's constructor.
  String constructor() {
    return constant("constructor", "new");
  }

  /// The class that holds the columns of an embedded record.
  static String holder(AttributePlan.Embedded embedded) {
    var stem = joined(embedded.path());
    return Character.toUpperCase(stem.charAt(0)) + stem.substring(1) + "Columns";
  }

  /// What the names of the methods for an embedded record begin with.
  String stem(AttributePlan.Embedded embedded) {
    return joined(embedded.path());
  }

  /// `address.city` as `addressCity`.
  private static String joined(String path) {
    var joined = new StringBuilder();
    for (int i = 0; i < path.length(); i++) {
      char each = path.charAt(i);
      if (each != '.') {
        var first = i > 0 && path.charAt(i - 1) == '.';
        joined.append(first ? Character.toUpperCase(each) : each);
      }
    }
    return joined.toString();
  }

  private String constant(String kind, String path) {
    return constant(kind, path, path);
  }

  private String constant(String kind, String path, String key) {
    return ours.computeIfAbsent(
        kind + " " + key,
        _ -> {
          var name = SnakeCase.of(path.replace('.', '_')).toUpperCase(Locale.ROOT);
          while (!taken.add(name)) {
            name += "_";
          }
          return name;
        });
  }
}
