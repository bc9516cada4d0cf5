package dev.ambix.processor.check;

import dev.ambix.processor.check.AssociationPlan.Hop;
import dev.ambix.processor.check.AssociationPlan.Link;
import dev.ambix.processor.check.AttributePlan.Column;
import dev.ambix.processor.read.Annotation;
import dev.ambix.processor.read.Catalog;
import dev.ambix.processor.read.Declaration;
import dev.ambix.processor.read.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/// Turns the fields that lead to other entities into associations.
final class AssociationCheck {
  private final Catalog catalog;
  private final Problems problems;
  private final Keys keys;
  private final IntSupplier next;
  private final AssociationShape shape;
  private final NameCheck names;

  /// @param next gives the position of each new column
  AssociationCheck(Catalog catalog, Problems problems, Keys keys, IntSupplier next) {
    this.catalog = catalog;
    this.problems = problems;
    this.keys = keys;
    this.next = next;
    this.shape = new AssociationShape(problems);
    this.names = new NameCheck(problems);
  }

  Optional<AttributePlan> check(Declaration owner, Scope scope, Field field) {
    return shape
        .check(scope, field)
        .flatMap(kind ->
            target(scope, field)
                .flatMap(target -> {
                  var end = new End(owner, scope, field, kind, target);
                  return switch (kind.name()) {
                    case "ManyToOne" -> reference(end, false);
                    case "OneToOne" -> end.isMapped() ? inverse(end) : reference(end, true);
                    case "OneToMany" -> children(end);
                    default -> end.isMapped() ? linkedBack(end) : linked(end);
                  };
                }));
  }

  /// One end of an association that is being checked.
  private record End(
      Declaration owner, Scope scope, Field field, Annotation kind, Declaration target) {
    boolean isMapped() {
      return !mappedBy().isEmpty();
    }

    String mappedBy() {
      return kind.text("mappedBy");
    }

    String subject() {
      return scope.subject(field);
    }

    Optional<AttributePlan> plan(List<Hop> hops, Link link) {
      return Optional.of(
          new AssociationPlan(
              field.origin(),
              field.name(),
              field.type(),
              target.name(),
              hops,
              link,
              field.annotations()));
    }
  }

  private Optional<Declaration> target(Scope scope, Field field) {
    var type = AssociationShape.target(field).orElseThrow();
    var target =
        catalog
            .find(type)
            .filter(each ->
                each.has("Entity")
                    && !each.isBetween()
                    && each.visibleFrom(scope.owner().packageName()));
    if (target.isEmpty()) {
      problems.error(
          field.origin(),
          Code.AssociationTarget,
          scope.subject(field),
          "it leads to no entity; got %s, expected a class with @Entity that is visible here. Name another class, or map the attribute another way."
              .formatted(type));
    }
    return target;
  }

  private Optional<AttributePlan> reference(End end, boolean unique) {
    var keyColumns = key(end, end.target());
    if (keyColumns.isEmpty()) {
      return Optional.empty();
    }
    keyColumns.forEach(column -> checkVisible(end, column));
    var columnNames = columns(end, "columns", keyColumns, SnakeCase.of(end.field().name()));
    var columns = new ArrayList<Column>();
    for (int i = 0; i < keyColumns.size() && i < columnNames.size(); i++) {
      columns.add(column(end, keyColumns.get(i), columnNames.get(i)));
    }
    return end.plan(
        List.of(new Hop(Tables.of(end.target()), columnNames, names(keyColumns))),
        new AssociationPlan.Reference(
            columns,
            end.kind().flag("optional"),
            unique,
            end.kind().text("onDelete"),
            end.kind().flag("deferred")));
  }

