package dev.ambix.helidon;

import dev.ambix.web.Problem;
import dev.ambix.web.ProblemException;
import io.helidon.common.Weighted;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpFeature;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Set;

/// Refuses a body that does not say that it is JSON in UTF-8, with 415: nothing else looks. It is a
/// route for every path, set up before those of other features.
public final class JsonBodies implements HttpFeature, Weighted {
  /// Between [RequestSessions] and the routes.
  public static final double WEIGHT = 800;

  private static final Set<Method> WITH_BODY = Set.of(Method.POST, Method.PUT, Method.PATCH);

  private JsonBodies() {}

  public static JsonBodies only() {
    return new JsonBodies();
  }

  @Override
  public double weight() {
    return WEIGHT;
  }

  @Override
  public void setup(HttpRouting.Builder routing) {
    routing.any(JsonBodies::check);
  }

  private static void check(ServerRequest request, ServerResponse response) {
    if (WITH_BODY.contains(request.prologue().method())
        && !request.content().consumed()
        && !isJson(request)) {
      throw new ProblemException(
          Problem.of(415, "UnsupportedMediaType", "The body must be application/json in UTF-8"));
    }
    response.next();
  }

  private static boolean isJson(ServerRequest request) {
    try {
      return request
          .headers()
          .contentType()
          .filter(type -> type.mediaType().text().equalsIgnoreCase("application/json"))
          .filter(type -> type.charset().map("utf-8"::equalsIgnoreCase).orElse(true))
          .isPresent();
    } catch (RuntimeException notAMediaType) {
      return false;
    }
  }
}
