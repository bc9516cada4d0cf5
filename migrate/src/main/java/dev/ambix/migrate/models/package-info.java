/// From models to revisions: what a history lacks that the models have.
///
/// Read [ModelDrafts] first. It replays the history in a throw-away database of each engine, asks
/// `autogenerate` what is missing, and gives the sections of a revision that a `RevisionFolder` can
/// write. It refuses to guess: what may be a new name, and what loses data, is an error that says
/// how to go on.
package dev.ambix.migrate.models;
