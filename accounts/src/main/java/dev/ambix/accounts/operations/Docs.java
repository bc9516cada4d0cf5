package dev.ambix.accounts.operations;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpFeature;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.staticcontent.ClasspathHandlerConfig;
import io.helidon.webserver.staticcontent.StaticContentFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/// `/openapi.json`, and a page to read and try it at `/docs`: Swagger UI from the files in its jar.
/// Nothing is fetched from elsewhere, and the page's policy would not let it.
public final class Docs implements HttpFeature {
  private static final String WEBJAR = "META-INF/maven/org.webjars/swagger-ui/pom.properties";
  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="UTF-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Accounts</title>
      <link rel="stylesheet" href="/docs/swagger-ui.css">
      <link rel="icon" type="image/png" href="/docs/favicon-32x32.png">
      </head>
      <body>
      <div id="docs"></div>
      <script src="/docs/swagger-ui-bundle.js"></script>
      <script src="/docs/start.js"></script>
      </body>
      </html>
      """;
  private static final String SCRIPT =
      """
      SwaggerUIBundle({
        url: '/openapi.json',
        dom_id: '#docs',
        deepLinking: true,
        tryItOutEnabled: true,
        validatorUrl: null
      });
      """;
  private static final String POLICY =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " frame-ancestors 'none'; base-uri 'none'";

  /// The paths that are set up here.
  public static final Set<String> PATHS = Set.of("/", "/docs", "/docs/start.js", "/openapi.json");

  private final OpenApi document;

  private Docs(OpenApi document) {
    this.document = document;
  }

  public static Docs of(OpenApi document) {
    return new Docs(document);
  }

  @Override
  public void setup(HttpRouting.Builder routing) {
    var json = document.toJson();
    routing.get(
        "/",
        (_, response) -> {
          response.header(HeaderNames.LOCATION, "/docs");
          response.status(Status.FOUND_302).send();
        });
    routing.get("/openapi.json", (_, response) -> send(response, "application/json", json));
    routing.get(
        "/docs",
        (_, response) -> {
          response.header("Content-Security-Policy", POLICY);
          send(response, "text/html; charset=utf-8", PAGE.getBytes(StandardCharsets.UTF_8));
        });
    routing.get(
        "/docs/start.js",
        (_, response) ->
            send(response, "text/javascript", SCRIPT.getBytes(StandardCharsets.UTF_8)));
    routing.register(
        "/docs",
        StaticContentFeature.createService(
            ClasspathHandlerConfig.create(
                "META-INF/resources/webjars/swagger-ui/" + webjarVersion())));
  }

  private static void send(ServerResponse response, String type, byte[] body) {
    response.header(HeaderNames.CONTENT_TYPE, type);
    response.header("X-Content-Type-Options", "nosniff");
    response.send(body);
  }

  private static String webjarVersion() {
    try (var in = Docs.class.getClassLoader().getResourceAsStream(WEBJAR)) {
      var properties = new Properties();
      properties.load(Objects.requireNonNull(in, WEBJAR));
      return properties.getProperty("version");
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }
}
