package dev.ambix.migrate.autogenerate;

import dev.ambix.jdbc.DriverSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.UUID;

/// Temporary databases on a server of PostgreSQL.
final class PostgresScratch implements Scratch {
  private final DriverSettings settings;

  PostgresScratch(String url) {
    settings = DriverSettings.parse(url);
  }

  @Override
  public Platform platform() {
    return Platform.postgresql();
  }

  @Override
  public Area open() throws SQLException {
    var name = "ambix_scratch_" + UUID.randomUUID().toString().replace("-", "");
    execute("create database " + name + " template template0");
    try {
      return new Temporary(this, name, connect(beside(name)));
    } catch (SQLException e) {
      drop(name);
      throw e;
    }
  }

  private void drop(String name) throws SQLException {
    execute("drop database if exists " + name + " with (force)");
  }

  private void execute(String sql) throws SQLException {
    try (var connection = connect(settings.url());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private Connection connect(String url) throws SQLException {
    var properties = new Properties();
    properties.putAll(settings.properties());
    return DriverManager.getConnection(url, properties);
  }

  /// The URL of another database of the server.
  private String beside(String name) {
    var url = settings.url();
    int end = url.indexOf('?');
    var path = end < 0 ? url : url.substring(0, end);
    return path.substring(0, path.lastIndexOf('/') + 1)
        + name
        + (end < 0 ? "" : url.substring(end));
  }

  private record Temporary(PostgresScratch server, String name, Connection connection)
      implements Area {
    @Override
    public Connection another() throws SQLException {
      return server.connect(server.beside(name));
    }

    @Override
    public void close() throws SQLException {
      connection.close();
      server.drop(name);
    }
  }
}
