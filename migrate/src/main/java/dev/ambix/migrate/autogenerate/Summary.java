package dev.ambix.migrate.autogenerate;

import dev.ambix.schema.Change;
import dev.ambix.schema.Check;
import dev.ambix.schema.Constraint;
import dev.ambix.schema.ForeignKey;
import dev.ambix.schema.PrimaryKey;
import dev.ambix.schema.UniqueKey;
import java.util.Locale;
import java.util.stream.Collectors;

/// Says in a few words what a change does.
public final class Summary {
  private Summary() {}

  /// The change in one line, such as `add column users.name`.
  public static String of(Change change) {
    return switch (change) {
      case Change.AddNamespace it -> "add schema " + it.name();
      case Change.DropNamespace it -> "drop schema " + it.name();
      case Change.AddEnum it -> "add type " + it.type().id();
      case Change.DropEnum it -> "drop type " + it.type().id();
      case Change.AlterEnum it ->
          (it.adds() ? "add labels to type " : "replace labels of type ") + it.after().id();
      case Change.AddSequence it -> "add sequence " + it.sequence().id();
      case Change.DropSequence it -> "drop sequence " + it.sequence().id();
      case Change.AlterSequence it -> "alter sequence " + it.after().id();
      case Change.RenameSequence it -> "rename sequence " + it.before() + " to " + it.after();
      case Change.AddTable it -> "add table " + it.table().id();
      case Change.DropTable it -> "drop table " + it.table().id();
      case Change.AlterTable it -> "alter table " + it.after().id();
      case Change.RenameTable it -> "rename table " + it.before() + " to " + it.after();
      case Change.AddColumn it -> "add column " + it.table() + "." + it.column().name();
      case Change.DropColumn it -> "drop column " + it.table() + "." + it.column().name();
      case Change.RenameColumn it ->
          "rename column " + it.table() + "." + it.before() + " to " + it.after();
      case Change.AlterColumn it -> altered(it);
      case Change.AddConstraint it -> "add " + named(it.constraint());
      case Change.DropConstraint it -> "drop " + named(it.constraint());
      case Change.RenameConstraint it -> "rename " + named(it.before()) + " to " + it.after();
      case Change.AddIndex it -> "add index " + it.index().name();
      case Change.DropIndex it -> "drop index " + it.index().name();
      case Change.RenameIndex it -> "rename index " + it.before().name() + " to " + it.after();
    };
  }

  private static String altered(Change.AlterColumn change) {
    return change.parts().stream()
        .map(part -> part.name().toLowerCase(Locale.ROOT))
        .collect(
            Collectors.joining(
                ", ", "alter column " + change.table() + "." + change.after().name() + " (", ")"));
  }

  private static String named(Constraint constraint) {
    var kind =
        switch (constraint) {
          case PrimaryKey _ -> "primary key ";
          case UniqueKey _ -> "unique key ";
          case ForeignKey _ -> "foreign key ";
          case Check _ -> "check ";
        };
    return kind + constraint.name();
  }
}
