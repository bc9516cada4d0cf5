package dev.ambix.helidon;

import static dev.ambix.helidon.RequestSessions.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.session.Database;
import dev.ambix.testing.AmbixTest;
import dev.ambix.testing.Engine;
import dev.ambix.testing.Statements;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// One session a request, committed before the first byte of the answer.
@AmbixTest(engines = {Engine.SQLITE, Engine.POSTGRESQL})
final class RequestSessionsTest {
  private final Database database;
  private final Statements statements;
  private final RoutedServer server;
  private final AtomicInteger committed = new AtomicInteger();

  RequestSessionsTest(Database database, Statements statements) {
    this.database = database;
    this.statements = statements;
    this.server = RoutedServer.start(database, this::routes);
  }

  private void routes(HttpRouting.Builder routing) {
    routing.post(
        "/things",
        (request, response) -> {
          var thing = session(request).add(new Thing(null));
          session(request).flush();
          session(request).afterCommit(committed::incrementAndGet);
          response.send(thing.id() + "");
        });
    routing.post(
        "/thrown",
        (request, _) -> {
          session(request).add(new Thing(null));
          session(request).flush();
          throw new IllegalStateException("after the flush");
        });
    routing.post(
        "/refused",
        (request, response) -> {
          session(request).add(new Thing(null));
          session(request).flush();
          response.status(Status.BAD_REQUEST_400).send("no");
        });
    routing.post("/silent", (request, _) -> session(request).add(new Thing(null)));
    readingRoutes(routing);
  }

  private static void readingRoutes(HttpRouting.Builder routing) {
    routing.get(
        "/written",
        (request, response) -> {
          session(request).add(new Thing(null));
          response.send("written");
        });
    routing.get(
        "/untouched", (request, response) -> response.send("" + session(request).isReadOnly()));
    routing.get(
        "/late",
        (request, response) -> {
          try (var out = response.outputStream()) {
            session(request).select(Thing.class).count();
            out.write('x');
          }
        });
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private long things() {
    return database.read(db -> db.select(Thing.class).count());
  }

  @Test
  void commitsBeforeTheAnswer() {
    assertThat(server.send("POST", "/things")).startsWith("HTTP/1.1 200 ");
    assertThat(committed).hasValue(1);
    assertThat(things()).isEqualTo(1);
  }

  @Test
  void leavesNothingBehindAfterAnException() {
    var answer = server.send("POST", "/thrown");
    assertThat(answer).startsWith("HTTP/1.1 500 ").contains("\"code\":\"Internal\"");
    assertThat(answer).doesNotContain("after the flush");
    assertThat(things()).isZero();
  }

  @Test
  void leavesNothingBehindAfterAnErrorStatus() {
    assertThat(server.send("POST", "/refused")).startsWith("HTTP/1.1 400 ");
    assertThat(things()).isZero();
  }

  @Test
  void leavesNothingBehindWhenNobodyAnswers() {
    assertThat(server.send("POST", "/silent")).startsWith("HTTP/1.1 500 ");
    assertThat(things()).isZero();
  }

  @Test
  void onlyReadsForASafeMethod() {
    assertThat(server.send("GET", "/untouched")).endsWith("true");
    assertThat(server.send("GET", "/written")).startsWith("HTTP/1.1 500 ");
    assertThat(things()).isZero();
  }

  @Test
  void sendsNothingToTheDatabaseUnlessAsked() {
    server.send("GET", "/untouched");
    assertThat(statements.texts()).isEmpty();
  }

  @Test
  void hasEndedWhenTheAnswerBegins() {
    assertThat(server.send("GET", "/late")).startsWith("HTTP/1.1 500 ");
  }

  @Test
  void knowsNoOtherPath() {
    assertThat(server.send("GET", "/elsewhere"))
        .startsWith("HTTP/1.1 404 ")
        .contains("Content-Type: application/problem+json");
  }

  /// What follows a request that nobody has read to its end is its body, not another request.
  @Test
  void neverTakesABodyForARequest() {
    var smuggled = "POST /things HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    for (var header : List.of("Connection: close", "Connection: close\r\nExpect: 100-continue")) {
      var answer =
          server.raw(
              "POST /refused HTTP/1.1\r\nHost: x\r\n%s\r\nContent-Length: %d\r\n\r\n%s"
                  .formatted(header, smuggled.length(), smuggled));
      assertThat(answer).startsWith("HTTP/1.1 400 ").doesNotContain("200 OK");
    }
    assertThat(things()).isZero();
  }
}
