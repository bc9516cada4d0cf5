package dev.ambix.accounts.http;

import dev.ambix.web.Problem;
import dev.ambix.web.Problem.FieldError;
import dev.ambix.web.ProblemException;
import java.util.List;

/// The problems of a request that cannot be served as it is.
public final class InvalidInput {
  private InvalidInput() {}

  /// One field of the request is wrong.
  public static ProblemException of(String field, String code, String message) {
    return new ProblemException(problem(List.of(new FieldError(field, code, message))));
  }

  static Problem problem(List<FieldError> errors) {
    return Problem.of(422, "InvalidInput", "The input is not valid").withErrors(errors);
  }

  /// The body is not JSON.
  ///
  /// @param field where in it, as far as it was read
  static Problem malformed(String field, String code, String message) {
    return Problem.of(400, "MalformedJson", "The body is not valid JSON")
        .withErrors(List.of(new FieldError(field, code, message)));
  }
}
