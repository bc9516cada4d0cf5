package dev.ambix.jdbc;

import dev.ambix.error.AmbixException;
import dev.ambix.error.CheckViolation;
import dev.ambix.error.Conflict;
import dev.ambix.error.ForeignKeyViolation;
import dev.ambix.error.NotNullViolation;
import dev.ambix.error.QueryFailed;
import dev.ambix.error.QueryTimeout;
import dev.ambix.error.UniqueViolation;
import dev.ambix.error.ValueRejected;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// Turns errors of sqlite-jdbc into ours, by the extended code. SQLite's words hold names and
/// pieces of the statement, never values, but for those of a trigger.
record SqliteErrors(TableNames names) {
  AmbixException of(SQLException error, String sql, Duration limit, boolean timedOut) {
    if (!(error instanceof SQLiteException sqlite)) {
      return new QueryFailed(
          sql, "JDBC", "refused by the JDBC driver", EngineError.of("JDBC", error));
    }
    var code = sqlite.getResultCode();
    var cause = EngineError.of(code.name(), error);
    var words = words(sqlite, code);
    return switch (code) {
      case SQLITE_CONSTRAINT_UNIQUE, SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_ROWID ->
          unique(subject(words), sql, cause);
      case SQLITE_CONSTRAINT_FOREIGNKEY ->
          new ForeignKeyViolation(TableNames.target(sql), "", cause);
      case SQLITE_CONSTRAINT_NOTNULL -> notNull(subject(words), cause);
      case SQLITE_CONSTRAINT_CHECK -> check(subject(words), sql, cause);
      case SQLITE_CONSTRAINT_DATATYPE, SQLITE_MISMATCH ->
          new ValueRejected(
              TableNames.target(sql), "", "a value is not of the type of its column", cause);
      case SQLITE_TOOBIG ->
          new ValueRejected("", "", "a value exceeds a limit of the engine", cause);
      case SQLITE_CONSTRAINT_TRIGGER ->
          new QueryFailed(
              sql, code.name(), "refused by a trigger, whose words may hold values", cause);
      case SQLITE_READONLY -> PostgresErrors.readOnlySession(sql, cause);
      case SQLITE_INTERRUPT -> interrupted(sql, limit, timedOut, cause);
      default -> byPrimary(code, words, sql, cause);
    };
  }

  private static AmbixException byPrimary(
      SQLiteErrorCode code, String words, String sql, EngineError cause) {
    return switch (code.code & 0xff) {
      case 5, 6 -> new Conflict("the database is locked by another connection", cause);
      case 10, 11, 13, 14, 26 -> Unreachable.file("its file cannot be used", code.name(), cause);
      default ->
          words.startsWith("LIKE or GLOB pattern too complex")
              ? new ValueRejected("", "", "a LIKE pattern is too long", cause)
              : new QueryFailed(sql, code.name(), withoutValues(words), cause);
    };
  }

  /// The engine puts its own names into double quotes, and what it was given into single ones.
  private static String withoutValues(String words) {
    return words.replaceAll("'[^']*'?", "'…'");
  }

  private static AmbixException interrupted(
      String sql, Duration limit, boolean timedOut, EngineError cause) {
    return timedOut
        ? new QueryTimeout(sql, limit, cause)
        : new QueryFailed(sql, "SQLITE_INTERRUPT", "cancelled", cause);
  }

  /// `users.username, users.tenant`, or `index 'name'` for an index on an expression.
  private AmbixException unique(String subject, String sql, EngineError cause) {
    if (subject.startsWith("index '")) {
      var index = subject.substring("index '".length(), subject.length() - 1);
      return new UniqueViolation(TableNames.target(sql), index, List.of(), cause);
    }
    if (subject.indexOf('.') < 0) {
      return new UniqueViolation(TableNames.target(sql), "", List.of(), cause);
    }
    var qualified = subject.split(", ");
    var table = qualified[0].substring(0, qualified[0].indexOf('.'));
    var columns = Arrays.stream(qualified).map(each -> each.substring(table.length() + 1)).toList();
    var constraint = names.keyOf(table, columns).map(TableNames.Key::name).orElse("");
    return names.taken(sql, table, constraint, columns, cause);
  }

  private static AmbixException notNull(String subject, EngineError cause) {
    int dot = subject.indexOf('.');
    return new NotNullViolation(
        subject.substring(0, Math.max(0, dot)), subject.substring(dot + 1), cause);
  }

  private AmbixException check(String constraint, String sql, EngineError cause) {
    var table = names.withCheck(constraint);
    var column = table.flatMap(each -> TableNames.limited(each, constraint));
    if (table.isPresent() && column.isPresent()) {
      return new ValueRejected(
          table.get().name(),
          column.get().name(),
          "a value is too long or out of range for its column",
          cause);
    }
    return new CheckViolation(
        table.map(each -> each.name()).orElse(TableNames.target(sql)), constraint, cause);
  }

  /// What stands after `UNIQUE constraint failed: `.
  private static String subject(String words) {
    int colon = words.indexOf(": ");
    return colon < 0 ? words : words.substring(colon + 2);
  }

  /// sqlite-jdbc writes `[CODE] explanation (the engine's words)`.
  private static String words(SQLiteException error, SQLiteErrorCode code) {
    var message = error.getMessage();
    if (message == null) {
      return code.name();
    }
    int open =
        message.indexOf('(', Math.max(0, message.indexOf(code.message) + code.message.length()));
    return open < 0 || !message.endsWith(")")
        ? message
        : message.substring(open + 1, message.length() - 1);
  }
}
