package dev.ambix.accounts.http;

import dev.ambix.error.AmbixException;
import dev.ambix.error.EntityNotFound;
import dev.ambix.error.InvalidCursor;
import dev.ambix.web.Problem;
import dev.ambix.web.Problem.FieldError;
import dev.ambix.web.Problems;
import io.avaje.http.api.InvalidTypeArgumentException;
import io.avaje.json.JsonException;
import io.helidon.webserver.http.ServerRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The problems that are this service's own, for `ProblemAnswers.with`: errors of its libraries,
/// and database errors in the words of its API.
public final class ServiceProblems {
  private final Map<String, String> fields;

  private ServiceProblems(Map<String, String> fields) {
    this.fields = fields;
  }

  /// Uses these names in answers.
  ///
  /// @param fields what the API calls an attribute, where it calls it otherwise: a taken
  ///   `usernameKey` is a taken `username`
  public static ServiceProblems naming(Map<String, String> fields) {
    return new ServiceProblems(Map.copyOf(fields));
  }

  /// The problem for an error, if it is one of ours.
  public Optional<Problem> of(ServerRequest request, Throwable error) {
    return switch (error) {
      case InvalidTypeArgumentException _ -> Optional.of(notOfItsType(request));
      case InvalidCursor _ ->
          Optional.of(
              Problem.of(400, "InvalidCursor", "The cursor is not valid")
                  .withErrors(
                      List.of(new FieldError("after", "invalid", "is not the next of a page"))));
      case EntityNotFound _ ->
          Optional.of(Problem.of(404, "EntityNotFound", "There is no such user"));
      case AmbixException database -> Optional.of(renamed(Problems.of(database)));
      case JsonException wrapper when wrapper.getCause() != null -> of(request, wrapper.getCause());
      default -> Optional.empty();
    };
  }

  /// avaje does not say which parameter it could not convert. Those of the query convert themselves
  /// and do say so, and no path of this service has two.
  private static Problem notOfItsType(ServerRequest request) {
    var errors =
        request.path().pathParameters().names().stream()
            .map(name -> new FieldError(name, "type", "must be a whole number of at most 64 bits"))
            .toList();
    return Problem.of(400, "InvalidParameter", "A parameter is not valid").withErrors(errors);
  }

  private Problem renamed(Problem problem) {
    return problem.withErrors(
        problem.errors().stream()
            .map(error ->
                new FieldError(
                    fields.getOrDefault(error.field(), error.field()),
                    error.code(),
                    error.message()))
            .toList());
  }
}
