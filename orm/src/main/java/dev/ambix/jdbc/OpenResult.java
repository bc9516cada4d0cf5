package dev.ambix.jdbc;

import dev.ambix.driver.Link;
import dev.ambix.driver.Rows;
import java.sql.PreparedStatement;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A result that is being read, of a statement that nobody else uses meanwhile.
final class OpenResult implements Link.Reading {
  private final Rows rows;
  private final Consumer<PreparedStatement> end;
  private @Nullable PreparedStatement statement;

  /// @param end ends the statement, with its result
  OpenResult(Rows rows, PreparedStatement statement, Consumer<PreparedStatement> end) {
    this.rows = rows;
    this.statement = statement;
    this.end = end;
  }

  @Override
  public Rows rows() {
    return rows;
  }

  @Override
  public void close() {
    var open = statement;
    statement = null;
    if (open != null) {
      end.accept(open);
    }
  }
}
