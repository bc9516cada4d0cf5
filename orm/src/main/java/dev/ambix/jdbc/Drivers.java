package dev.ambix.jdbc;

import dev.ambix.driver.Driver;
import dev.ambix.error.UsageException;
import dev.ambix.schema.Schema;
import java.util.function.Supplier;

/// Opens drivers.
public final class Drivers {
  private Drivers() {}

  /// A driver for the database of these settings. It connects when it is first asked for a link.
  ///
  /// @param schema the tables that the program knows, which name the columns in errors
  /// @throws dev.ambix.error.UsageException `DriverMissing` when the JDBC driver is not there
  public static Driver open(DriverSettings settings, Schema schema) {
    var names = new TableNames(schema);
    if (settings.url().startsWith("jdbc:sqlite:")) {
      return open("org.xerial:sqlite-jdbc", () -> new SqliteDriver(settings, names));
    }
    return open("org.postgresql:postgresql", () -> new PostgresDriver(settings, names));
  }

  private static Driver open(String coordinates, Supplier<Driver> maker) {
    try {
      return maker.get();
    } catch (NoClassDefFoundError e) {
      throw new UsageException(
          "DriverMissing",
          "database: its JDBC driver is not on the class path; got none, expected "
              + coordinates
              + ". Add it to the dependencies.",
          e);
    }
  }
}
