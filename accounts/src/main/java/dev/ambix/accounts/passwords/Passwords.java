package dev.ambix.accounts.passwords;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import dev.ambix.web.Problem;
import dev.ambix.web.ProblemException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Hashes passwords with Argon2id: 19 MiB, 2 passes, 1 lane, the least that OWASP asks for. A hash
/// takes a core and its memory for some 50 ms on purpose, so only so many run at once, and those
/// who would wait too long are told to come back. They run on platform threads of their own: on a
/// virtual thread a hash would keep its carrier, of which there is one a core, and every other
/// request, even `/health/live`, would wait behind all the hashes. Safe for any thread.
public final class Passwords {
  private static final Argon2Function ARGON2 =
      Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);
  private static final int SALT_BYTES = 16;

  private final Semaphore free;
  private final Duration patience;
  private final ExecutorService workers;

  private Passwords(int atOnce, Duration patience) {
    this.free = new Semaphore(atOnce, true);
    this.patience = patience;
    this.workers =
        Executors.newFixedThreadPool(
            Math.max(1, atOnce), Thread.ofPlatform().daemon().name("hash-", 0).factory());
  }

  /// Hashes within these bounds.
  ///
  /// @param atOnce how many hashes run at once
  /// @param patience how long one waits for its turn
  public static Passwords of(int atOnce, Duration patience) {
    return new Passwords(atOnce, patience);
  }

  /// The hash of a password, with a salt of its own, in the PHC string format.
  ///
  /// @throws ProblemException 503 when its turn does not come in time
  public String hash(String password) {
    takeTurn();
    try {
      return CompletableFuture.supplyAsync(
              () -> Password.hash(password).addRandomSalt(SALT_BYTES).with(ARGON2).getResult(),
              workers)
          .join();
    } finally {
      free.release();
    }
  }

  private void takeTurn() {
    try {
      if (free.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        return;
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    throw new ProblemException(
        Problem.of(503, "HashingBusy", "The service is busy")
            .withRetryAfter(Duration.ofSeconds(2)));
  }
}
