package dev.ambix.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.driver.Driver.Access;
import dev.ambix.driver.Link;
import org.junit.jupiter.api.Test;

/// Which connections are taken, and how old they become.
class PoolTest {
  /// The process that serves a connection, told a little later.
  private static long process(Link link) {
    return Engine.number(link, "select pg_backend_pid() from pg_sleep(0.01)");
  }

  @Test
  void takesWhatWasGivenBackLast() {
    try (var driver = Engine.POSTGRESQL.open(Tables.SCHEMA, "pool=2")) {
      long last;
      try (var one = Engine.acquire(driver, Access.READ)) {
        last = process(one);
        Engine.<Long>read(driver, PoolTest::process);
      }

      assertThat(Engine.<Long>read(driver, PoolTest::process)).isEqualTo(last);
      assertThat(Engine.<Long>read(driver, PoolTest::process)).isEqualTo(last);
    }
  }

  @Test
  void replacesWhatIsTooOld() {
    try (var driver = Engine.POSTGRESQL.open(Tables.SCHEMA, "pool=1&max_lifetime=5ms")) {
      long first = Engine.<Long>read(driver, PoolTest::process);

      assertThat(driver.statistics().idle()).isZero();
      assertThat(Engine.<Long>read(driver, PoolTest::process)).isNotEqualTo(first);
    }
  }
}
