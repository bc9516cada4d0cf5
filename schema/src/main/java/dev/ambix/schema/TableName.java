package dev.ambix.schema;

/// The name of a table, an enumeration or a sequence, with that of the namespace it is in.
///
/// @param namespace what the standard calls a schema; empty for the one that the connection uses
/// @param name its name, as the database knows it
public record TableName(String namespace, String name) implements Comparable<TableName> {
  public TableName {
    Names.require("table", name);
  }

  /// A name in the namespace that the connection uses.
  public static TableName of(String name) {
    return new TableName("", name);
  }

  /// Another name in the same namespace.
  public TableName beside(String other) {
    return new TableName(namespace, other);
  }

  @Override
  public int compareTo(TableName other) {
    int order = namespace.compareTo(other.namespace);
    return order == 0 ? name.compareTo(other.name) : order;
  }

  @Override
  public String toString() {
    return namespace.isEmpty() ? name : namespace + "." + name;
  }
}
