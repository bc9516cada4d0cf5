package dev.ambix.processor.check;

import dev.ambix.processor.read.Field;
import dev.ambix.processor.read.TypeName;
import java.util.ArrayList;
import java.util.List;

/// Where an attribute stands: in an entity, or in a record that is embedded there.
///
/// @param owner the entity
/// @param path from the entity to here, with a dot at its end; empty in the entity itself
/// @param columnPrefix what stands before the names of columns
/// @param nullable whether a record around it may be null
/// @param sensitive whether a record around it is sensitive
/// @param records the records around it, the innermost last
record Scope(
    TypeName owner,
    String path,
    String columnPrefix,
    boolean nullable,
    boolean sensitive,
    List<TypeName> records) {
  Scope {
    records = List.copyOf(records);
  }

  static Scope of(TypeName owner) {
    return new Scope(owner, "", "", false, false, List.of());
  }

  /// The inside of an embedded record.
  Scope inside(Field field, TypeName record, String prefix) {
    var deeper = new ArrayList<>(records);
    deeper.add(record);
    return new Scope(
        owner,
        path + field.name() + ".",
        columnPrefix + prefix,
        nullable || field.nullable(),
        sensitive || field.has("Sensitive"),
        deeper);
  }

  boolean isEmbedded() {
    return !records.isEmpty();
  }

  /// The user's name for an attribute here: `User.address.city`.
  String subject(Field field) {
    return owner.simpleName() + "." + path + field.name();
  }
}
