package dev.ambix.accounts.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.accounts.RunningService;
import dev.ambix.session.Database;
import dev.ambix.testing.AmbixTest;
import io.avaje.jsonb.Jsonb;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// One line of JSON a request, whatever becomes of it.
@AmbixTest
final class AccessLogTest {
  private final RunningService service;

  AccessLogTest(Database database) {
    service = RunningService.on(database);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  /// The line of the only request, which is written once its answer is out.
  @SuppressWarnings("unchecked") // a JSON object
  private Map<String, Object> line() {
    service.close();
    assertThat(service.accessLog()).hasSize(1);
    var line = service.accessLog().getFirst();
    return (Map<String, Object>) Jsonb.builder().build().type(Object.class).fromJson(line);
  }

  private static double number(Map<String, Object> line, String field) {
    return ((Number) Objects.requireNonNull(line.get(field), field)).doubleValue();
  }

  @Test
  void saysWhatWasAskedAndAnswered() {
    var answer = service.get("/users");
    var line = line();
    assertThat(line)
        .containsOnlyKeys("time", "id", "method", "path", "status", "bytes", "ms")
        .containsEntry("id", answer.header("X-Request-Id"))
        .containsEntry("method", "GET")
        .containsEntry("path", "/users")
        .containsEntry("status", 200L);
    assertThat(number(line, "bytes")).isGreaterThan(answer.body().length());
    assertThat(number(line, "ms")).isNotNegative();
    assertThat(Instant.parse((String) line.get("time"))).isBefore(Instant.now());
  }

  @Test
  void leavesTheQueryOut() {
    service.get("/users?limit=0&token=secret");
    assertThat(line()).containsEntry("path", "/users").containsEntry("status", 422L);
    assertThat(service.accessLog().toString()).doesNotContain("secret");
  }

  @Test
  void keepsTheIdThatAClientGives() {
    var answer =
        service.raw(
            "GET /users HTTP/1.1\r\nHost: x\r\nX-Request-Id: a-1\r\nConnection: close\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
    assertThat(answer).contains("X-Request-Id: a-1\r\n");
    assertThat(line()).containsEntry("id", "a-1");
  }

  @Test
  void takesNoIdThatIsNone() {
    var answer =
        service.raw(
            "GET /nothing HTTP/1.1\r\nHost: x\r\nX-Request-Id: \"a\"\r\nConnection: close\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
    assertThat(answer).contains("X-Request-Id: ").doesNotContain("\"a\"");
    assertThat((String) line().get("id")).hasSize(36);
  }

  @Test
  void escapesWhatClientsSend() {
    service.raw(
        "GET /users/\"quoted\\\" HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII));
    assertThat(service.accessLog()).allMatch(line -> !line.contains("\"quoted"));
  }
}
