/// From models to revisions: what a history lacks that the models have.
///
/// Read [Comparison] first. It replays the history in a throw-away database of each engine, or
/// reads a live one, and asks `autogenerate` what is missing. [ModelDrafts] is what comes out, as
/// sections of a revision that a `RevisionFolder` can write.
///
/// Nothing is guessed: what may be a new name, and what loses data, is an error that says how to go
/// on, unless the models or somebody has said it.
package dev.ambix.migrate.models;
