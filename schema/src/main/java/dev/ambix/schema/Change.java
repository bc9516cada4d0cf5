package dev.ambix.schema;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// One step from a schema to another. Values only: a dialect turns them into statements.
public sealed interface Change {
  /// The change that undoes this one. What was in a dropped table or column does not come back.
  Change inverse();

  /// Another name for what is there. Also what somebody may say, since a difference cannot tell a
  /// new name from a drop and an addition.
  sealed interface Rename extends Change {
    @Override
    Rename inverse();
  }

  /// A change of a table that is there before and after.
  sealed interface OfTable extends Change {
    /// The table.
    TableName table();
  }

  record AddNamespace(String name) implements Change {
    @Override
    public DropNamespace inverse() {
      return new DropNamespace(name);
    }
  }

  record DropNamespace(String name) implements Change {
    @Override
    public AddNamespace inverse() {
      return new AddNamespace(name);
    }
  }

  record AddEnum(EnumType type) implements Change {
    @Override
    public DropEnum inverse() {
      return new DropEnum(type);
    }
  }

  record DropEnum(EnumType type) implements Change {
    @Override
    public AddEnum inverse() {
      return new AddEnum(type);
    }
  }

  /// Other labels for an enumeration, or another order of them.
  record AlterEnum(EnumType before, EnumType after) implements Change {
    @Override
    public AlterEnum inverse() {
      return new AlterEnum(after, before);
    }

    /// Whether labels were added only, and all others are there in the same order.
    public boolean adds() {
      var kept = after.labels().stream().filter(before.labels()::contains).toList();
      return kept.equals(before.labels());
    }
  }

  record AddSequence(Sequence sequence) implements Change {
    @Override
    public DropSequence inverse() {
      return new DropSequence(sequence);
    }
  }

  record DropSequence(Sequence sequence) implements Change {
    @Override
    public AddSequence inverse() {
      return new AddSequence(sequence);
    }
  }

  record AlterSequence(Sequence before, Sequence after) implements Change {
    @Override
    public AlterSequence inverse() {
      return new AlterSequence(after, before);
    }
  }

  /// Its numbers go on where they were.
  record RenameSequence(TableName before, TableName after) implements Rename {
    @Override
    public RenameSequence inverse() {
      return new RenameSequence(after, before);
    }
  }

  /// A new table with its indexes, and with its foreign keys as far as their targets are there.
  record AddTable(Table table) implements Change {
    @Override
    public DropTable inverse() {
      return new DropTable(table);
    }
  }

  record DropTable(Table table) implements Change {
    @Override
    public AddTable inverse() {
      return new AddTable(table);
    }
  }

  record RenameTable(TableName before, TableName after) implements Rename {
    @Override
    public RenameTable inverse() {
      return new RenameTable(after, before);
    }
  }

  /// Another comment, or other options, of a table.
  record AlterTable(Table before, Table after) implements OfTable {
    @Override
    public TableName table() {
      return after.id();
    }

    @Override
    public AlterTable inverse() {
      return new AlterTable(after, before);
    }
  }

  record AddColumn(TableName table, Column column) implements OfTable {
    @Override
    public DropColumn inverse() {
      return new DropColumn(table, column);
    }
  }

  record DropColumn(TableName table, Column column) implements OfTable {
    @Override
    public AddColumn inverse() {
      return new AddColumn(table, column);
    }
  }

  record RenameColumn(TableName table, String before, String after) implements Rename {
    @Override
    public RenameColumn inverse() {
      return new RenameColumn(table, after, before);
    }
  }

  record AlterColumn(TableName table, Column before, Column after) implements OfTable {
    /// What of a column can change.
    public enum Part {
      TYPE,
      NULLABLE,
      DEFAULT,
      NUMBERING,
      COMPUTED,
      COMMENT
    }

    /// What differs, never empty.
    public Set<Part> parts() {
      var parts = EnumSet.noneOf(Part.class);
      add(parts, Part.TYPE, !before.type().equals(after.type()));
      add(parts, Part.NULLABLE, before.nullable() != after.nullable());
      add(parts, Part.DEFAULT, !before.defaultValue().equals(after.defaultValue()));
      add(parts, Part.NUMBERING, before.numbering() != after.numbering());
      add(parts, Part.COMPUTED, !before.computed().equals(after.computed()));
      add(parts, Part.COMMENT, !before.comment().equals(after.comment()));
      return parts;
    }

    private static void add(Set<Part> parts, Part part, boolean differs) {
      if (differs) {
        parts.add(part);
      }
    }

    @Override
    public AlterColumn inverse() {
      return new AlterColumn(table, after, before);
    }
  }

  record AddConstraint(TableName table, Constraint constraint) implements OfTable {
    @Override
    public DropConstraint inverse() {
      return new DropConstraint(table, constraint);
    }
  }

  record DropConstraint(TableName table, Constraint constraint) implements OfTable {
    @Override
    public AddConstraint inverse() {
      return new AddConstraint(table, constraint);
    }
  }

  record RenameConstraint(TableName table, Constraint before, String after) implements OfTable {
    @Override
    public RenameConstraint inverse() {
      return new RenameConstraint(table, before.named(after), before.name());
    }
  }

  record AddIndex(TableName table, Index index) implements OfTable {
    @Override
    public DropIndex inverse() {
      return new DropIndex(table, index);
    }
  }

  record DropIndex(TableName table, Index index) implements OfTable {
    @Override
    public AddIndex inverse() {
      return new AddIndex(table, index);
    }
  }

  record RenameIndex(TableName table, Index before, String after) implements OfTable {
    @Override
    public RenameIndex inverse() {
      return new RenameIndex(table, before.named(after), before.name());
    }
  }

  /// The changes that undo these, last first.
  static List<Change> inverse(List<Change> changes) {
    return changes.reversed().stream().map(Change::inverse).toList();
  }
}
