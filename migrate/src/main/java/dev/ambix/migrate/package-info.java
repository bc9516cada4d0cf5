/// The migration tool for programs: what the command line does, as calls.
///
/// Read [Migrations] first: it upgrades a database, or makes sure that it is up to date, and is
/// what a service calls at its start. [RevisionFolder] writes revision files.
///
/// The parts stand in packages of their own: `revision` (files), `graph` (what follows what), `run`
/// (databases). Nothing here prints; `command` does.
package dev.ambix.migrate;
