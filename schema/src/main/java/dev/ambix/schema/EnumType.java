package dev.ambix.schema;

import java.util.List;

/// A type of the database whose values are a closed list of names.
///
/// @param id its name
/// @param labels the names, in their order
public record EnumType(TableName id, List<String> labels) {
  public EnumType {
    labels = List.copyOf(labels);
  }
}
