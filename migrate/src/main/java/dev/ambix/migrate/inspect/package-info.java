/// Reads a database's catalog into a [dev.ambix.schema.Schema].
///
/// Read [Catalog] first. Each engine has a file of its own, and asks a constant number of
/// questions, whatever the number of tables.
///
/// What comes out is what the engine says, in its own spelling: two catalogs of one engine compare
/// as they are, and a catalog never compares with a schema that no engine has seen.
package dev.ambix.migrate.inspect;
