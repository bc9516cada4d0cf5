package dev.ambix.migrate.inspect;

import dev.ambix.schema.EnumType;
import dev.ambix.schema.Schema;
import dev.ambix.schema.Sequence;
import dev.ambix.schema.TableName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Reads pg_catalog. What is in the schema that the connection uses has no namespace.
final class PostgresCatalog implements Catalog {
  /// The namespace of an object as we write it.
  static final String NAMESPACE =
      "case n.nspname when current_schema() then '' else n.nspname end as namespace";

  /// The condition that neither the engine nor an extension made the object.
  static String ours(String catalog, String alias) {
    return """
    n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_(toast|temp)'
    and not exists (
      select from pg_catalog.pg_depend d
      where d.classid = '%s'::regclass and d.objid = %s.oid and d.deptype = 'e')
    """
        .formatted(catalog, alias);
  }

  @Override
  public Schema read(Connection connection) throws SQLException {
    var tables = new PostgresTables(connection).read();
    return new Schema(
        tables, sequences(connection), enums(connection), namespaces(connection), List.of());
  }

  private static List<Sequence> sequences(Connection connection) throws SQLException {
    var sql =
        """
        select %s, c.relname as name, s.seqincrement as increment
        from pg_catalog.pg_sequence s
        join pg_catalog.pg_class c on c.oid = s.seqrelid
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        where %s
        and not exists (
          select from pg_catalog.pg_depend d
          where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype in ('a', 'i')
          and d.refclassid = 'pg_class'::regclass and d.refobjsubid > 0)
        order by n.nspname, c.relname
        """
            .formatted(NAMESPACE, ours("pg_class", "c"));
    return query(
        connection,
        sql,
        rows -> new Sequence(name(rows, "namespace", "name"), rows.getInt("increment")));
  }

  private static List<EnumType> enums(Connection connection) throws SQLException {
    var sql =
        """
        select %s, t.typname as name,
          array(select e.enumlabel::text from pg_catalog.pg_enum e where e.enumtypid = t.oid
            order by e.enumsortorder) as labels
        from pg_catalog.pg_type t
        join pg_catalog.pg_namespace n on n.oid = t.typnamespace
        where t.typtype = 'e' and %s
        order by n.nspname, t.typname
        """
            .formatted(NAMESPACE, ours("pg_type", "t"));
    return query(
        connection,
        sql,
        rows -> new EnumType(name(rows, "namespace", "name"), strings(rows, "labels")));
  }

  private static List<String> namespaces(Connection connection) throws SQLException {
    var sql =
        """
        select n.nspname as name from pg_catalog.pg_namespace n
        where n.nspname is distinct from current_schema() and n.nspname <> 'public' and %s
        order by n.nspname
        """
            .formatted(ours("pg_namespace", "n"));
    return query(connection, sql, rows -> rows.getString("name"));
  }

  /// What makes a value of a row.
  interface Reader<T> {
    T read(ResultSet rows) throws SQLException;
  }

  static <T> List<T> query(Connection connection, String sql, Reader<T> reader)
      throws SQLException {
    var found = new ArrayList<T>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(reader.read(rows));
      }
    }
    return found;
  }

  static TableName name(ResultSet rows, String namespace, String name) throws SQLException {
    return new TableName(rows.getString(namespace), rows.getString(name));
  }

  static List<String> strings(ResultSet rows, String column) throws SQLException {
    var array = rows.getArray(column);
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }
}
