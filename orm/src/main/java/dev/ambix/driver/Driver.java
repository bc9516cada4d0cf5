package dev.ambix.driver;

import dev.ambix.dialect.Dialect;

/// The connections to one database. Safe for any thread.
public interface Driver extends AutoCloseable {
  /// How the engine writes SQL.
  Dialect dialect();

  /// Gives a connection that nobody else has, waiting at most for the acquisition timeout. It is in
  /// no transaction: statements run alone until [Link#begin].
  ///
  /// @param access what the session is about to do; an engine with one writer at a time needs to
  ///   know
  /// @param holder who takes it, for the error of those who wait in vain
  /// @throws dev.ambix.error.PoolTimeout when none becomes free in time
  /// @throws dev.ambix.error.DatabaseUnavailable when the database cannot be reached
  Link acquire(Access access, Holder holder);

  /// Whether a connection acquired for [Access#READ] cannot write, because the engine has one
  /// writer.
  boolean singleWriter();

  /// How busy the connections are.
  PoolStatistics statistics();

  /// Closes all connections. Those in use are closed when they are given back.
  @Override
  void close();

  /// What a session is about to do with a connection.
  enum Access {
    /// Reads, alone or in a read-only transaction.
    READ,
    /// Writes, in a transaction.
    WRITE
  }

  /// Who holds a connection. The driver asks on the thread of another session.
  interface Holder {
    /// One line: who, where, since when, and the last SQL, without values.
    String describe();
  }

  /// How busy the connections are.
  ///
  /// @param size how many there may be
  /// @param active how many are in use
  /// @param idle how many are open and free
  /// @param waiting how many sessions wait for one
  record PoolStatistics(int size, int active, int idle, int waiting) {}
}
