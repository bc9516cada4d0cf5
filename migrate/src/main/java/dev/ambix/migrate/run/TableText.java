package dev.ambix.migrate.run;

import dev.ambix.dialect.Dialect;
import dev.ambix.migrate.revision.Direction;
import dev.ambix.migrate.revision.Revision;
import dev.ambix.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/// The table that remembers revisions, as SQL text.
///
/// @param name its name, in quotes and with its schema
/// @param schema its schema in quotes; empty for the default
record TableText(String name, String schema, boolean postgresql) {
  /// That of an engine, `sqlite` or `postgresql`.
  static TableText of(String engine, RunSettings settings) {
    boolean postgresql = engine.equals("postgresql");
    var dialect = postgresql ? Dialect.postgresql() : Dialect.sqlite(new Schema(List.of()));
    var schema = postgresql && !settings.schema().isEmpty() ? dialect.quote(settings.schema()) : "";
    var name = (schema.isEmpty() ? "" : schema + ".") + dialect.quote(settings.table());
    return new TableText(name, schema, postgresql);
  }

  /// What makes the table where it is missing.
  List<String> creation() {
    var statements = new ArrayList<String>();
    if (!schema.isEmpty()) {
      statements.add("create schema if not exists " + schema);
    }
    statements.add(
        """
        create table if not exists %s (
          revision varchar(12) not null primary key,
          message text not null,
          checksum varchar(64) not null,
          state varchar(9) not null,
          done integer not null,
          started integer not null,
          applied_at %s not null,
          millis bigint not null)\
        """
            .formatted(name, postgresql ? "timestamp with time zone" : "text"));
    return statements;
  }

  /// What notes that a revision was run in this direction.
  String note(Revision revision, Direction direction) {
    return switch (direction) {
      case DOWNGRADE -> "delete from " + name + " where revision = '" + revision.id() + "'";
      case UPGRADE ->
          "insert into %s values ('%s', '%s', '%s', 'applied', 0, 0, %s, 0)"
              .formatted(
                  name,
                  revision.id(),
                  revision.message().replace("'", "''"),
                  revision.checksum(),
                  postgresql
                      ? "current_timestamp"
                      : "strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z'");
    };
  }
}
