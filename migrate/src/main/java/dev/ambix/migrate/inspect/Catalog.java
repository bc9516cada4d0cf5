package dev.ambix.migrate.inspect;

import dev.ambix.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;

/// The catalog of a database. Stateless and safe for any thread.
public interface Catalog {
  /// That of PostgreSQL 13 and later: seven queries.
  static Catalog postgresql() {
    return new PostgresCatalog();
  }

  /// That of SQLite: one query, and one more where sequences are kept in a table.
  static Catalog sqlite() {
    return new SqliteCatalog();
  }

  /// Reads the schema of the database that the connection is to, in the order of the names.
  ///
  /// What an extension made, and what belongs to the engine, is not in it.
  Schema read(Connection connection) throws SQLException;
}
