package dev.ambix.accounts.server;

import dev.ambix.accounts.passwords.Passwords;
import io.avaje.inject.Bean;
import io.avaje.inject.Factory;
import io.avaje.inject.InjectModule;
import java.time.Duration;

/// What avaje-inject cannot find out by itself.
@InjectModule(name = "accounts", requires = Settings.class)
@Factory
final class Wiring {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @Bean
  Passwords passwords(Settings settings) {
    return Passwords.of(settings.hashes(), PATIENCE);
  }
}
