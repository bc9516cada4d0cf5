package dev.ambix.jdbc;

import dev.ambix.error.AmbixException;
import dev.ambix.error.CheckViolation;
import dev.ambix.error.Conflict;
import dev.ambix.error.DatabaseUnavailable;
import dev.ambix.error.ForeignKeyViolation;
import dev.ambix.error.NotNullViolation;
import dev.ambix.error.QueryFailed;
import dev.ambix.error.QueryTimeout;
import dev.ambix.error.UsageException;
import dev.ambix.error.ValueRejected;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// Turns errors of pgjdbc into ours, by SQLSTATE. The server's words are kept only where they
/// cannot hold a value: `invalid input syntax for type integer: "4111111111111111"` is a value.
record PostgresErrors(TableNames names) {
  /// Whether the connection is of no more use.
  static boolean isFatal(SQLException error) {
    var state = state(error);
    return state.startsWith("08")
        || state.startsWith("57P0")
        || state.equals("25P03")
        || state.equals("57P05");
  }

  /// @param sql the statement, or what was done instead of one
  /// @param limit how long it might run
  /// @param late whether it was cancelled from here, for running longer
  /// @param readOnly whether the transaction may only read
  AmbixException of(
      SQLException error, String sql, Duration limit, boolean late, boolean readOnly) {
    var cause = first(error);
    var state = state(cause);
    var server = cause instanceof PSQLException p ? p.getServerErrorMessage() : null;
    var scrubbed = EngineError.of(state, cause);
    return switch (state) {
      case "23505", "23P01" -> unique(server, sql, scrubbed);
      case "23503", "23001" ->
          new ForeignKeyViolation(table(server, sql), constraint(server), scrubbed);
      case "23502" -> new NotNullViolation(table(server, sql), column(server), scrubbed);
      case "23514" -> new CheckViolation(table(server, sql), constraint(server), scrubbed);
      case "40001" -> new Conflict("serialization failure", scrubbed);
      case "40P01" -> new Conflict("deadlock", scrubbed);
      case "55P03" -> new Conflict("a lock was not to be had in time", scrubbed);
      case "57014" -> cancelled(server, sql, limit, late, scrubbed);
      case "25006" -> readOnly(sql, readOnly, scrubbed);
      case "54000" -> new ValueRejected("", "", "a value exceeds a limit of the engine", scrubbed);
      case "0A000" -> unsupported(server, sql, scrubbed);
      case "26000" ->
          failed(
              sql,
              state,
              "its prepared statement is gone; behind a pooler set pooler=transaction",
              scrubbed);
      default -> byClass(state, server, sql, scrubbed);
    };
  }

  /// What kept a connection from being opened.
  static AmbixException connecting(SQLException error, DriverSettings settings) {
    return Unreachable.server(state(error), error, settings);
  }

  private static AmbixException byClass(
      String state, @Nullable ServerErrorMessage server, String sql, EngineError cause) {
    return switch (state.substring(0, Math.min(2, state.length()))) {
      case "22" -> new ValueRejected("", "", valueProblem(state), cause);
      case "08", "57" -> new DatabaseUnavailable(lost(state, sql), cause);
      case "53" ->
          new DatabaseUnavailable("the server ran out of resources (" + state + ")", cause);
      default -> failed(sql, state, words(state, server), cause);
    };
  }

  private static String lost(String state, String sql) {
    return "the connection was lost ("
        + state
        + (sql.equals("commit")
            ? "); the transaction may have been committed or not"
            : "); nothing of an open transaction was kept");
  }

  private static String valueProblem(String state) {
    return switch (state) {
      case "22001" -> "a text is too long for its column";
      case "22003" -> "a number is out of range for its column";
      case "22007", "22008" -> "a date or time is out of range or malformed";
      case "22012" -> "a division by zero";
      case "22021", "22P05" -> "a text holds a character that the database cannot store";
      case "22025" -> "a LIKE pattern ends with its escape character";
      case "22P02" -> "a text is no value of the type that it is taken for";
      default -> "a value is not one that the statement can take (" + state + ")";
    };
  }

