package dev.ambix.helidon;

import dev.ambix.web.Problem;
import dev.ambix.web.Problems;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import java.lang.System.Logger;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The answers to what is no request that a route could take: problems as everywhere, in words of
/// our own, as Helidon's may quote what came in. The connection is closed after each.
public final class DirectAnswers implements DirectHandler {
  private final Listener listener;

  DirectAnswers(Listener listener) {
    this.listener = listener;
  }

  /// Is told of each answer to a request that no filter has seen.
  @FunctionalInterface
  public interface Listener {
    /// An answer is about to be sent.
    ///
    /// @param request what is known of the request, which may be nothing
    /// @param headers those of the answer, to add to
    void answering(TransportRequest request, Status status, ServerResponseHeaders headers);
  }

  /// Helidon takes this way before there is a route.
  @Override
  public TransportResponse handle(
      TransportRequest request,
      EventType type,
      Status status,
      ServerResponseHeaders headers,
      @Nullable String message) {
    var problem = problem(status, request, message);
    listener.answering(request, Status.create(problem.status()), headers);
    return response(problem, headers);
  }

  /// And this way for what happens while a route reads the body: filters see that.
  @Override
  public TransportResponse handle(
      TransportRequest request,
      EventType type,
      Status status,
      ServerResponseHeaders headers,
      Throwable thrown,
      @Nullable Logger logger) {
    return response(problem(status, request, thrown.getMessage()), headers);
  }

  private static TransportResponse response(Problem problem, ServerResponseHeaders headers) {
    headers.set(HeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE);
    headers.set(HeaderValues.CONNECTION_CLOSE);
    problem
        .retryAfter()
        .ifPresent(wait -> headers.set(HeaderNames.RETRY_AFTER, "" + wait.toSeconds()));
    return TransportResponse.builder()
        .status(status(problem))
        .headers(headers)
        .entity(problem.toJson())
        .keepAlive(false)
        .build();
  }

  private static Problem problem(
      Status status, TransportRequest request, @Nullable String message) {
    // Helidon says these in words only.
    if (status.code() == 400 && request.headers().contains(HeaderNames.CONTENT_ENCODING)) {
      return problem(Status.UNSUPPORTED_MEDIA_TYPE_415)
          .withDetail("The body must be sent without Content-Encoding");
    }
    if (status.code() == 400 && message != null && message.equals("Header size exceeded")) {
      return problem(Status.create(431));
    }
    return problem(status);
  }

  /// The problem for a status, in the words of RFC 9110 and RFC 6585.
  static Problem problem(Status status) {
    return switch (status.code()) {
      case 400 ->
          Problem.of(400, "BadRequest", "Bad Request")
              .withDetail("The request is not HTTP/1.1 as RFC 9112 describes it");
      case 404 -> Problem.of(404, "NotFound", "Not Found").withDetail("There is no such path");
      case 413 ->
          Problem.of(413, "ContentTooLarge", "Content Too Large")
              .withDetail("The body is longer than this service takes");
      case 414 ->
          Problem.of(414, "URITooLong", "URI Too Long")
              .withDetail("The first line of the request is too long");
      case 415 -> Problem.of(415, "UnsupportedMediaType", "Unsupported Media Type");
      case 431 ->
          Problem.of(431, "RequestHeaderFieldsTooLarge", "Request Header Fields Too Large")
              .withDetail("The headers of the request are too long");
      case 500 -> Problems.internal();
      case 503 ->
          Problem.of(503, "ServiceUnavailable", "The service is busy")
              .withRetryAfter(Duration.ofSeconds(1));
      case 505 ->
          Problem.of(505, "HTTPVersionNotSupported", "HTTP Version Not Supported")
              .withDetail("This service speaks HTTP/1.1");
      default -> other(status);
    };
  }

  /// With the phrases of today; but Helidon knows its own 500, and logs it.
  private static Status status(Problem problem) {
    return problem.status() < 500
        ? Status.create(problem.status(), problem.title())
        : Status.create(problem.status());
  }

  private static Problem other(Status status) {
    var phrase = status.reasonPhrase();
    return Problem.of(status.code(), phrase.replaceAll("[^A-Za-z]", ""), phrase);
  }
}
