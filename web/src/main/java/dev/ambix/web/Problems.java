package dev.ambix.web;

import dev.ambix.error.AmbixException;
import dev.ambix.error.CheckViolation;
import dev.ambix.error.Conflict;
import dev.ambix.error.DatabaseUnavailable;
import dev.ambix.error.EntityNotFound;
import dev.ambix.error.ForeignKeyViolation;
import dev.ambix.error.InvalidCursor;
import dev.ambix.error.NotNullViolation;
import dev.ambix.error.PoolTimeout;
import dev.ambix.error.QueryFailed;
import dev.ambix.error.QueryTimeout;
import dev.ambix.error.StaleEntity;
import dev.ambix.error.UniqueViolation;
import dev.ambix.error.UsageException;
import dev.ambix.error.ValueRejected;
import dev.ambix.web.Problem.FieldError;
import java.time.Duration;
import java.util.List;

/// What clients are told of the errors of Ambix. Fields are named as attributes are: the column
/// `display_name` is the field `displayName`.
public final class Problems {
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Duration LATER = Duration.ofSeconds(5);

  private Problems() {}

  /// The problem for an error.
  public static Problem of(AmbixException error) {
    return switch (error) {
      case UniqueViolation unique ->
          of(409, error, "The value is taken").withErrors(taken(unique.columns()));
      case ForeignKeyViolation _ ->
          of(409, error, "It refers to something missing, or is still referred to");
      case StaleEntity _ -> of(409, error, "It was changed in the meantime");
      case Conflict _ -> of(409, error, "The request met another one").withRetryAfter(SOON);
      case NotNullViolation missing ->
          of(422, error, "A value is missing")
              .withErrors(List.of(field(missing.column(), "required", "is required")));
      case CheckViolation _ -> of(422, error, "A value is not allowed");
      case ValueRejected rejected ->
          of(422, error, "A value does not fit").withErrors(rejected(rejected.column()));
      case InvalidCursor _ ->
          of(400, error, "The cursor is not valid")
              .withErrors(List.of(new FieldError("cursor", "invalid", "is not one of this query")));
      case EntityNotFound _ -> of(404, error, "There is no such thing");
      case PoolTimeout _ -> of(503, error, "The service is busy").withRetryAfter(SOON);
      case DatabaseUnavailable _ ->
          of(503, error, "The service cannot reach its database").withRetryAfter(LATER);
      case QueryTimeout _ -> of(504, error, "The database took too long");
      case QueryFailed _, UsageException _ -> internal();
    };
  }

  /// The problem for an error of which clients learn nothing.
  public static Problem internal() {
    return Problem.of(500, "Internal", "The service has failed");
  }

  private static Problem of(int status, AmbixException error, String title) {
    return Problem.of(status, error.code(), title);
  }

  private static List<FieldError> taken(List<String> columns) {
    return columns.stream().map(column -> field(column, "taken", "is taken")).toList();
  }

  private static List<FieldError> rejected(String column) {
    return column.isEmpty() ? List.of() : List.of(field(column, "rejected", "does not fit"));
  }

  private static FieldError field(String column, String code, String message) {
    return new FieldError(camelCase(column), code, message);
  }

  private static String camelCase(String column) {
    var name = new StringBuilder();
    boolean upper = false;
    for (int i = 0; i < column.length(); i++) {
      char c = column.charAt(i);
      if (c == '_') {
        upper = true;
      } else {
        name.append(upper ? Character.toUpperCase(c) : c);
        upper = false;
      }
    }
    return name.toString();
  }
}
