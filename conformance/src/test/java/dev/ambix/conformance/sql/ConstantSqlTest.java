package dev.ambix.conformance.sql;

import static dev.ambix.conformance.Failures.assertFails;
import static dev.ambix.conformance.Failures.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.conformance.EveryEngine;
import dev.ambix.conformance.shop.Customer;
import dev.ambix.conformance.shop.Customer.Address;
import dev.ambix.conformance.shop.Customer.Tier;
import dev.ambix.conformance.shop.CustomerCard;
import dev.ambix.conformance.shop.Shop;
import dev.ambix.conformance.shop.Spending;
import dev.ambix.conformance.shop.Stock;
import dev.ambix.error.QueryFailed;
import dev.ambix.session.Session;
import dev.ambix.testing.Engine;
import dev.ambix.testing.Statements;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// SQL of the program's own.
@EveryEngine
class ConstantSqlTest {
  @Nested
  class Parameters {
    @Test
    void areBoundByNameAsOftenAsTheyStand(Session db, Statements statements) {
      var sql = db.sql("select :a || :b || :a || :a_1").bind("a", "x").bind("b", "y");

      assertThat(sql.bind("a_1", "z").list(String.class)).containsExactly("xyxz");
      assertThat(statements.texts()).containsExactly("select ? || ? || ? || ?");
    }

    @Test
    void areNotInQuotesNamesAndComments(Session db) {
      Shop.customers(db, "ann");

      assertThat(db.sql("select ':a' || '''' || ':b?' || :c").bind("c", "d").list(String.class))
          .containsExactly(":a':b?d");
      assertThat(
              db.sql(
                      """
                      select "customers"."name" -- :a, and a quote '
                      from customers /* :b, and a quote " */
                      where name = :c -- the end: :d\
                      """)
                  .bind("c", "ann")
                  .list(String.class))
          .containsExactly("ann");
    }

    @Test
    void areNotCastsSlicesOrDollarQuotes(Session db, Engine engine) {
      if (engine == Engine.POSTGRESQL) {
        assertThat(db.sql("select :a::integer + 1").bind("a", "41").list(Integer.class))
            .containsExactly(42);
        assertThat(db.sql("select cardinality((array[1, 2, 3])[2:3])").list(Integer.class))
            .containsExactly(2);
        assertThat(
                db.sql("select $$:a$$ || $tag$ $$ :b $tag$ || :c")
                    .bind("c", "d")
                    .list(String.class))
            .containsExactly(":a $$ :b d");
      }
      assertThat(db.sql("select 1 as a$b$c where 1 = :one").bind("one", 1).list(Integer.class))
          .containsExactly(1);
    }

    @Test
    void takeValuesOfEveryKind(Session db) {
      var customers = Shop.customers(db, "ann", "bob");
      customers.getFirst().tier(Tier.GOLD).address(new Address("Elm 1", null));
      var now = customers.getFirst().createdAt();

      var sql =
          db.sql(
              """
              select count(*) from customers
              where id = :id and tier = :tier and created_at = :at and credit = :credit
                and address_street = :street and version < :version\
              """);
      assertThat(
              sql.bind("id", customers.getFirst().id())
                  .bind("tier", Tier.GOLD)
                  .bind("at", now)
                  .bind("credit", 5)
                  .bind("street", "Elm 1")
                  .bind("version", (short) 9)
                  .list(Long.class))
          .containsExactly(1L);
    }

    @Test
    void takeDecimalsDatesAndUuids(Session db) {
      var ann = Shop.customers(db, "ann").getFirst();
      db.add(Shop.purchase(ann, "1.50"));

      var sql = db.sql("select count(*) from purchases where total = :total and day = :day");
      assertThat(
              sql.bind("total", new BigDecimal("1.5")).bind("day", Shop.DAY).optional(Long.class))
          .contains(1L);
      assertThat(
              db.sql("select count(*) from categories where id = :id")
                  .bind("id", new UUID(1, 2))
                  .optional(Long.class))
          .contains(0L);
    }

    @Test
    void takeNull(Session db) {
      Shop.customers(db, "ann");
      db.sql("update customers set nickname = :name, credit = :credit")
          .bind("name", null)
          .bind("credit", null)
          .execute();

      assertThat(
              db.sql("select count(*) from customers where nickname is null and credit is null")
                  .optional(Long.class))
          .contains(1L);
      assertThat(
              db.sql("select name from customers where coalesce(:credit, credit) = 5")
                  .bind("credit", null)
                  .list(String.class))
          .isEmpty();
    }

    @Test
    void takeCollections(Session db) {
      Shop.customers(db, "ann", "bob", "cid");
      var sql = db.sql("select name from customers where name in (:names) order by name");

      assertThat(sql.bind("names", List.of("ann", "cid", "dan")).list(String.class))
          .containsExactly("ann", "cid");
      assertThat(sql.bind("names", Set.of("bob")).list(String.class)).containsExactly("bob");
      assertThat(sql.bind("names", List.of()).list(String.class)).isEmpty();
    }

    @Test
    void thatAreUnknownUnboundOrPositionalAreRefused(Session db) {
      var sql = db.sql("select :a || :b");
      assertRefused("UnknownParameter", () -> sql.bind("c", 1))
          .hasMessageContaining("expected one of [a, b]");
      assertRefused("UnknownParameter", () -> db.sql("select 1").bind("c", 1))
          .hasMessageContaining("expected none: the text has no parameters");
      assertRefused("UnboundParameter", () -> sql.bind("a", 1).list(String.class))
          .hasMessageContaining("the parameter :b has no value");
      assertRefused("PositionalParameter", () -> db.sql("select ?"))
          .hasMessageContaining("got ? as a parameter");
      assertRefused("UnmappedValue", () -> sql.bind("a", new Object()).bind("b", 1).execute());
      assertThat(db.sql("select 1").list(Integer.class)).containsExactly(1);
    }

