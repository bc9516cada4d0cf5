package dev.ambix.conformance.sql;

import static dev.ambix.conformance.Failures.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ambix.conformance.EveryEngine;
import dev.ambix.conformance.shop.Customer;
import dev.ambix.conformance.shop.Purchase;
import dev.ambix.conformance.shop.Purchase_;
import dev.ambix.conformance.shop.Shop;
import dev.ambix.session.Session;
import dev.ambix.testing.Engine;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is bound means the same on every engine, and stays out of messages.
@EveryEngine
class BindTest {
  private static void purchases(Session db, String... totals) {
    var ann = Shop.customers(db, "ann").getFirst();
    for (var total : totals) {
      db.add(Shop.purchase(ann, total));
    }
    db.flush();
  }

  @Test
  void aDecimalIsANumberInTexts(Session db) {
    purchases(db, "10.00", "20.00");

    var more =
        db.sql("select count(*) from purchases where total * 2 > :most")
            .bind("most", new BigDecimal("30.5"))
            .optional(Long.class);
    assertThat(more).contains(1L);
  }

  @Test
  void aFactorKeepsItsDigits(Session db) {
    purchases(db, "100.00");
    db.update(Purchase.class)
        .set(Purchase_.total, Purchase_.total.times(new BigDecimal("1.175")))
        .where(Purchase_.total.gt(new BigDecimal("99.999")))
        .execute();

    assertThat(db.select(Purchase.class).single().total()).isEqualByComparingTo("117.50");
    assertThat(
            db.select(Purchase.class).where(Purchase_.total.eq(new BigDecimal("117.504"))).exists())
        .isFalse();
  }

  @Test
  void aComputedNumberIsRoundedToItsColumn(Session db) {
    purchases(db, "0.75");
    db.update(Purchase.class)
        .set(Purchase_.total, Purchase_.total.times(new BigDecimal("1.5")))
        .where(Purchase_.total.eq(new BigDecimal("0.75")))
        .execute();

    assertThat(db.select(Purchase.class).where(Purchase_.total.eq(new BigDecimal("1.13"))).exists())
        .isTrue();
  }

  @Test
  void nothingIsNotInAnEmptyList(Session db) {
    assertRefused(
        "EmptyList",
        () ->
            db.sql("select * from customers where id not in (:ids)")
                .bind("ids", List.of())
                .list(Customer.class));
  }

  @Test
  void aValueStaysOutOfTheEnginesWords(Session db, Engine engine) {
    if (engine == Engine.SQLITE) {
      assertThatThrownBy(() ->
              db.sql("select json_extract('{}', :path)")
                  .bind("path", "4111secret")
                  .list(String.class))
          .hasMessageStartingWith("[QueryFailed]")
          .hasMessageNotContaining("4111secret");
    } else {
      assertThatThrownBy(() ->
              db.sql("select cast(:number as integer)")
                  .bind("number", "4111secret")
                  .list(Integer.class))
          .hasMessageStartingWith("[ValueRejected]")
          .hasMessageNotContaining("4111secret");
    }
  }

  @Test
  void aNameThatTheEnumLacksIsNamedWithoutIt(Session db, Engine engine) {
    db.detach(Shop.customers(db, "ann").getFirst());
    db.jdbc(connection -> {
      try (var statement = connection.createStatement()) {
        if (engine == Engine.SQLITE) {
          statement.execute("pragma ignore_check_constraints = on");
          statement.execute("update customers set tier = 'secret'");
          return statement.execute("pragma ignore_check_constraints = off");
        }
        statement.execute("alter table customers drop constraint ck_customers_tier");
        return statement.execute("update customers set tier = 'secret'");
      }
    });

    assertRefused("UnknownLabel", () -> db.select(Customer.class).list())
        .hasMessageContaining("Tier: a row holds a name that the enum lacks")
        .hasMessageNotContaining("secret");
  }
}
