package dev.ambix.accounts.passwords;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import dev.ambix.web.Problem;
import dev.ambix.web.ProblemException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Hashes passwords with Argon2id: 19 MiB, 2 passes, 1 lane, the least that OWASP asks for. A hash
/// takes a core and its memory for some 50 ms on purpose, so only so many run at once, and those
/// who would wait too long are told to come back. Safe for any thread.
public final class Passwords {
  private static final Argon2Function ARGON2 =
      Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);
  private static final int SALT_BYTES = 16;

  private final Semaphore free;
  private final Duration patience;

  private Passwords(int atOnce, Duration patience) {
    this.free = new Semaphore(atOnce, true);
    this.patience = patience;
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
      return Password.hash(password).addRandomSalt(SALT_BYTES).with(ARGON2).getResult();
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
