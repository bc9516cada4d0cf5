package dev.ambix.migrate.measure;

import java.util.Locale;

/// The locks of tables in PostgreSQL, weakest first, and what waits for them.
public enum LockMode {
  /// Of SELECT.
  ACCESS_SHARE,
  /// Of SELECT FOR UPDATE, and on the table that a foreign key refers to.
  ROW_SHARE,
  /// Of INSERT, UPDATE and DELETE.
  ROW_EXCLUSIVE,
  /// Of VACUUM, CREATE INDEX CONCURRENTLY and VALIDATE CONSTRAINT.
  SHARE_UPDATE_EXCLUSIVE,
  /// Of CREATE INDEX.
  SHARE,
  /// Of ADD FOREIGN KEY and CREATE TRIGGER.
  SHARE_ROW_EXCLUSIVE,
  /// Of REFRESH MATERIALIZED VIEW CONCURRENTLY.
  EXCLUSIVE,
  /// Of nearly every ALTER TABLE.
  ACCESS_EXCLUSIVE;

  /// The mode as `pg_locks` writes it: `AccessShareLock`.
  static LockMode parse(String mode) {
    var words = mode.replaceFirst("Lock$", "").replaceAll("(?<=[a-z])(?=[A-Z])", "_");
    return valueOf(words.toUpperCase(Locale.ROOT));
  }

  /// The words of SQL: `ACCESS EXCLUSIVE`.
  public String words() {
    return name().replace('_', ' ');
  }

  /// Whether INSERT, UPDATE and DELETE wait for it.
  public boolean stopsWrites() {
    return compareTo(SHARE) >= 0;
  }

  /// What waits for it: `reads and writes`, `writes`, or `only other DDL`.
  public String stops() {
    return this == ACCESS_EXCLUSIVE
        ? "reads and writes"
        : stopsWrites() ? "writes" : "only other DDL";
  }
}
