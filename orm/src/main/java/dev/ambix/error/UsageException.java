package dev.ambix.error;

import org.jspecify.annotations.Nullable;

/// The program uses Ambix in a way that it does not allow: a session on another thread, a write in
/// a read-only session, an entity without a mapping. A defect of the program, not of its input.
public final class UsageException extends AmbixException {
  private static final long serialVersionUID = 1L;

  /// @param code the code of the error, such as `SessionThread`
  /// @param text `subject: what is wrong; got X, expected Y. Fix.`
  public UsageException(String code, String text) {
    this(code, text, null);
  }

  /// The same, with what caused it.
  public UsageException(String code, String text, @Nullable Throwable cause) {
    super(code, text, cause);
  }
}
