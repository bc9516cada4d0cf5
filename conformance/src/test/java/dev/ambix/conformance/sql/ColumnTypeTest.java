package dev.ambix.conformance.sql;

import static dev.ambix.conformance.Failures.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.conformance.EveryEngine;
import dev.ambix.conformance.shop.Customer;
import dev.ambix.conformance.shop.CustomerCard;
import dev.ambix.conformance.shop.Shop;
import dev.ambix.mapping.SqlText;
import dev.ambix.session.Session;
import dev.ambix.testing.AllowRepeats;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Columns that are of another type than what they are read as.
@EveryEngine
@AllowRepeats
class ColumnTypeTest {
  @Test
  void textIsNoNumberTimeOrUuid(Session db) {
    Shop.customers(db, "ann");

    refused(db, "select name from customers", Long.class)
        .hasMessageContaining("sql: the column name is text; got Long, expected String. ");
  }

  @Test
  void textIsNothingElse(Session db) {
    for (var type :
        new Class<?>[] {
          Integer.class,
          Long.class,
          Double.class,
          Float.class,
          Boolean.class,
          BigDecimal.class,
          byte[].class,
          UUID.class,
          Instant.class,
          LocalDate.class,
          LocalTime.class
        }) {
      refused(db, "select cast('12abc' as varchar(9)) as c", type);
    }
  }

  @Test
  void aNumberKeepsAllOfIt(Session db) {
    refused(db, "select 1.9 as c", Long.class);
    refused(db, "select 1.9 as c", Integer.class);
    refused(db, "select 5000000000 as c", Integer.class);
    refused(db, "select 7 as c", Boolean.class);
    refused(db, "select 7 as c", Instant.class);
    refused(db, "select 7 as c", byte[].class);
    refused(db, "select 1e30 as c", Long.class);

    assertThat(db.sql("select 2.0").list(Long.class)).containsExactly(2L);
    assertThat(db.sql("select 7").list(Short.class)).containsExactly((short) 7);
    assertThat(db.sql("select 7").list(Double.class)).containsExactly(7.0);
    assertThat(db.sql("select 1.5").list(Float.class)).containsExactly(1.5f);
    assertThat(db.sql("select 7").list(String.class)).containsExactly("7");
    assertThat(db.sql("select sum(id) from (select 3000000000 as id) as ids").list(Long.class))
        .containsExactly(3_000_000_000L);
  }

  @Test
  void holdsForProjectionsAndEntities(Session db) {
    Shop.customers(db, "ann");

    refused(db, "select name as id, name from customers", CustomerCard.class)
        .hasMessageContaining("the column id is text; got Long, expected String");
    assertThat(db.sql("select * from customers").list(Customer.class)).hasSize(1);
  }

  @Test
  void aSingleValueIsOneColumn(Session db) {
    assertRefused("SeveralColumns", () -> db.sql("select 1 as a, 2 as b").list(Long.class))
        .hasMessageContaining("got [a, b], expected one column for Long");
  }

  private static org.assertj.core.api.AbstractThrowableAssert<?, ?> refused(
      Session db, @SqlText String text, Class<?> type) {
    return assertRefused("ColumnType", () -> db.savepoint(() -> db.sql(text).list(type)));
  }
}
