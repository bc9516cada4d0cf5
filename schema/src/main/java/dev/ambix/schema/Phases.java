package dev.ambix.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Changes, kept apart by when they can run.
final class Phases {
  /// What others stand on: namespaces, types, sequences.
  final List<Change> begin = new ArrayList<>();

  /// New names of constraints and indexes.
  final List<Change> rename = new ArrayList<>();

  /// What must go before its like can come.
  final List<Change> early = new ArrayList<>();

  final List<Change> columns = new ArrayList<>();
  final List<Change> keys = new ArrayList<>();
  final List<Change> create = new ArrayList<>();
  final List<Change> refer = new ArrayList<>();

  /// Constraints, indexes and columns that go.
  final List<Change> late = new ArrayList<>();

  final List<Change> tables = new ArrayList<>();
  final List<Change> types = new ArrayList<>();
  final List<Change> end = new ArrayList<>();

  List<Change> inOrder() {
    var all = new ArrayList<Change>();
    early.sort(Comparator.comparingInt(Phases::weight));
    late.sort(Comparator.comparingInt(Phases::weight));
    for (var phase :
        List.of(begin, rename, early, columns, keys, create, refer, late, tables, types, end)) {
      all.addAll(phase);
    }
    return List.copyOf(all);
  }

  /// What refers goes before what it refers to, and what is about columns before the columns.
  private static int weight(Change change) {
    return switch (change) {
      case Change.DropConstraint drop ->
          switch (drop.constraint()) {
            case ForeignKey _ -> 0;
            case Check _ -> 1;
            case UniqueKey _ -> 3;
            case PrimaryKey _ -> 4;
          };
      case Change.DropIndex _ -> 2;
      case Change.DropColumn _ -> 5;
      case Change.AddNamespace _,
          Change.DropNamespace _,
          Change.AddEnum _,
          Change.DropEnum _,
          Change.AlterEnum _,
          Change.AddSequence _,
          Change.DropSequence _,
          Change.AlterSequence _,
          Change.AddTable _,
          Change.DropTable _,
          Change.AlterTable _,
          Change.AddColumn _,
          Change.AlterColumn _,
          Change.AddConstraint _,
          Change.AddIndex _,
          Change.Rename _,
          Change.RenameConstraint _,
          Change.RenameIndex _ ->
          6;
    };
  }
}