  /// The server's words, where they speak of the statement and not of its values.
  private static String words(String state, @Nullable ServerErrorMessage server) {
    if (server == null) {
      return state.equals("02000") ? "it gives no rows" : "refused by the JDBC driver";
    }
    var message = server.getMessage();
    boolean speaksOfStatement =
        state.startsWith("42")
            || state.startsWith("25")
            || state.startsWith("0A")
            || state.startsWith("21")
            || state.startsWith("34")
            || state.startsWith("3")
            || state.startsWith("55");
    return message != null && speaksOfStatement
        ? message
        : "refused by the server, whose words may hold values";
  }

  private AmbixException unique(
      @Nullable ServerErrorMessage server, String sql, EngineError cause) {
    var table = table(server, sql);
    var constraint = constraint(server);
    var columns =
        names
            .keyNamed(table, constraint)
            .map(TableNames.Key::columns)
            .orElseGet(() -> keyInDetail(server));
    return names.taken(sql, table, constraint, columns, cause);
  }

  /// The columns of `Key (a, b)=(…) already exists.`, in whatever language.
  private static List<String> keyInDetail(@Nullable ServerErrorMessage server) {
    var detail = server == null ? null : server.getDetail();
    int open = detail == null ? -1 : detail.indexOf('(');
    int close = detail == null ? -1 : detail.indexOf(")=(");
    if (detail == null || open < 0 || close < open) {
      return List.of();
    }
    return Arrays.stream(detail.substring(open + 1, close).split(", "))
        .map(name -> name.replace("\"", ""))
        .toList();
  }

  private static AmbixException cancelled(
      @Nullable ServerErrorMessage server,
      String sql,
      Duration limit,
      boolean late,
      EngineError cause) {
    var message = server == null ? null : server.getMessage();
    if (!late && message != null && message.contains("user request")) {
      return failed(sql, "57014", "cancelled by an administrator or by another session", cause);
    }
    return new QueryTimeout(sql, limit, cause);
  }

  private static AmbixException readOnly(String sql, boolean readOnly, EngineError cause) {
    return readOnly
        ? readOnlySession(sql, cause)
        : new DatabaseUnavailable("the server takes no writes; it may be a standby", cause);
  }

  static UsageException readOnlySession(String sql, EngineError cause) {
    return new UsageException(
        "ReadOnlySession",
        "session: a statement writes, and the session may only read; got " + sql + ". Use write.",
        cause);
  }

  private static AmbixException unsupported(
      @Nullable ServerErrorMessage server, String sql, EngineError cause) {
    var message = server == null ? null : server.getMessage();
    return message != null && message.contains("cached plan")
        ? new Conflict("a table changed under a prepared statement", cause)
        : failed(sql, "0A000", words("0A000", server), cause);
  }

  private static QueryFailed failed(String sql, String state, String reason, EngineError cause) {
    return new QueryFailed(sql, state, reason, cause);
  }

  private static String table(@Nullable ServerErrorMessage server, String sql) {
    var table = server == null ? null : server.getTable();
    return table == null ? TableNames.target(sql) : table;
  }

  private static String column(@Nullable ServerErrorMessage server) {
    var column = server == null ? null : server.getColumn();
    return column == null ? "" : column;
  }

  private static String constraint(@Nullable ServerErrorMessage server) {
    var constraint = server == null ? null : server.getConstraint();
    return constraint == null ? "" : constraint;
  }

  private static String state(SQLException error) {
    var state = first(error).getSQLState();
    return state == null ? "" : state;
  }

  /// A batch wraps the error of its statement.
  private static SQLException first(SQLException error) {
    var next = error instanceof BatchUpdateException ? error.getNextException() : null;
    return next == null ? error : next;
  }
}
