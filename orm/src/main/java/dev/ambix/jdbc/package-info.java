/// Drivers over JDBC: SQLite and PostgreSQL.
///
/// Read [Drivers] first, then [DriverSettings]. A `Lane` is a fair queue for connections; a link is
/// one of them in the hands of a session. Each engine has its own link, rows, binder and errors,
/// because what costs time or surprises differs between them.
///
/// Nothing here knows entities or sessions. No `SQLException` leaves this package, and none of its
/// exceptions holds a bound value: not in its message, not in its causes.
package dev.ambix.jdbc;
