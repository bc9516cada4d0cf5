package dev.ambix.helidon;

import dev.ambix.error.AmbixException;
import dev.ambix.error.PoolTimeout;
import dev.ambix.web.Problem;
import dev.ambix.web.ProblemException;
import dev.ambix.web.Problems;
import dev.ambix.web.RequestSession;
import io.helidon.common.Weighted;
import io.helidon.common.buffers.DataReader;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.HttpException;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpFeature;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.BiFunction;

/// Answers every error with a problem of RFC 9457, and rolls the request's session back. It is set
/// up last, so that it replaces handlers that other features bring. Give [#direct] to the server
/// for what fails before any route is found.
///
/// Answers of 500 and above are logged with the error; those below are the client's business.
public final class ProblemAnswers implements HttpFeature, Weighted {
  /// After all others.
  public static final double WEIGHT = 1;

  private static final Logger LOG = System.getLogger("dev.ambix.web");

  private final BiFunction<ServerRequest, Throwable, Optional<Problem>> own;

  private ProblemAnswers(BiFunction<ServerRequest, Throwable, Optional<Problem>> own) {
    this.own = own;
  }

  /// Knows the errors of Ambix and of Helidon.
  public static ProblemAnswers create() {
    return new ProblemAnswers((_, _) -> Optional.empty());
  }

  /// Asks this function first, for the errors of the service and its libraries.
  public static ProblemAnswers with(BiFunction<ServerRequest, Throwable, Optional<Problem>> own) {
    return new ProblemAnswers(own);
  }

  @Override
  public double weight() {
    return WEIGHT;
  }

  @Override
  public void setup(HttpRouting.Builder routing) {
    routing.error(Throwable.class, this::answer);
  }

  /// The handlers for what fails before a route is found: a broken request line, headers that are
  /// too long, a body that is too large.
  public static DirectHandlers direct() {
    return direct((_, _, _) -> {});
  }

  /// The same, telling of each answer: no filter sees these requests.
  public static DirectHandlers direct(DirectAnswers.Listener listener) {
    var handler = new DirectAnswers(listener);
    var handlers = DirectHandlers.builder();
    for (var type : DirectHandler.EventType.values()) {
      handlers.addHandler(type, handler);
    }
    return handlers.build();
  }

  private void answer(ServerRequest request, ServerResponse response, Throwable thrown) {
    var session = request.context().get(RequestSession.class);
    session.ifPresent(RequestSession::fail);
    var error =
        session.flatMap(RequestSession::failure).<Throwable>map(each -> each).orElse(thrown);
    var problem = own.apply(request, error).orElseGet(() -> problem(error));
    log(request, problem, error);
    // What the answer that failed has set, such as Content-Length and Location, is not true of this
    // one.
    response.headers().clear();
    response.status(Status.create(problem.status()));
    response.header(HeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE);
    problem
        .retryAfter()
        .ifPresent(wait -> response.header(HeaderNames.RETRY_AFTER, "" + wait.toSeconds()));
    if (!request.content().consumed()) { // it may not be readable, and may never come
      response.header(HeaderValues.CONNECTION_CLOSE);
    }
    // The answer to a HEAD ends with its headers: a client would take a body for the next answer.
    if (request.prologue().method().equals(Method.HEAD)) {
      response.send();
    } else {
      response.send(problem.toJson());
    }
  }

  private static void log(ServerRequest request, Problem problem, Throwable error) {
    if (problem.status() < 500) {
      return;
    }
    var what =
        "[RequestFailed] "
            + request.prologue().method().text()
            + " "
            + request.prologue().uriPath().rawPath()
            + ": answered with "
            + problem.status()
            + ".";
    if (error instanceof PoolTimeout || error instanceof ProblemException) { // no defect to trace
      LOG.log(Level.WARNING, what + " " + error.getMessage());
    } else {
      LOG.log(problem.status() == 503 ? Level.WARNING : Level.ERROR, what, error);
    }
  }

  private static Problem problem(Throwable error) {
    return switch (error) {
      case AmbixException ambix -> Problems.of(ambix);
      case ProblemException own -> own.problem();
      case DataReader.InsufficientDataAvailableException _ ->
          Problem.of(400, "BadRequest", "The request ended early");
      case HttpException http when http.status().code() < 500 ->
          DirectAnswers.problem(http.status());
      default -> Problems.internal();
    };
  }
}
