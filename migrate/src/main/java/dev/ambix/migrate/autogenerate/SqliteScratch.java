package dev.ambix.migrate.autogenerate;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;

/// Databases in memory.
final class SqliteScratch implements Scratch {
  @Override
  public Platform platform() {
    return Platform.sqlite();
  }

  @Override
  public Area open() throws SQLException {
    return new Memory(DriverManager.getConnection("jdbc:sqlite::memory:"));
  }

  private record Memory(Connection connection) implements Area {
    @Override
    public Connection another() throws SQLException {
      throw new SQLFeatureNotSupportedException("a database in memory has one connection");
    }

    @Override
    public void close() throws SQLException {
      connection.close();
    }
  }
}
