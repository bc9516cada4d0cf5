package dev.ambix.processor.check;

/// The former name of a table or a column.
///
/// @param table the table, under the name that it has now
/// @param column the column, under the name that it has now; empty for the table itself
/// @param before the name it had
public record RenamePlan(String table, String column, String before) {}
