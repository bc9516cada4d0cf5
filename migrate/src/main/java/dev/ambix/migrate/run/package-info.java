/// Runs revisions on a database, one runner at a time.
///
/// Read [Runner] first: it takes the lock, reads the table of revisions, and runs what is missing.
/// [SectionRun] runs one section of one revision: in one transaction where that can be, else a
/// statement at a time with its progress kept. [RevisionTable] is what the database remembers.
///
/// A rerun always continues what a run before it left half done, before anything else. What the
/// engines do in their own ways stands in [Site].
package dev.ambix.migrate.run;
