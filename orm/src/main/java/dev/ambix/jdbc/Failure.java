package dev.ambix.jdbc;

import dev.ambix.error.AmbixException;
import java.sql.SQLException;

/// Turns an error of the statement at hand into one of ours.
@FunctionalInterface
interface Failure {
  AmbixException of(SQLException error);
}
