package dev.ambix.conformance.listen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.conformance.EveryEngine;
import dev.ambix.conformance.shop.Customer;
import dev.ambix.conformance.shop.Shop;
import dev.ambix.conformance.shop.Stock;
import dev.ambix.session.Database;
import dev.ambix.session.Session;
import dev.ambix.testing.AllowRepeats;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// A profiler, written as an ordinary user of listeners.
@EveryEngine
class ProfilerTest {
  @Test
  @AllowRepeats
  void addsUpWhatStatementsCost(Database plain) {
    var profiler = new Profiler();
    var database = plain.listening(profiler);
    database.write(db -> Shop.customers(db, "ann", "bob"));
    database.read(db -> {
      for (int i = 0; i < 5; i++) {
        readCustomers(db);
      }
      return db.select(Stock.class).count();
    });

    var reads = profiler.cost("from \"customers\"");
    assertThat(reads.runs()).isEqualTo(5);
    assertThat(reads.rows()).isEqualTo(10);
    assertThat(reads.elapsed()).isGreaterThan(Duration.ZERO);
    assertThat(reads.caller()).isEqualTo("readCustomers");
    assertThat(profiler.slowest()).hasSize(3);
  }

  private static void readCustomers(Session db) {
    assertThat(db.select(Customer.class).list()).hasSize(2);
  }
}
