package dev.ambix.helidon;

import io.helidon.common.Weighted;
import io.helidon.http.HttpPrologue;
import io.helidon.http.Method;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.HttpFeature;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;

/// Answers HEAD wherever there is GET, by the same handler. It needs [HttpConnections], which leave
/// the body out.
public final class HeadRequests implements HttpFeature, Weighted {
  /// Between [RequestSessions] and the routes.
  public static final double WEIGHT = RequestSessions.WEIGHT - 1;

  private HeadRequests() {}

  public static HeadRequests likeGet() {
    return new HeadRequests();
  }

  @Override
  public double weight() {
    return WEIGHT;
  }

  @Override
  public void setup(HttpRouting.Builder routing) {
    routing.addFilter(HeadRequests::filter);
  }

  private static void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
    var asked = request.prologue();
    if (!asked.method().equals(Method.HEAD)) {
      chain.proceed();
      return;
    }
    request.prologue(get(asked));
    try {
      chain.proceed();
    } finally {
      request.prologue(asked); // what the access log is to say
    }
  }

  private static HttpPrologue get(HttpPrologue head) {
    return HttpPrologue.create(
        head.rawProtocol(),
        head.protocol(),
        head.protocolVersion(),
        Method.GET,
        head.uriPath(),
        head.query(),
        head.fragment());
  }
}
