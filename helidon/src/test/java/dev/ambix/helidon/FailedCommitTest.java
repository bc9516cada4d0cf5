package dev.ambix.helidon;

import static dev.ambix.helidon.RequestSessions.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.session.Database;
import dev.ambix.session.Isolation;
import dev.ambix.session.Session;
import dev.ambix.testing.AmbixTest;
import dev.ambix.testing.Committed;
import dev.ambix.testing.Engine;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A commit that fails never yields a 2xx, however the handler answers.
@AmbixTest(engines = Engine.POSTGRESQL)
@Committed
final class FailedCommitTest {
  /// The ways in which a handler answers with success.
  private static final Map<String, BiConsumer<ServerResponse, String>> ANSWERS =
      Map.of(
          "/sent",
          (response, text) -> response.status(Status.CREATED_201).send(text),
          "/empty",
          (response, _) -> response.status(Status.NO_CONTENT_204).send(),
          "/streamed",
          FailedCommitTest::stream,
          "/stubborn",
          FailedCommitTest::sendTwice);

  private final Database database;
  private final RoutedServer server;

  FailedCommitTest(Database database) {
    this.database = database;
    this.server =
        RoutedServer.start(
            database,
            routing ->
                ANSWERS.forEach((path, answer) -> {
                  routing.post("/constraint" + path, handler(this::breakConstraint, answer));
                  routing.post("/serialization" + path, handler(this::meetAnother, answer));
                  routing.post("/backend" + path, handler(this::killBackend, answer));
                  routing.post("/fine" + path, handler(db -> db.add(new Thing(null)), answer));
                }));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static Handler handler(
      Consumer<Session> work, BiConsumer<ServerResponse, String> answer) {
    return (request, response) -> {
      work.accept(session(request));
      answer.accept(response, "done");
    };
  }

  private static void stream(ServerResponse response, String text) {
    response.status(Status.CREATED_201);
    try (var out = response.outputStream()) {
      for (int i = 0; i < 10_000; i++) {
        out.write(text.getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }

  /// Takes the failure of the commit for a reason to try again.
  private static void sendTwice(ServerResponse response, String text) {
    try {
      response.send(text);
    } catch (RuntimeException failed) {
      response.status(Status.OK_200).send(text);
    }
  }

  private void breakConstraint(Session db) {
    db.add(new Thing(4711L));
  }

  /// Sees the table, and lets another transaction change what it has seen.
  private void meetAnother(Session db) {
    db.jdbc(connection -> {
      try (var statement = connection.createStatement()) {
        return statement.execute("set transaction isolation level serializable");
      }
    });
    db.select(Thing.class).count();
    database
        .transaction()
        .isolation(Isolation.SERIALIZABLE)
        .write(other -> {
          other.select(Owner.class).count();
          other.add(new Thing(null));
        });
    db.add(new Owner(1));
  }

  private void killBackend(Session db) {
    db.add(new Thing(null));
    db.flush();
    int backend = db.sql("select pg_backend_pid()").optional(Integer.class).orElseThrow();
    database.write(other ->
        other
            .sql("select pg_terminate_backend(:backend)")
            .bind("backend", backend)
            .optional(Boolean.class));
  }

  private void assertNothingClaimed(String path, int status) {
    var answer = server.send("POST", path);
    assertThat(answer).as(path).startsWith("HTTP/1.1 " + status + " ");
    assertThat(answer).contains("Content-Type: application/problem+json").doesNotContain("done");
    assertThat(answer.split("HTTP/1.1 ", -1)).as("one answer").hasSize(2);
  }

  private long owners() {
    return database.read(db -> db.select(Owner.class).count());
  }

  private long things() {
    return database.read(db -> db.select(Thing.class).count());
  }

  @Test
  void answersConflictForADeferredConstraint() {
    for (var path : ANSWERS.keySet()) {
      assertNothingClaimed("/constraint" + path, 409);
    }
    assertThat(things()).isZero();
  }

  @Test
  void answersConflictForASerializationFailure() {
    for (var path : ANSWERS.keySet()) {
      assertNothingClaimed("/serialization" + path, 409);
      assertThat(owners()).isZero();
    }
  }

  @Test
  void answersUnavailableForAKilledBackend() {
    for (var path : ANSWERS.keySet()) {
      assertNothingClaimed("/backend" + path, 503);
    }
    assertThat(things()).isZero();
  }

  @Test
  void answersSuccessWhenAllIsFine() {
    for (var path : ANSWERS.keySet()) {
      assertThat(server.send("POST", "/fine" + path)).startsWith("HTTP/1.1 20");
    }
    assertThat(things()).isEqualTo(ANSWERS.size());
  }
}
