package dev.ambix.helidon;

import dev.ambix.session.Database;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpFeature;
import io.helidon.webserver.http.HttpRouting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;

/// A server with some routes, on a free port of the loopback interface, and what it answers on the
/// wire.
final class RoutedServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final WebServer server;

  private RoutedServer(WebServer server) {
    this.server = server;
  }

  /// Starts it. Its features are added in the wrong order on purpose: their weight counts.
  static RoutedServer start(Database database, Consumer<HttpRouting.Builder> routes) {
    HttpFeature feature = routes::accept;
    var routing =
        HttpRouting.builder()
            .addFeature(ProblemAnswers.create())
            .addFeature(feature)
            .addFeature(RequestSessions.of(database));
    return new RoutedServer(
        WebServer.builder()
            .host("127.0.0.1")
            .port(0)
            .featuresDiscoverServices(false)
            .shutdownHook(false)
            .directHandlers(ProblemAnswers.direct())
            .addRouting(routing)
            .build()
            .start());
  }

  /// All that comes back for a request without a body, until the connection is closed.
  String send(String method, String path) {
    return raw(method + " " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  }

  /// All that comes back for these characters, until the connection is closed.
  String raw(String request) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout((int) PATIENCE.toMillis());
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
