package dev.ambix.migrate.autogenerate;

import dev.ambix.migrate.ddl.Script;
import dev.ambix.schema.Change;
import dev.ambix.schema.Diff;
import dev.ambix.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Compares a database with the models. Immutable and safe for any thread.
public final class Autogenerate {
  private final Scratch scratch;
  private final Ignored ignored;

  private Autogenerate(Scratch scratch, Ignored ignored) {
    this.scratch = scratch;
    this.ignored = ignored;
  }

  /// Compares in databases from here.
  public static Autogenerate in(Scratch scratch) {
    return new Autogenerate(scratch, new Ignored(List.of()));
  }

  /// The same, passing over what has one of these names; see [Ignored].
  public Autogenerate ignoring(Ignored more) {
    return new Autogenerate(scratch, ignored.and(more.names()));
  }

  /// What brings the database of `from` to the state of the models.
  ///
  /// @param from a connection in autocommit to where the history was replayed, or to a live
  ///   database; it is only read, unless there are renames, which are tried in a transaction that
  ///   is rolled back
  /// @param models the tables of the models
  /// @param renames the new names that somebody has given
  public Draft draft(Connection from, Schema models, List<Change.Rename> renames)
      throws SQLException {
    return compare(from, created(models), renames);
  }

  /// What brings the database of `from` to the state that a catalog shows.
  public Draft compare(Connection from, Schema to, List<Change.Rename> renames)
      throws SQLException {
    return between(renames.isEmpty() ? read(from) : renamed(from, renames), to, renames);
  }

  /// What leads from one catalog to another.
  ///
  /// @param before the catalog as it is with the new names, as [#renamed] gives it
  /// @param renames the new names, which the draft begins with
  public Draft between(Schema before, Schema to, List<Change.Rename> renames) {
    var writer = scratch.platform().writer();
    var after = ignored.keeping(before, ignored.without(to));
    var forth = Diff.between(before, after);
    var up = writer.write(forth, before, after);
    var down = writer.write(Diff.between(after, before), after, before);
    var changes = new ArrayList<Change>(renames);
    changes.addAll(forth);
    return new Draft(
        changes,
        new Script(joined(names(renames), up.statements()), up.foreignKeysOff()),
        new Script(joined(down.statements(), names(inverse(renames))), down.foreignKeysOff()));
  }

  /// The changes from one catalog to another, as far as it is compared.
  public List<Change> changes(Schema from, Schema to) {
    return Diff.between(from, ignored.keeping(from, to));
  }

  /// The catalog of a database, as far as it is compared.
  public Schema read(Connection connection) throws SQLException {
    return ignored.without(scratch.platform().catalog().read(connection));
  }

  /// The catalog of a throw-away database in which these tables were made.
  public Schema created(Schema models) throws SQLException {
    try (var area = scratch.open()) {
      for (var sql : scratch.platform().create(models)) {
        execute(area.connection(), sql);
      }
      return read(area.connection());
    }
  }

  /// Makes the tables, views and triggers of a database in an empty one, without rows; those that
  /// are passed over too, because others may refer to them.
  public void copy(Connection from, Connection empty) throws SQLException {
    var none = scratch.platform().catalog().read(empty);
    var catalog = scratch.platform().catalog().read(from);
    var script = scratch.platform().writer().write(Diff.between(none, catalog), none, catalog);
    for (var statement : script.statements()) {
      execute(empty, statement.sql());
    }
    for (var view : catalog.views()) {
      execute(empty, view.sql());
    }
  }

  /// The catalog as it is after the renames: what refers to a name is rewritten by the engine. They
  /// are tried in a transaction that is rolled back.
  public Schema renamed(Connection from, List<Change.Rename> renames) throws SQLException {
    from.setAutoCommit(false);
    try {
      for (var statement : names(renames)) {
        execute(from, statement.sql());
      }
      return read(from);
    } finally {
      from.rollback();
      from.setAutoCommit(true);
    }
  }

  private List<Script.Statement> names(List<Change.Rename> renames) {
    var writer = scratch.platform().writer();
    return renames.stream().flatMap(it -> writer.rename(it).stream()).toList();
  }

  private static List<Change.Rename> inverse(List<Change.Rename> renames) {
    return renames.reversed().stream().map(Change.Rename::inverse).toList();
  }

  private static <T> List<T> joined(List<T> one, List<T> other) {
    var all = new ArrayList<>(one);
    all.addAll(other);
    return all;
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
