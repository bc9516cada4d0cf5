/// The pure model of a database schema: tables, columns, keys, indexes and checks as records.
///
/// Read [Table] first. The models' mapping produces these values, the dialects write them as DDL,
/// and the migration tool compares them.
///
/// Nothing here knows JDBC, a dialect or an entity, and nothing does I/O. Types are the standard's
/// ([SqlType]); how an engine spells or stores them is the dialect's business. A constraint always
/// has a name ([Names]), because a name that an engine invents cannot be compared or dropped.
package dev.ambix.schema;