  /// Checks that generated code, which stands in the package of the entity, may name the types of
  /// the key.
  private void checkVisible(End end, Column key) {
    var packageName = end.owner().name().packageName();
    var converter =
        key.value() instanceof ValueType.Converted converted
            ? catalog.find(converted.converter())
            : Optional.<Declaration>empty();
    Stream.of(catalog.find(key.type()), converter)
        .flatMap(Optional::stream)
        .filter(type -> !type.visibleFrom(packageName))
        .forEach(type ->
            problems.error(
                end.field().origin(),
                Code.TypeNotVisible,
                end.subject(),
                "generated code in package %s cannot name a type of the key; got %s, expected a class that is visible there. Make the class public."
                    .formatted(packageName, type.name())));
  }

  /// The key of an entity that has one. One that has none has an error of its own.
  private List<Column> key(End end, Declaration entity) {
    var columns = keys.of(entity);
    if (columns.isEmpty() && entity.fields().stream().anyMatch(field -> field.has("Id"))) {
      problems.error(
          end.field().origin(),
          Code.AssociationTarget,
          end.subject(),
          "the key of %s cannot be referred to; got one that is broken or leads back here, expected columns of its own. Correct the @Id of %s."
              .formatted(entity.name().simpleName(), entity.name().simpleName()));
    }
    return columns;
  }

  /// The names that a member of the annotation gives, or those that follow from the key.
  private List<String> columns(End end, String member, List<Column> key, String prefix) {
    var given = end.kind().texts(member);
    var all =
        given.isEmpty()
            ? key.stream().map(column -> prefix + "_" + column.column()).toList()
            : given;
    if (all.size() != key.size()) {
      problems.error(
          end.kind().origin(),
          Code.AssociationColumns,
          end.subject(),
          "each column of the key has one here; got %d names in `%s`, expected %d, for %s. Name as many."
              .formatted(all.size(), member, key.size(), String.join(", ", names(key))));
    }
    all.forEach(name -> names.check(end.field().origin(), end.subject(), "column", name));
    return all;
  }

  private Column column(End end, Column key, String name) {
    var optional = end.kind().flag("optional");
    return new Column(
        end.field().origin(),
        end.field().name(),
        key.type().boxed(),
        optional,
        next.getAsInt(),
        name,
        key.value(),
        end.field().has("Id"),
        optional,
        key.sensitive(),
        AttributePlan.Source.PROGRAM,
        Optional.empty(),
        List.of());
  }

  private static List<String> names(List<Column> columns) {
    return columns.stream().map(Column::column).toList();
  }

  private Optional<AttributePlan> inverse(End end) {
    return other(end, "OneToOne")
        .flatMap(other -> end.plan(back(end, other), new AssociationPlan.Inverse(end.mappedBy())));
  }

  private Optional<AttributePlan> children(End end) {
    var other = other(end, "ManyToOne");
    var orphans = end.kind().flag("orphanRemoval");
    if (other.isPresent()
        && !orphans
        && other.get().link() instanceof AssociationPlan.Reference reference
        && !reference.optional()) {
      problems.error(
          end.kind().origin(),
          Code.OrphanNotOptional,
          end.subject(),
          "what is taken out could not be written; got `%s.%s`, which is not optional, and no orphan removal, expected one of them. Add orphanRemoval = true here, or optional = true there."
              .formatted(end.target().name().simpleName(), end.mappedBy()));
    }
    return other.flatMap(each ->
        end.plan(
            back(end, each), new AssociationPlan.Children(end.mappedBy(), orphans, order(end))));
  }

  /// The way back: where the columns stand in the table of a subtype, over that to the root's.
  private List<Hop> back(End end, AssociationPlan other) {
    var hop = other.hops().getFirst().back(Tables.holding(end.target(), end.mappedBy()));
    var table = Tables.of(end.target());
    if (hop.table().equals(table)) {
      return List.of(hop);
    }
    var key = names(keys.of(end.target()));
    return List.of(hop, new Hop(table, key, key));
  }

