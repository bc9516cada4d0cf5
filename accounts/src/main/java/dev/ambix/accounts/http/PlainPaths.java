package dev.ambix.accounts.http;

import dev.ambix.helidon.RequestSessions;
import dev.ambix.web.Problem;
import dev.ambix.web.ProblemException;
import io.helidon.common.Weighted;
import io.helidon.webserver.http.HttpFeature;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.regex.Pattern;

/// Lets a thing have one path: Helidon takes `//users` for `/users` and `/users/%2F1` for
/// `/users/1`, and Java takes `01`, `+1` and digits of other scripts for 1. All these are 404.
public final class PlainPaths implements HttpFeature, Weighted {
  private static final Pattern SLASHES = Pattern.compile("//|%2[fF]");
  private static final Pattern NUMBERS = Pattern.compile("/(?:\\+|-?0)[0-9]|[\\p{Nd}&&[^0-9]]");

  private PlainPaths() {}

  public static PlainPaths only() {
    return new PlainPaths();
  }

  /// After the features that must see every request.
  @Override
  public double weight() {
    return RequestSessions.WEIGHT - 2;
  }

  @Override
  public void setup(HttpRouting.Builder routing) {
    routing.any(PlainPaths::check);
  }

  private static void check(ServerRequest request, ServerResponse response) {
    var path = request.prologue().uriPath();
    if (SLASHES.matcher(path.rawPath()).find() || NUMBERS.matcher(path.path()).find()) {
      throw new ProblemException(
          Problem.of(404, "NotFound", "Not Found").withDetail("There is no such path"));
    }
    response.next();
  }
}
