package dev.ambix.benchmarks.peer;

import dev.ambix.benchmarks.Engine;
import dev.ambix.dialect.FixedTime;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/// JDBC by hand: constant SQL, columns by their index.
public final class JdbcPeer implements Peer {
  private static final String COLUMNS = "id, name, email, phone, points, active, joined";
  private static final String FIND = "select " + COLUMNS + " from customers where id = ?";
  private static final String FIRST =
      "select " + COLUMNS + " from customers where id <= ? order by id";
  private static final String INSERT =
      "insert into customers (name, email, phone, points, active, joined)"
          + " values (?, ?, ?, ?, ?, ?)";
  private static final String UPDATE = "update customers set points = ? where id = ?";

  private final JdbcSource source;
  private final JdbcShelf shelf;
  private final Engine engine;
  private List<Customer> loaded = List.of();

  public JdbcPeer(DataSource source, Engine engine) {
    this.source = new JdbcSource(source, engine);
    this.shelf = new JdbcShelf(this.source, engine);
    this.engine = engine;
  }

  @Override
  public Object find(long id) {
    return source.with(connection ->
        source.query(
            connection,
            FIND,
            statement -> {
              statement.setLong(1, id);
              try (var rows = statement.executeQuery()) {
                if (!rows.next()) {
                  throw new IllegalStateException("no row " + id);
                }
                return customer(rows);
              }
            }));
  }

  @Override
  public List<Customer> first(int rows) {
    return source.with(connection ->
        source.query(
            connection,
            FIRST,
            statement -> {
              statement.setLong(1, rows);
              var customers = new ArrayList<Customer>();
              try (var found = statement.executeQuery()) {
                while (found.next()) {
                  customers.add(customer(found));
                }
              }
              return customers;
            }));
  }

  private Customer customer(ResultSet row) throws SQLException {
    return new Customer(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getInt(5),
        row.getBoolean(6),
        engine == Engine.SQLITE
            ? FixedTime.instant(row.getString(7))
            : row.getObject(7, OffsetDateTime.class).toInstant());
  }

  @Override
  public long insert(int rows) {
    var customers = new ArrayList<Customer>(rows);
    for (int i = 0; i < rows; i++) {
      customers.add(Customer.of(i));
    }
    source.with(connection -> {
      connection.setAutoCommit(false);
      if (engine == Engine.SQLITE) {
        insertEach(connection, customers);
      } else {
        insertBatch(connection, customers);
      }
      connection.commit();
      connection.setAutoCommit(true);
      return customers;
    });
    return customers.getLast().id;
  }

  private void insertBatch(Connection connection, List<Customer> customers) throws SQLException {
    try (var statement = connection.prepareStatement(INSERT, new String[] {"id"})) {
      for (var customer : customers) {
        bind(statement, customer);
        statement.addBatch();
      }
      statement.executeBatch();
      try (var keys = statement.getGeneratedKeys()) {
        for (var customer : customers) {
          keys.next();
          customer.id = keys.getLong(1);
        }
      }
    }
  }

  /// Batches of sqlite-jdbc tell only the last id, and save nothing.
  private void insertEach(Connection connection, List<Customer> customers) throws SQLException {
    source.query(
        connection,
        INSERT + " returning id",
        statement -> {
          for (var customer : customers) {
            bind(statement, customer);
            try (var keys = statement.executeQuery()) {
              keys.next();
              customer.id = keys.getLong(1);
            }
          }
          return customers;
        });
  }

  private void bind(PreparedStatement statement, Customer customer) throws SQLException {
    statement.setString(1, customer.name);
    statement.setString(2, customer.email);
    statement.setString(3, customer.phone);
    statement.setInt(4, customer.points);
    statement.setBoolean(5, customer.active);
    bind(statement, customer.joined);
  }

  private void bind(PreparedStatement statement, Instant time) throws SQLException {
    if (engine == Engine.SQLITE) {
      statement.setString(6, FixedTime.of(time));
    } else {
      statement.setObject(6, time.atOffset(ZoneOffset.UTC));
    }
  }

  @Override
  public void load(int rows) {
    loaded = first(rows);
  }

  /// By hand it is known what has changed.
  @Override
  public int touch(int every) {
    return source.with(connection -> {
      connection.setAutoCommit(false);
      int[] counts =
          source.query(
              connection,
              UPDATE,
              statement -> {
                for (int i = 0; i < loaded.size(); i += every) {
                  var customer = loaded.get(i);
                  statement.setInt(1, ++customer.points);
                  statement.setLong(2, customer.id);
                  statement.addBatch();
                }
                return statement.executeBatch();
              });
      connection.commit();
      connection.setAutoCommit(true);
      return counts.length;
    });
  }

  @Override
  public List<?> books(int rows) {
    return shelf.books(rows);
  }

  @Override
  public List<?> writers(int rows) {
    return shelf.writers(rows);
  }

  @Override
  public void close() {
    source.close();
  }
}
