package dev.ambix.processor.check;

import dev.ambix.processor.read.TypeName;
import java.util.List;

/// What constrains or serves the columns of an entity.
public sealed interface ConstraintPlan {
  /// Its columns, in order.
  List<AttributePlan.Column> columns();

  /// A UNIQUE constraint.
  record Unique(String name, List<AttributePlan.Column> columns) implements ConstraintPlan {
    public Unique {
      columns = List.copyOf(columns);
    }
  }

  /// An index.
  ///
  /// @param where the condition of its rows; empty for all rows
  record Index(String name, List<AttributePlan.Column> columns, boolean unique, String where)
      implements ConstraintPlan {
    /// Whether it has all rows, and only serves.
    public boolean isPlain() {
      return !unique && where.isEmpty();
    }

    public Index {
      columns = List.copyOf(columns);
    }
  }

  /// A CHECK constraint.
  record Check(String name, String sql) implements ConstraintPlan {
    @Override
    public List<AttributePlan.Column> columns() {
      return List.of();
    }
  }

  /// A foreign key.
  ///
  /// @param onDelete the name of a constant of `dev.ambix.schema.OnDelete`
  record Reference(AttributePlan.Column column, TypeName target, String onDelete, boolean deferred)
      implements ConstraintPlan {
    @Override
    public List<AttributePlan.Column> columns() {
      return List.of(column);
    }
  }

  /// The foreign key of an association.
  record ForeignKey(AssociationPlan association, AssociationPlan.Reference reference)
      implements ConstraintPlan {
    @Override
    public List<AttributePlan.Column> columns() {
      return reference.columns();
    }
  }
}
