package dev.ambix.helidon;

import dev.ambix.error.UsageException;
import dev.ambix.session.Database;
import dev.ambix.session.Session;
import dev.ambix.web.RequestSession;
import io.helidon.common.Weighted;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.HttpFeature;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerRequest;

/// Gives each request a session, commits it before the first byte of the answer, and closes it
/// whatever happens:
///
/// ```java
/// HttpRouting.builder().addFeature(RequestSessions.of(database))…
/// ```
///
/// Helidon runs `beforeSend` between the handler and the status line, for answers that are sent and
/// those that are streamed; what it throws reaches the error handlers, and nothing was sent.
public final class RequestSessions implements HttpFeature, Weighted {
  /// Helidon sets features up by weight, the heaviest first, and by name where that is equal. What
  /// has no weight has 100, so this comes before the routes; a filter that must see the whole
  /// request needs more.
  public static final double WEIGHT = 900;

  private final Database database;

  private RequestSessions(Database database) {
    this.database = database;
  }

  public static RequestSessions of(Database database) {
    return new RequestSessions(database);
  }

  /// The session of a request, opened at the first call. A safe method (GET, HEAD, OPTIONS) gets
  /// one that only reads.
  ///
  /// @throws UsageException `RequestEnded` when the answer has begun; `NoRequestSession` when this
  ///   feature was not registered before the route
  public static Session session(ServerRequest request) {
    return of(request).session();
  }

  static RequestSession of(ServerRequest request) {
    return request
        .context()
        .get(RequestSession.class)
        .orElseThrow(() ->
            new UsageException(
                "NoRequestSession",
                "request: it has no session; got a route without RequestSessions, expected the"
                    + " feature before it. Add addFeature(RequestSessions.of(database)) first."));
  }

  @Override
  public double weight() {
    return WEIGHT;
  }

  @Override
  public void setup(HttpRouting.Builder routing) {
    routing.addFilter(this::filter);
  }

  private void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
    try (var session = RequestSession.of(database, request.prologue().method().text())) {
      request.context().register(session);
      response.beforeSend(() -> session.end(response.status().code()));
      chain.proceed();
    }
    leaveConnectionClean(request, response);
  }

  /// Helidon 4.5.0 keeps a connection open after `Connection: close`, and would take a body that
  /// nobody has read for the next request: it is read here, or the connection is closed.
  private static void leaveConnectionClean(RoutingRequest request, RoutingResponse response) {
    if (!request.content().consumed()) {
      if (!request.continueSent() && request.headers().containsToken(HeaderValues.EXPECT_100)) {
        throw new CloseConnectionException("the body was never asked for");
      }
      try {
        request.content().consume();
      } catch (RuntimeException unreadable) {
        throw new CloseConnectionException("the body cannot be read", unreadable);
      }
    }
    if (request.headers().containsToken(HeaderValues.CONNECTION_CLOSE)
        || response.headers().containsToken(HeaderValues.CONNECTION_CLOSE)) {
      throw new CloseConnectionException("as announced");
    }
  }
}
