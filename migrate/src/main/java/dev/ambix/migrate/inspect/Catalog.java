package dev.ambix.migrate.inspect;

import dev.ambix.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;

/// The catalog of a database.
public interface Catalog {
  /// Reads the schema of the database that the connection is to.
  Schema read(Connection connection) throws SQLException;
}
