package dev.ambix.migrate.run;

import dev.ambix.dialect.Sql;
import dev.ambix.error.QueryFailed;
import dev.ambix.migrate.revision.Direction;
import dev.ambix.migrate.revision.Revision;
import dev.ambix.schema.SqlType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The table that remembers revisions. It never begins or ends a transaction.
final class RevisionTable {
  private static final Set<String> MISSING = Set.of("42P01", "3F000", "SQLITE_ERROR");
  private static final SqlType TEXT = new SqlType.Text();

  private final Site site;
  private final String name;
  private final TableText text;

  RevisionTable(Site site, RunSettings settings) {
    this.site = site;
    this.text = TableText.of(site.dialect(), settings);
    this.name = text.name();
  }

  /// Reads all, in one query. A table that is not there has none.
  List<Applied> read() {
    var sql =
        "select revision, message, checksum, state, done, started, applied_at, millis from "
            + name
            + " order by applied_at, revision";
    try {
      return site.link()
          .query(
              Sql.of(sql),
              rows -> {
                var found = new ArrayList<Applied>();
                while (rows.next()) {
                  found.add(
                      new Applied(
                          Objects.requireNonNull(rows.getString(0)),
                          Objects.requireNonNull(rows.getString(1)),
                          Objects.requireNonNull(rows.getString(2)),
                          Objects.requireNonNull(rows.getString(3)),
                          rows.getInt(4),
                          rows.getInt(5),
                          Objects.requireNonNull(rows.getInstant(6)),
                          rows.getLong(7)));
                }
                return List.copyOf(found);
              });
    } catch (QueryFailed e) {
      if (MISSING.contains(e.sqlState()) && !String.valueOf(e.getMessage()).contains("column")) {
        return List.of();
      }
      throw e;
    }
  }

  /// Makes the table where it is missing.
  void create() {
    text.creation().forEach(site::execute);
  }

  /// Writes that a revision is applied.
  void applied(Revision revision, Duration took) {
    put(revision, revision.checksum(), Applied.DONE, 0, 0, took);
  }

  /// Writes how far a revision is.
  void progress(Revision revision, Direction direction, int done, int started, String checksum) {
    put(revision, checksum, direction.word(), done, started, Duration.ZERO);
  }

  private void put(
      Revision revision, String checksum, String state, int done, int started, Duration took) {
    remove(revision.id());
    run(
        "insert into " + name + " values (?, ?, ?, ?, ?, ?, ?, ?)",
        bind(revision.id(), TEXT),
        bind(revision.message(), TEXT),
        bind(checksum, TEXT),
        bind(state, TEXT),
        bind(done, new SqlType.Int()),
        bind(started, new SqlType.Int()),
        bind(Instant.now(), new SqlType.TimestampTz()),
        bind(took.toMillis(), new SqlType.BigInt()));
  }

  /// Forgets a revision.
  void remove(String id) {
    run("delete from " + name + " where revision = ?", bind(id, TEXT));
  }

  private void run(String text, Sql.Bind... binds) {
    site.link().execute(new Sql(text, List.of(binds)));
  }

  private static Sql.Bind bind(@Nullable Object value, SqlType type) {
    return new Sql.One(value, type);
  }
}