  private Optional<AttributePlan> linkedBack(End end) {
    for (var member : List.of("columns", "targetColumns")) {
      if (!end.kind().texts(member).isEmpty() || !end.kind().text("table").isEmpty()) {
        mappedBy(end, "a table or columns beside mappedBy", "them on the other side alone");
        break;
      }
    }
    return other(end, "ManyToMany")
        .flatMap(other -> {
          var out = other.hops().getLast();
          var in = other.hops().getFirst();
          return end.plan(
              List.of(out.back(in.table()), in.back(Tables.of(end.target()))),
              new AssociationPlan.Linked(end.mappedBy(), order(end)));
        });
  }

  private Optional<AttributePlan> linked(End end) {
    var table = end.kind().text("table");
    if (table.isEmpty()) {
      mappedBy(end, "neither `table` nor `mappedBy`", "one of them");
      return Optional.empty();
    }
    names.check(end.field().origin(), end.subject(), "table", table);
    var own = key(end, end.owner());
    var others = key(end, end.target());
    if (own.isEmpty() || others.isEmpty()) {
      return Optional.empty();
    }
    var columns = columns(end, "columns", own, SnakeCase.of(end.owner().name().simpleName()));
    var targets =
        columns(end, "targetColumns", others, SnakeCase.of(end.target().name().simpleName()));
    checkDistinct(end, columns, targets);
    return end.plan(
        List.of(
            new Hop(table, names(own), columns),
            new Hop(Tables.of(end.target()), targets, names(others))),
        new AssociationPlan.Linked("", order(end)));
  }

  private void checkDistinct(End end, List<String> columns, List<String> targets) {
    for (var name : targets) {
      if (columns.stream().anyMatch(name::equalsIgnoreCase)) {
        problems.error(
            end.kind().origin(),
            Code.DuplicateColumn,
            end.subject(),
            "two columns of the links have one name; got %s for both sides, expected another name. Name them with `columns` and `targetColumns`."
                .formatted(name));
      }
    }
  }

  /// The association of the other entity that `mappedBy` names.
  private Optional<AssociationPlan> other(End end, String kind) {
    var target = end.target().name().simpleName();
    var field =
        end.target().fields().stream()
            .filter(each -> each.name().equals(end.mappedBy()))
            .findFirst();
    var expected =
        "a field of %s with @%s to %s".formatted(target, kind, end.owner().name().simpleName());
    if (field.isEmpty()) {
      mappedBy(end, "no attribute `%s.%s`".formatted(target, end.mappedBy()), expected);
      return Optional.empty();
    }
    var owner = field.get().owner();
    if (!owner.equals(end.target().name())) {
      mappedBy(
          end,
          "`%s.%s`, which is of all %s".formatted(target, end.mappedBy(), owner.simpleName()),
          expected);
      return Optional.empty();
    }
    var wrong = wrong(end, kind, field.get());
    if (!wrong.isEmpty()) {
      mappedBy(end, "`%s.%s`%s".formatted(target, end.mappedBy(), wrong), expected);
      return Optional.empty();
    }
    return keys.attribute(end.target(), end.mappedBy())
        .filter(AssociationPlan.class::isInstance)
        .map(AssociationPlan.class::cast);
  }

  /// What is wrong with the field of the other entity; empty when nothing is.
  private String wrong(End end, String kind, Field field) {
    var annotation = field.annotation(kind);
    if (annotation.isEmpty()) {
      return " without @" + kind;
    }
    if (!annotation.get().text("mappedBy").isEmpty()) {
      return ", which has mappedBy too";
    }
    var target = AssociationShape.target(field).flatMap(catalog::find).map(Declaration::name);
    return target.equals(Optional.of(end.owner().name())) ? "" : " of type " + field.type();
  }

  private void mappedBy(End end, String got, String expected) {
    problems.error(
        end.kind().origin(),
        Code.MappedByMismatch,
        end.subject(),
        "one side has the columns, and the other one names it; got %s, expected %s. Correct `mappedBy`."
            .formatted(got, expected));
  }

  private List<AssociationPlan.Order> order(End end) {
    return new OrderCheck(keys, problems).check(end.subject(), end.field(), end.target());
  }
}
