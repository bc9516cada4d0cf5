/// Tables, columns, constraints and indexes as plain data, and the difference between two of them.
@org.jspecify.annotations.NullMarked
module dev.ambix.schema {
  requires static transitive org.jspecify;

  exports dev.ambix.schema;
}
