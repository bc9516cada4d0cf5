package dev.ambix.accounts.http;

import dev.ambix.helidon.JsonBodies;
import dev.ambix.web.Problem;
import io.helidon.common.Weighted;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpFeature;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Answers a method that a path does not have with 405 and those that it has, and OPTIONS with the
/// same list; Helidon would say that there is no such path. It comes before the routes, and before
/// anybody looks at the body.
public final class MethodsAllowed implements HttpFeature, Weighted {
  private final Map<String, Set<String>> methods;

  private MethodsAllowed(Map<String, Set<String>> methods) {
    this.methods = methods;
  }

  /// Knows these paths.
  ///
  /// @param methods the methods of each path, such as `GET` and `DELETE` of `/users/{id}`
  /// @param pages further paths, which have GET only
  public static MethodsAllowed of(Map<String, Set<String>> methods, Set<String> pages) {
    var all = new HashMap<>(methods);
    pages.forEach(page -> all.put(page, Set.of("GET")));
    return new MethodsAllowed(Map.copyOf(all));
  }

  @Override
  public double weight() {
    return JsonBodies.WEIGHT + 1;
  }

  @Override
  public void setup(HttpRouting.Builder routing) {
    methods.forEach((path, known) -> {
      var allow = new TreeSet<>(known);
      allow.add("OPTIONS");
      if (known.contains("GET")) {
        allow.add("HEAD");
      }
      var list = String.join(", ", allow);
      routing.any(
          path,
          (request, response) -> {
            var method = request.prologue().method().text();
            if (known.contains(method)) {
              response.next();
            } else {
              answer(response, method, list);
            }
          });
    });
  }

  private static void answer(ServerResponse response, String method, String allow) {
    response.header(HeaderValues.create(HeaderNames.ALLOW, allow));
    if (method.equals("OPTIONS")) {
      response.status(Status.NO_CONTENT_204).send();
      return;
    }
    response.status(Status.METHOD_NOT_ALLOWED_405);
    response.header(HeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE);
    if (method.equals("HEAD")) {
      response.send();
    } else {
      response.send(Problem.of(405, "MethodNotAllowed", "The path has other methods").toJson());
    }
  }
}
