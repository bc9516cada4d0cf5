package dev.ambix.accounts;

import static dev.ambix.accounts.RunningService.signUp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.session.Database;
import dev.ambix.session.Session;
import dev.ambix.testing.AmbixTest;
import dev.ambix.testing.Committed;
import dev.ambix.testing.Engine;
import dev.ambix.testing.TestDatabase;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Many at once.
@AmbixTest(engines = {Engine.SQLITE, Engine.POSTGRESQL})
@Committed
final class ConcurrencyTest {
  private static List<Answer> all(Stream<CompletableFuture<Answer>> requests) {
    return requests.toList().stream().map(CompletableFuture::join).toList();
  }

  @Test
  void oneOfTwoSignUpsWithOneNameWins(Database database) {
    try (var service = RunningService.on(database)) {
      for (int i = 0; i < 10; i++) {
        var name = "ann" + i;
        var answers =
            all(
                Stream.of(name, name.toUpperCase(java.util.Locale.ROOT))
                    .map(each -> service.sending("POST", "/users", signUp(each))));
        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409);
        assertThat(answers)
            .filteredOn(answer -> answer.status() == 409)
            .allMatch(answer -> answer.errors().equals(List.of("username:taken")));
      }
    }
  }

  @Test
  void aPoolOfTwoServesTwoHundredRequests(TestDatabase own) {
    try (var database = own.open("pool=2");
        var service = RunningService.on(database)) {
      var answers =
          all(IntStream.range(0, 200).mapToObj(i -> service.sending("GET", "/users", null)));
      assertThat(answers).extracting(Answer::status).containsOnly(200);
      assertThat(database.pool().active()).isZero();
      assertThat(database.pool().size()).isLessThanOrEqualTo(3);
    }
  }

  @Test
  void aPoolThatIsHeldAnswersBusyInTimeAndNamesTheHolders(TestDatabase own) {
    try (var log = new LogCapture();
        var database = own.open("pool=2&pool_timeout=300ms");
        var service = RunningService.on(database);
        var first = database.transaction().open(true);
        var second = database.transaction().open(true)) {
      Stream.of(first, second).forEach(ConcurrencyTest::hold);
      var answers =
          all(IntStream.range(0, 200).mapToObj(i -> service.sending("GET", "/users", null)));

      assertThat(answers).extracting(Answer::status).containsOnly(503);
      assertThat(answers).allMatch(answer -> answer.header("Retry-After").equals("1"));
      assertThat(log.lines(Level.WARNING))
          .anyMatch(line -> line.contains("[PoolTimeout]") && line.contains("last SQL: select 1"));
      first.rollback();
      second.rollback();
      assertThat(service.get("/users").status()).isEqualTo(200);
    }
  }

  /// Keeps a connection by a read.
  private static void hold(Session session) {
    session.sql("select 1").optional(Integer.class);
  }

  @Test
  void aRequestWithoutSqlTakesNoConnection(TestDatabase own) {
    try (var database = own.open("pool=1&pool_timeout=300ms");
        var service = RunningService.on(database);
        var holder = database.transaction().open(true)) {
      hold(holder);
      assertThat(service.post("/users", "{}").status()).isEqualTo(422);
      assertThat(service.get("/users/abc").status()).isEqualTo(400);
      assertThat(service.get("/nothing").status()).isEqualTo(404);
      assertThat(service.get("/openapi.json").status()).isEqualTo(200);
      assertThat(service.get("/health/live").status()).isEqualTo(200);
    }
  }
}
