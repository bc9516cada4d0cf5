package dev.ambix.accounts.passwords;

import static dev.ambix.accounts.RunningService.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ambix.web.ProblemException;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/// The hash of a password, and how many are made at once.
final class PasswordsTest {
  @Test
  void saltsEachHash() {
    var passwords = Passwords.of(1, Duration.ofMinutes(1));
    assertThat(passwords.hash(PASSWORD)).isNotEqualTo(passwords.hash(PASSWORD));
  }

  @Test
  void waitForTheirTurn() throws Exception {
    var passwords = Passwords.of(1, Duration.ofMinutes(1));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<String> hashing = () -> passwords.hash(PASSWORD);
      var hashes = threads.invokeAll(Collections.nCopies(4, hashing));
      for (var hash : hashes) {
        assertThat(hash.get()).startsWith("$argon2id$");
      }
    }
  }

  @Test
  void tellThoseWhoseTurnDoesNotComeToTryAgain() {
    var passwords = Passwords.of(0, Duration.ofMillis(1));
    var busy = catchThrowableOfType(ProblemException.class, () -> passwords.hash(PASSWORD));
    assertThat(busy.problem().status()).isEqualTo(503);
    assertThat(busy.problem().retryAfter()).contains(Duration.ofSeconds(2));
  }
}