    @Test
    void areNeverShown(Session db) {
      assertFails(
              QueryFailed.class,
              () ->
                  db.sql("select nothing from nowhere where a = :a")
                      .bind("a", "s3cret")
                      .list(String.class))
          .hasMessageContaining("select nothing from nowhere")
          .hasMessageNotContaining("s3cret");
    }
  }

  @Nested
  class Results {
    @Test
    void areEntitiesOfTheSession(Session db) {
      var ann = Shop.customers(db, "ann").getFirst();
      ann.nickname("annie");

      assertThat(db.sql("select * from customers where nickname = 'annie'").list(Customer.class))
          .singleElement()
          .isSameAs(ann);
    }

    @Test
    void areEntitiesWhateverTheOrderOfTheirColumns(Session db) {
      db.add(new Stock("a", 1, 5));
      db.flush();
      db.commit();
      var place =
          db.sql("select 9 as other, pieces, shelf, warehouse from stock")
              .optional(Stock.class)
              .orElseThrow();

      assertThat(place.warehouse()).isEqualTo("a");
      assertThat(place.shelf()).isEqualTo(1);
      assertThat(place.pieces()).isEqualTo(5);
    }

    @Test
    void areProjections(Session db) {
      var ann = Shop.customers(db, "ann").getFirst();
      db.add(Shop.purchase(ann, "1"));
      db.add(Shop.purchase(ann, "2"));

      assertThat(
              db.sql(
                      """
                      select count(*) as purchases, c.name as customer_name
                      from purchases p join customers c on c.id = p.customer_id
                      group by c.name\
                      """)
                  .list(Spending.class))
          .containsExactly(new Spending("ann", 2));
      assertThat(db.sql("select name, id from customers").list(CustomerCard.class))
          .containsExactly(new CustomerCard(ann.id(), "ann"));
    }

    @Test
    void areSingleValues(Session db) {
      var ann = Shop.customers(db, "ann").getFirst();
      db.add(Shop.purchase(ann, "1.25"));

      assertThat(db.sql("select name from customers").list(String.class)).containsExactly("ann");
      assertThat(db.sql("select id from customers").list(Long.class)).containsExactly(ann.id());
      assertThat(db.sql("select created_at from customers").list(Instant.class))
          .containsExactly(ann.createdAt());
      assertThat(db.sql("select day from purchases").list(LocalDate.class))
          .containsExactly(Shop.DAY);
      assertThat(db.sql("select total from purchases").optional(BigDecimal.class).orElseThrow())
          .isEqualByComparingTo("1.25");
      assertThat(db.sql("select 1 = 1").list(Boolean.class)).containsExactly(true);
    }

    @Test
    void mayBeNoneOrOne(Session db) {
      Shop.customers(db, "ann", "bob");

      assertThat(db.sql("select name from customers where 1 = 0").optional(String.class)).isEmpty();
      assertRefused("NotSingle", () -> db.sql("select name from customers").optional(String.class))
          .hasMessageContaining("got 2 rows");
    }

    @Test
    void missingAColumnAreRefused(Session db) {
      Shop.customers(db, "ann");

      assertRefused(
              "ColumnMissing", () -> db.sql("select name from customers").list(Customer.class))
          .hasMessageContaining("the rows have no column id for Customer; got [name]");
    }

    @Test
    void ofNullAreRefused(Session db) {
      assertRefused("NullValue", () -> db.sql("select null").list(String.class));
    }

    @Test
    void ofAnotherClassAreRefused(Session db) {
      assertRefused("NotMapped", () -> db.sql("select 1").list(Object.class));
    }
  }

  @Nested
  class Executing {
    @Test
    void countsTheRows(Session db) {
      Shop.customers(db, "ann", "bob", "cid");

      assertThat(
              db.sql("update customers set nickname = :name where name <> :not")
                  .bind("name", "n")
                  .bind("not", "cid")
                  .execute())
          .isEqualTo(2);
      assertThat(db.sql("delete from customers").execute()).isEqualTo(3);
    }

    @Test
    void givesWhatItReturns(Session db) {
      Shop.customers(db, "ann", "bob");

      assertThat(
              db.sql("delete from customers where name = 'ann' returning name").list(String.class))
          .containsExactly("ann");
    }

    @Test
    void isRefusedByTheEngineWhenItIsWrong(Session db) {
      assertFails(QueryFailed.class, () -> db.sql("selec 1").execute())
          .hasMessageContaining("in: selec 1")
          .satisfies(error -> assertThat(error.sql()).isEqualTo("selec 1"));
    }
  }

  @Nested
  class Connections {
    @Test
    void areLentInTheTransaction(Session db) {
      Shop.customers(db, "ann");
      int updated =
          db.jdbc(connection -> {
            try (var statement = connection.createStatement()) {
              return statement.executeUpdate("update customers set nickname = 'annie'");
            }
          });

      assertThat(updated).isEqualTo(1);
      assertThat(db.sql("select nickname from customers").list(String.class))
          .containsExactly("annie");
    }

    @Test
    void turnTheirErrorsIntoOurs(Session db) {
      assertFails(
          QueryFailed.class,
          () ->
              db.jdbc(connection -> {
                try (var statement = connection.createStatement()) {
                  return statement.executeUpdate("selec");
                }
              }));
    }
  }
}
