package dev.ambix.accounts.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.accounts.RunningService;
import dev.ambix.session.Database;
import dev.ambix.testing.AmbixTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What goes over a connection, byte by byte, and when it ends.
@AmbixTest
@Timeout(60)
final class ConnectionTest {
  private static final String CLOSE = " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

  private final RunningService service;

  ConnectionTest(Database database) {
    service = RunningService.on(database, Map.of("REQUEST_TIMEOUT", "300ms"));
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private String raw(String request) {
    return service.raw(request.getBytes(StandardCharsets.US_ASCII));
  }

  @ParameterizedTest
  @CsvSource({
    "/, 302",
    "/users, 200",
    "/users/1, 404",
    "/users?limit=0, 422",
    "/docs, 200",
    "/docs/swagger-ui.css, 200",
    "/openapi.json, 200",
    "/health/live, 200",
    "/health/ready, 200",
    "/nothing, 404",
  })
  void answersHeadLikeGetWithoutABody(String path, int status) {
    var get = raw("GET " + path + CLOSE);
    var head = raw("HEAD " + path + CLOSE);

    assertThat(head).startsWith("HTTP/1.1 " + status + " ").endsWith("\r\n\r\n");
    assertThat(head.indexOf("\r\n\r\n")).isEqualTo(head.length() - 4);
    assertThat(length(head)).isEqualTo(length(get)).isNotEmpty();
  }

  private static String length(String answer) {
    return answer
        .lines()
        .takeWhile(line -> !line.isEmpty())
        .filter(line -> line.startsWith("Content-Length: "))
        .findFirst()
        .orElse("");
  }

  @Test
  void keepsAConnectionInStepAfterHead() {
    var answers = raw("HEAD /users HTTP/1.1\r\nHost: x\r\n\r\n" + "GET /health/live" + CLOSE);
    assertThat(answers.split("HTTP/1.1 200 OK", -1)).hasSize(3);
    assertThat(answers).doesNotContain("items").endsWith("{\"status\":\"up\"}");
  }

  @Test
  void sendsNoBodyAfterAHeadThatIsRefused() {
    assertThat(raw("HEAD /users HTTP/1.1\r\n\r\n"))
        .startsWith("HTTP/1.1 400 ")
        .endsWith("\r\n\r\n");
    assertThat(raw("HEAD /users HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999\r\n\r\n"))
        .startsWith("HTTP/1.1 413 ")
        .endsWith("\r\n\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "GET /us",
        "GET /users HTTP/1.1\r\n",
        "GET /users HTTP/1.1\r\nHost: x\r\nX-",
      })
  void endsWhenARequestDoesNotArrive(String part) {
    assertThat(raw(part)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST /users", "GET /users", "PUT /users", "POST /nothing"})
  void endsWhenABodyDoesNotArrive(String line) {
    var head = line + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
    raw(head + "Content-Length: 100\r\n\r\n{\"username\"");
    raw(head + "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"");
    service.close();
    assertThat(service.accessLog()).hasSize(2);
    if (line.equals("POST /users")) {
      assertThat(service.accessLog()).allMatch(each -> each.contains("\"status\":40"));
    }
  }

  @Test
  void closesAfterAChunkThatIsNone() {
    var head = "POST /users HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
    assertThat(raw(head + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n"))
        .startsWith("HTTP/1.1 400 ")
        .contains("Connection: close\r\n")
        .containsOnlyOnce("HTTP/1.1");
  }

  @ParameterizedTest
  @CsvSource({
    "413, Content Too Large, 'POST /users HTTP/1.1\r\nHost: x\r\nContent-Length: 70000\r\n\r\n'",
    "415, Unsupported Media Type, 'POST /users HTTP/1.1\r\nHost: x\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}'",
    "400, Bad Request, 'GET /users HTTP/1.1\r\nHost: x\r\nbroken\r\n\r\n'",
  })
  void logsWhatIsRefusedBeforeAnyRoute(int status, String title, String request) {
    refused(status, title, request);
  }

  @Test
  void saysWhatIsTooLong() {
    refused(414, "URI Too Long", "GET /" + "x".repeat(9_000) + CLOSE);
    refused(
        431,
        "Request Header Fields Too Large",
        "GET /users HTTP/1.1\r\nHost: x\r\nX: " + "y".repeat(20_000) + "\r\n\r\n");
  }

  private void refused(int status, String title, String request) {
    var answer = raw(request);
    assertThat(answer)
        .startsWith("HTTP/1.1 " + status + " ")
        .contains("X-Request-Id: ")
        .contains("Connection: close\r\n")
        .contains("\"title\":\"" + title + "\"")
        .contains("\"detail\":\"");
    assertThat(service.accessLog().getLast()).contains("\"status\":" + status + ",");
  }
}
