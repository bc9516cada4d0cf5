/// Holds revisions to what they promise, in throw-away databases.
///
/// Read [Verify] first: up, down and up again, step by step, with the catalog compared after each.
/// [Drift] compares a database that is in use with what its revisions would have made.
///
/// Catalogs are read and compared by `autogenerate`; revisions run by `run`.
package dev.ambix.migrate.verify;
