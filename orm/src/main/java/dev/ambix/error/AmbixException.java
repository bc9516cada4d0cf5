package dev.ambix.error;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The root of all that Ambix throws. Every message has one shape: `[Code] subject: what is wrong;
/// got X, expected Y. Fix.` It may hold SQL, never a bound value.
public abstract sealed class AmbixException extends RuntimeException
    permits CheckViolation,
        Conflict,
        DatabaseUnavailable,
        EntityNotFound,
        ForeignKeyViolation,
        InvalidCursor,
        NotNullViolation,
        PoolTimeout,
        QueryFailed,
        QueryTimeout,
        StaleEntity,
        UniqueViolation,
        UsageException,
        ValueRejected {
  private static final long serialVersionUID = 1L;

  private final String code;

  AmbixException(String code, String text, @Nullable Throwable cause) {
    super("[" + code + "] " + text, cause);
    this.code = code;
  }

  /// A row in a message: numbers and UUIDs as they are; a key of another kind may be somebody's
  /// name or address, and stays out.
  static String row(String entity, Object key) {
    return key instanceof Number || key instanceof UUID ? entity + " " + key : entity;
  }

  /// The code of this error, as it stands in `docs/errors.md`.
  public final String code() {
    return code;
  }
}
