package dev.ambix.accounts.operations;

import dev.ambix.helidon.DirectAnswers;
import dev.ambix.helidon.RequestSessions;
import io.helidon.common.Weighted;
import io.helidon.http.DirectHandler.TransportRequest;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.HttpFeature;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Gives each request an id, the client's own or a new one, and writes a line of JSON when it is
/// over. A line holds the path but never the query, no header and no body: those may hold secrets.
/// It comes before all other features, and takes part in the answers that no feature sees.
public final class AccessLog implements HttpFeature, Weighted, DirectAnswers.Listener {
  private static final HeaderName REQUEST_ID = HeaderNames.create("X-Request-Id");
  private static final int TOO_LATE = Status.REQUEST_TIMEOUT_408.code();
  private static final Pattern GOOD_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private final Consumer<String> lines;

  private AccessLog(Consumer<String> lines) {
    this.lines = lines;
  }

  /// Writes to this.
  ///
  /// @param lines takes each line, on the thread of the request
  public static AccessLog to(Consumer<String> lines) {
    return new AccessLog(lines);
  }

  @Override
  public double weight() {
    return RequestSessions.WEIGHT + 1;
  }

  @Override
  public void setup(HttpRouting.Builder routing) {
    routing.addFilter(this::filter);
  }

  private void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
    var id = id(request.headers());
    long start = System.nanoTime();
    // At the last moment, as error handlers clear the headers of an answer that failed.
    response.beforeSend(() -> response.header(REQUEST_ID, id));
    try {
      chain.proceed();
    } finally {
      // Without an answer, the connection has ended while the body was read.
      int status = response.hasEntity() ? response.status().code() : TOO_LATE;
      write(
          id,
          request.prologue().method().text(),
          request.prologue().uriPath().rawPath(),
          status,
          response.bytesWritten(),
          System.nanoTime() - start);
    }
  }

  /// Of such a request nothing but the head is known, and often not even that.
  @Override
  public void answering(TransportRequest request, Status status, ServerResponseHeaders headers) {
    var id = id(request.headers());
    headers.set(REQUEST_ID, id);
    write(id, request.method(), request.path(), status.code(), 0, 0);
  }

  private static String id(Headers headers) {
    return headers
        .first(REQUEST_ID)
        .filter(given -> GOOD_ID.matcher(given).matches())
        .orElseGet(() -> UUID.randomUUID().toString());
  }

  private void write(String id, String method, String path, int status, long bytes, long nanos) {
    lines.accept(
        """
        {"time":"%s","id":"%s","method":"%s","path":"%s","status":%d,"bytes":%d,"ms":%.1f}\
        """
            .formatted(
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                id,
                escaped(method),
                escaped(path),
                status,
                bytes,
                nanos / 1e6));
  }

  /// What a client has sent, fit for a JSON string.
  private static String escaped(String text) {
    return text.chars()
        .mapToObj(c ->
            c == '"' || c == '\\' || c < ' ' || c > '~'
                ? "\\u%04x".formatted(c)
                : String.valueOf((char) c))
        .collect(java.util.stream.Collectors.joining());
  }
}
