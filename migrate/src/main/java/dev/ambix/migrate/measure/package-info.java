/// Runs revisions in a throw-away database and says what each statement really did: which locks it
/// took, which tables it wrote anew, and which it read whole.
///
/// Read [Measure] first, then [Effect], what a statement does to a table. [PostgresMeter] asks the
/// catalog of PostgreSQL around each statement; [Obstacle] sees the locks of those that let go of
/// them before they return. [SqliteMeter] has less to look at, for SQLite has one lock.
///
/// It measures and does not judge: that is `lint`, which it knows nothing of.
package dev.ambix.migrate.measure;
