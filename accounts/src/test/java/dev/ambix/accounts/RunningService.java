package dev.ambix.accounts;

import dev.ambix.accounts.server.Service;
import dev.ambix.accounts.server.Settings;
import dev.ambix.session.Database;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// The service on a free port of the loopback interface, and a client for it.
public final class RunningService implements AutoCloseable {
  /// Fit for sign-up.
  public static final String PASSWORD = "correct horse battery";

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<String> accessLog = new CopyOnWriteArrayList<>();
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final Service service;

  private RunningService(Database database, Settings settings) {
    service = Service.start(settings, database, accessLog::add);
  }

  public static RunningService on(Database database) {
    return on(database, Map.of());
  }

  /// With settings other than the default, by the names of their variables.
  public static RunningService on(Database database, Map<String, String> environment) {
    var variables = new HashMap<>(environment);
    variables.put("PORT", "0");
    return new RunningService(database, Settings.parse(variables));
  }

  public static String signUp(String username) {
    return """
    {"username": "%s", "email": "ann@example.org", "password": "%s"}\
    """
        .formatted(username, PASSWORD);
  }

  public Answer get(String path) {
    return send("GET", path, null);
  }

  public Answer post(String path, String json) {
    return send("POST", path, json);
  }

  public Answer patch(String path, String json) {
    return send("PATCH", path, json);
  }

  public Answer delete(String path) {
    return send("DELETE", path, null);
  }

  public Answer send(String method, String path, @Nullable String json) {
    return sending(method, path, json).join();
  }

  /// Sends a request without waiting for the answer.
  public CompletableFuture<Answer> sending(String method, String path, @Nullable String json) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path)).timeout(PATIENCE);
    if (json == null) {
      request.method(method, BodyPublishers.noBody());
    } else {
      request.header("Content-Type", "application/json");
      request.method(method, BodyPublishers.ofString(json));
    }
    return client.sendAsync(request.build(), BodyHandlers.ofString()).thenApply(Answer::new);
  }

  /// What comes back for these bytes, until the service closes the connection. The request must ask
  /// for that.
  public String raw(byte[] request) {
    var answer = new ByteArrayOutputStream();
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
      socket.setSoTimeout((int) PATIENCE.toMillis());
      try {
        socket.getOutputStream().write(request);
        socket.getOutputStream().flush();
        socket.getInputStream().transferTo(answer);
      } catch (SocketTimeoutException silent) {
        throw new AssertionError("no end of " + answer.toString(StandardCharsets.UTF_8), silent);
      } catch (SocketException closedBeforeAllWasSent) {
        socket.getInputStream().transferTo(answer);
      }
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
    return answer.toString(StandardCharsets.UTF_8);
  }

  /// The lines of the access log so far.
  public List<String> accessLog() {
    return List.copyOf(accessLog);
  }

  public int port() {
    return service.port();
  }

  /// Stops it, as far as it still runs.
  public void stop() {
    if (!stopped.getAndSet(true)) {
      service.stop();
    }
  }

  @Override
  public void close() {
    client.close();
    stop();
  }
}
