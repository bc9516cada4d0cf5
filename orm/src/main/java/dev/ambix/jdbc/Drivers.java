package dev.ambix.jdbc;

import dev.ambix.driver.Driver;
import dev.ambix.schema.Schema;

/// Opens drivers.
public final class Drivers {
  private Drivers() {}

  /// A driver for the database of these settings. It connects when it is first asked for a link.
  ///
  /// @param schema the tables that the program knows, which name the columns in errors
  /// @throws dev.ambix.error.UsageException `DriverMissing` when the JDBC driver is not there
  public static Driver open(DriverSettings settings, Schema schema) {
    throw new UnsupportedOperationException(settings + " " + schema);
  }
}
