package dev.ambix.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.accounts.users.User;
import dev.ambix.accounts.users.Username;
import dev.ambix.session.Database;
import dev.ambix.testing.PostgresServer;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// PostgreSQL is killed and started again under load.
final class OutageTest {
  private static final int USERS = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Map<Integer, Integer> acknowledged = new ConcurrentHashMap<>();
  private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean enough = new AtomicBoolean();

  @Test
  void keepsWhatItHasAcknowledged() {
    try (var server = PostgresServer.start();
        var database = Database.open(server.createDatabase() + "?pool=4&pool_timeout=1s")) {
      database.createAll();
      var ids = IntStream.range(0, USERS).mapToLong(i -> add(database, i)).toArray();
      try (var service = RunningService.on(database);
          var clients = Executors.newVirtualThreadPerTaskExecutor()) {
        var running =
            IntStream.range(0, USERS)
                .<Future<?>>mapToObj(i -> clients.submit(() -> change(service, i, ids[i])))
                .toList();
        await(() -> acknowledged.size() == USERS);
        assertThat(Set.copyOf(statuses)).containsExactly(200);

        server.kill();
        await(() -> statuses.contains(503));
        assertThat(service.get("/health/ready").status()).isEqualTo(503);
        assertThat(service.get("/health/live").status()).isEqualTo(200);
        assertThat(service.get("/users").header("Retry-After")).isNotEmpty();

        server.restart();
        await(() -> service.get("/health/ready").status() == 200);
        var before = Map.copyOf(acknowledged);
        await(() ->
            before.keySet().stream().allMatch(user -> writes(user) > before.getOrDefault(user, 0)));
        enough.set(true);
        running.forEach(OutageTest::join);

        assertThat(Set.copyOf(statuses)).containsExactlyInAnyOrder(200, 503);
        IntStream.range(0, USERS).forEach(i -> assertKept(service, i, ids[i]));
      }
    }
  }

  private static long add(Database database, int number) {
    return database
        .writeReturning(db -> {
          var user = db.add(new User(new Username("user" + number), "0@example.org", "hash"));
          db.flush();
          return user;
        })
        .id();
  }

  /// Counts up in a user's address for as long as the test runs, and remembers what was
  /// acknowledged.
  private void change(RunningService service, int number, long id) {
    for (int i = 1; !enough.get(); i++) {
      int status = service.patch("/users/" + id, "{\"email\": \"" + i + "@example.org\"}").status();
      statuses.add(status);
      if (status == 200) {
        acknowledged.put(number, i);
      }
    }
  }

  /// How many writes of a user were acknowledged.
  private int writes(int number) {
    return acknowledged.getOrDefault(number, 0);
  }

  /// Writes that nobody has acknowledged may be there too.
  private void assertKept(RunningService service, int number, long id) {
    var email = (String) service.get("/users/" + id).value("email");
    assertThat(Integer.parseInt(email.substring(0, email.indexOf('@'))))
        .isGreaterThanOrEqualTo(writes(number));
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      LockSupport.parkNanos(5_000_000);
    }
  }

  private static void join(Future<?> client) {
    try {
      client.get();
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
  }
}
