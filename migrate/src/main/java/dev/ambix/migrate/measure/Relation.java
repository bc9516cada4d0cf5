package dev.ambix.migrate.measure;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/// What the catalog of PostgreSQL knows of a table, an index, a view or a sequence.
///
/// @param table the table of an index; else the relation itself
/// @param file the file that it is in; 0 for none
/// @param scans how often it was read from end to end
record Relation(long id, String name, char kind, long table, long file, long scans) {
  /// Those of the user, by id. What a backend has counted itself and not yet handed on counts too.
  private static final String QUERY =
      """
      select c.oid, c.oid::regclass::text, c.relkind, coalesce(i.indrelid, c.oid),
        coalesce(pg_relation_filenode(c.oid), 0),
        coalesce(pg_stat_get_numscans(c.oid), 0) + coalesce(pg_stat_get_xact_numscans(c.oid), 0)
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      left join pg_index i on i.indexrelid = c.oid
      where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
      order by c.relkind in ('i', 'I'), 2
      """;

  static Map<Long, Relation> all(Connection connection) throws SQLException {
    var found = new LinkedHashMap<Long, Relation>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(QUERY)) {
      while (rows.next()) {
        var relation =
            new Relation(
                rows.getLong(1),
                rows.getString(2),
                rows.getString(3).charAt(0),
                rows.getLong(4),
                rows.getLong(5),
                rows.getLong(6));
        found.put(relation.id(), relation);
      }
    }
    return found;
  }

  /// Whether it has rows of its own.
  boolean keepsRows() {
    return kind == 'r' || kind == 'm';
  }
}
