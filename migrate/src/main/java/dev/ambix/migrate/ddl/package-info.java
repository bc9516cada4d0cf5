/// Turns changes of a schema into the statements of an engine.
///
/// Read [ChangeWriter] first, then [Script], what comes out. Each engine has files of its own;
/// definitions of tables and columns are the dialect's ([dev.ambix.dialect.TableWriter]).
///
/// What SQLite cannot alter is a table made anew ([TableRebuild]). That works with foreign keys
/// off, which no statement in a transaction can do: the script says so, and its runner does it.
package dev.ambix.migrate.ddl;
