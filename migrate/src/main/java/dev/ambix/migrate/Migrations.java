package dev.ambix.migrate;

import dev.ambix.migrate.graph.History;
import dev.ambix.migrate.revision.Revision;
import dev.ambix.migrate.revision.Revisions;
import dev.ambix.migrate.run.RunListener;
import dev.ambix.migrate.run.RunSettings;
import dev.ambix.migrate.run.Runner;
import dev.ambix.migrate.run.Status;
import java.util.List;

/// The revisions of a program and the database that they are for. Immutable; safe for any thread.
///
/// ```java
/// var migrations = Migrations.of(url);   // the files in db/revisions/ on the class path
/// migrations.upgrade("heads");           // or migrations.requireCurrent();
/// ```
public final class Migrations {
  private final String url;
  private final Revisions revisions;
  private final RunSettings settings;
  private final RunListener listener;

  private Migrations(String url, Revisions revisions, RunSettings settings, RunListener listener) {
    this.url = url;
    this.revisions = revisions;
    this.settings = settings;
    this.listener = listener;
  }

  /// Those on the class path, for the database at this URL, as `Database.open` takes it.
  public static Migrations of(String url) {
    return new Migrations(url, Revisions.classPath(), RunSettings.defaults(), RunListener.none());
  }

  /// The same with revisions from elsewhere.
  public Migrations from(Revisions other) {
    return new Migrations(url, other, settings, listener);
  }

  /// The same with other settings.
  public Migrations with(RunSettings other) {
    return new Migrations(url, revisions, other, listener);
  }

  /// The same with somebody who hears how runs go on.
  public Migrations listening(RunListener other) {
    return new Migrations(url, revisions, settings, other);
  }

  /// All revisions.
  ///
  /// @throws dev.ambix.error.UsageException when the files do not fit together, naming them
  public History history() {
    return History.of(revisions.load());
  }

  /// Runs what the database lacks; see [Runner#upgrade].
  ///
  /// @param target `heads` for all
  /// @return the revisions that ran here
  public List<Revision> upgrade(String target) {
    return runner().upgrade(target);
  }

  /// Undoes what the database has beyond a target; see [Runner#downgrade].
  ///
  /// @return the revisions that were undone
  public List<Revision> downgrade(String target) {
    return runner().downgrade(target);
  }

  /// Writes down that the database is at a target, and runs nothing; see [Runner#stamp].
  ///
  /// @return the ids that it has now
  public List<String> stamp(String target, boolean purge) {
    return runner().stamp(target, purge);
  }

  /// How the database stands to the files, in one query.
  public Status status() {
    return runner().status();
  }

  /// Makes sure that the database has all revisions and no other.
  ///
  /// @throws dev.ambix.error.UsageException `DatabaseBehind`, `DatabaseAhead` or `RevisionEdited`,
  ///   with the revisions
  public void requireCurrent() {
    status().requireCurrent();
  }

  private Runner runner() {
    return Runner.of(url, history(), settings, listener);
  }
}
