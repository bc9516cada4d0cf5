package dev.ambix.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ambix.error.UsageException;
import dev.ambix.session.Database;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestSessionTest {
  private final Database database = Database.builder("sqlite::memory:").mappings(List.of()).open();

  @AfterEach
  void close() {
    database.close();
  }

  private RequestSession request(String method) {
    return RequestSession.of(database, method);
  }

  private static void write(RequestSession request) {
    request.session().sql("create table if not exists kept (n integer)").execute();
    request.session().sql("insert into kept values (1)").execute();
  }

  private long kept() {
    return database.read(db ->
        db.sql("select count(*) from sqlite_master where name = 'kept'")
            .optional(Long.class)
            .orElse(0L));
  }

  @Test
  void takesNoConnectionBeforeAStatement() {
    try (var request = request("POST")) {
      request.session();

      assertThat(database.pool().active()).isZero();
    }
  }

  @Test
  void commitsOnceForAStatusBelow400() {
    try (var request = request("POST")) {
      write(request);
      request.end(201);
      request.end(201);

      assertThat(kept()).isOne();
      assertThatThrownBy(request::session).hasMessageStartingWith("[RequestEnded]");
    }
  }

  @Test
  void rollsBackFromStatus400On() {
    try (var request = request("POST")) {
      write(request);
      request.end(400);
    }

    assertThat(kept()).isZero();
  }

  @Test
  void rollsBackWhenAnErrorIsOnItsWayWhateverTheStatus() {
    try (var request = request("POST")) {
      write(request);
      request.fail();
      request.end(303);
    }

    assertThat(kept()).isZero();
  }

  @Test
  void rollsBackWhatWasNeverAnswered() {
    try (var request = request("POST")) {
      write(request);
    }

    assertThat(kept()).isZero();
    assertThat(database.pool().active()).isZero();
  }

  @Test
  void onlyReadsForSafeMethods() {
    for (var method : List.of("GET", "HEAD", "OPTIONS")) {
      try (var request = request(method)) {
        assertThat(request.session().isReadOnly()).as(method).isTrue();
      }
    }
    try (var request = request("DELETE")) {
      assertThat(request.session().isReadOnly()).isFalse();
    }
  }

  @Test
  void failsAgainWhileAnAnswerClaimsSuccessAfterAFailedCommit() {
    try (var request = request("POST")) {
      write(request);
      assertThatThrownBy(() -> endElsewhere(request)).hasCauseInstanceOf(UsageException.class);

      assertThatThrownBy(() -> request.end(200)).isInstanceOf(UsageException.class);
      request.end(500);
      assertThat(request.failure()).isPresent();
    }

    assertThat(kept()).isZero();
  }

  @Test
  void givesItsConnectionBackWhenAnotherThreadAnswers() {
    try (var request = request("POST")) {
      write(request);
      assertThatThrownBy(() -> endElsewhere(request))
          .isInstanceOf(CompletionException.class)
          .hasMessageContaining("[SessionThread]");
      assertThat(database.pool().active()).isOne();
    }

    assertThat(database.pool().active()).isZero();
  }

  private static void endElsewhere(RequestSession request) {
    CompletableFuture.runAsync(() -> request.end(200)).join();
  }
}
