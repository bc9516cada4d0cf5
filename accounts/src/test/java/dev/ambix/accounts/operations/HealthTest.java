package dev.ambix.accounts.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.accounts.RunningService;
import dev.ambix.session.Database;
import dev.ambix.testing.AmbixTest;
import dev.ambix.testing.Committed;
import dev.ambix.testing.TestDatabase;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What those who watch the service are told.
@AmbixTest
@Timeout(60)
final class HealthTest {
  @Test
  void isReadyWhenTheDatabaseAnswers(Database database) {
    try (var service = RunningService.on(database)) {
      assertThat(service.get("/health/live").body()).isEqualTo("{\"status\":\"up\"}");
      assertThat(service.get("/health/ready").status()).isEqualTo(200);
      assertThat(service.get("/health/ready").header("Cache-Control")).isEqualTo("no-store");
    }
  }

  @Test
  @Committed
  void isNotReadyWhenNoConnectionIsFree(TestDatabase own) {
    try (var database = own.open("pool=1&pool_timeout=100ms");
        var service = RunningService.on(database);
        var holder = database.transaction().open(true)) {
      holder.sql("select 1").optional(Integer.class);
      assertThat(service.get("/health/ready").status()).isEqualTo(503);
      assertThat(service.get("/health/live").status()).isEqualTo(200);
    }
  }

  @Test
  void isNotReadyBeforeItStopsTakingRequests(Database database) throws Exception {
    try (var service = RunningService.on(database, Map.of("SHUTDOWN_DELAY", "2s"))) {
      var stop = Thread.ofVirtual().start(service::stop);
      while (service.get("/health/ready").status() == 200) {
        LockSupport.parkNanos(1_000_000);
      }
      assertThat(service.get("/users").status()).isEqualTo(200);
      assertThat(service.get("/health/live").status()).isEqualTo(200);
      stop.join();
    }
  }
}
