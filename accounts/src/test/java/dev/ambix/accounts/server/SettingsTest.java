package dev.ambix.accounts.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What an operator may decide.
final class SettingsTest {
  @Test
  void haveDefaults() {
    var settings = Settings.parse(Map.of("PORT", " "));
    assertThat(settings.port()).isEqualTo(8080);
    assertThat(settings.host()).isEqualTo("127.0.0.1");
    assertThat(settings.databaseUrl()).isEqualTo("sqlite:accounts.db");
    assertThat(settings.hashes()).isEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat(settings.maxBodyBytes()).isEqualTo(65_536);
    assertThat(settings.shutdownDelay()).isZero();
    assertThat(settings.shutdownGrace()).isEqualTo(Duration.ofSeconds(10));
    assertThat(settings.logLevel()).isEqualTo(Level.INFO);
  }

  @Test
  void areRead() {
    var settings =
        Settings.parse(
            Map.of(
                "PORT", "0",
                "HOST", "0.0.0.0",
                "DATABASE_URL", "postgresql://ann:secret@localhost/accounts",
                "SHUTDOWN_DELAY", "500ms",
                "SHUTDOWN_GRACE", "2m",
                "LOG_LEVEL", "DEBUG"));
    assertThat(settings.port()).isZero();
    assertThat(settings.shutdownDelay()).isEqualTo(Duration.ofMillis(500));
    assertThat(settings.shutdownGrace()).isEqualTo(Duration.ofMinutes(2));
    assertThat(settings.logLevel()).isEqualTo(Level.DEBUG);
    assertThat(settings.toString()).doesNotContain("secret");
  }

  @Test
  void areRefusedAllAtOnce() {
    var wrong =
        catchThrowableOfType(
            BadSettings.class,
            () ->
                Settings.parse(
                    Map.of(
                        "PORT", "abc",
                        "HASHES", "0",
                        "DATABASE_URL", "mongodb://ann:secret@localhost/accounts",
                        "MAX_BODY_BYTES", "99999999999",
                        "SHUTDOWN_GRACE", "soon",
                        "LOG_LEVEL", "LOUD")));
    assertThat(wrong).hasMessageNotContaining("secret");
    var lines = String.valueOf(wrong.getMessage()).lines().toList();
    assertThat(lines).hasSize(6).allMatch(line -> line.startsWith("[BadSetting] "));
    assertThat(lines)
        .contains("[BadSetting] PORT: got \"abc\", expected a number from 0 to 65535.")
        .contains(
            "[BadSetting] LOG_LEVEL: got \"LOUD\", expected one of TRACE, DEBUG, INFO, WARNING,"
                + " ERROR and OFF.")
        .contains("[BadSetting] HASHES: got \"0\", expected a number from 1 to 1024.")
        .contains(
            "[BadSetting] SHUTDOWN_GRACE: got \"soon\", expected a duration such as 500ms, 10s or"
                + " 2m.");
    assertThat(wrong).hasMessageContaining("[BadSetting] DATABASE_URL: [BadUrl]");
  }
}
