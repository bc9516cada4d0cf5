package dev.ambix.conformance.flush;

import static dev.ambix.conformance.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.conformance.EveryEngine;
import dev.ambix.conformance.shop.Category;
import dev.ambix.conformance.shop.Customer;
import dev.ambix.conformance.shop.Customer.Address;
import dev.ambix.conformance.shop.Customer.Tier;
import dev.ambix.conformance.shop.Customer_;
import dev.ambix.conformance.shop.Purchase;
import dev.ambix.conformance.shop.Purchase_;
import dev.ambix.conformance.shop.Shop;
import dev.ambix.conformance.shop.Stock;
import dev.ambix.error.CheckViolation;
import dev.ambix.error.NotNullViolation;
import dev.ambix.error.ValueRejected;
import dev.ambix.session.Database;
import dev.ambix.session.Session;
import dev.ambix.testing.Statements;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What a flush writes of an object, and what the object holds afterwards.
@EveryEngine
class ColumnUpdateTest {
  @Nested
  class Updating {
    @Test
    void namesOnlyTheColumnsThatChanged(Session db, Statements statements) {
      var ann = Shop.customers(db, "ann").getFirst();
      var place = db.add(new Stock("a", 1, 5));
      db.flush();
      statements.clear();

      ann.nickname("annie");
      place.pieces(6);
      db.flush();

      statements.expectTexts(
          "update customers set nickname = ?, updated_at = ?, version = ? where customers.id = ?"
              + " and customers.version = ?",
          "update stock set pieces = ? where stock.warehouse = ? and stock.shelf = ?");
    }

    @Test
    void sendsNothingForObjectsThatDidNotChange(Session db, Statements statements) {
      Shop.customers(db, "ann", "bob", "cid");
      db.select(Customer.class).list();
      statements.clear();
      db.flush();
      db.commit();

      assertThat(statements.all()).isEmpty();
    }

    @Test
    void sendsNothingForAValueThatWasPutBack(Session db, Statements statements) {
      var ann = Shop.customers(db, "ann").getFirst();
      statements.clear();
      ann.name("bob").name("ann");
      db.flush();

      assertThat(statements.all()).isEmpty();
    }

    @Test
    void sendsOneStatementForObjectsThatChangedInTheSameColumns(Session db, Statements statements) {
      var customers = Shop.customers(db, "ann", "bob", "cid");
      statements.clear();
      customers.forEach(each -> each.tier(Tier.GOLD));
      db.flush();

      statements.expectTexts("update customers set tier = ?");
      assertThat(statements.all().getFirst().executions()).isEqualTo(3);
    }

    @Test
    void nullsAValue(Session db) {
      var ann = Shop.customers(db, "ann").getFirst().nickname("annie").credit(3);
      db.flush();
      ann.nickname(null).credit(null);
      db.flush();

      assertThat(db.select(Customer.class).where(Customer_.nickname.isNull()).count()).isOne();
      assertThat(db.select(Customer.class).where(Customer_.credit.isNull()).count()).isOne();
    }

    @Test
    void hasABoundedNumberOfTexts(Session db, Statements statements) {
      var customers = Shop.customers(db, names(64));
      statements.clear();
      IntStream.range(0, 64).forEach(i -> change(customers.get(i), i));
      db.flush();

      assertThat(new HashSet<>(statements.texts())).hasSizeBetween(16, 34);
      db.flush();
      var again = db.select(Customer.class).orderBy(Customer_.id.asc()).list();
      assertThat(again.get(63).nickname()).isEqualTo("n63");
    }

    private static void change(Customer customer, int which) {
      customer.nickname((which & 1) == 0 ? null : "n" + which);
      customer.credit((which & 2) == 0 ? 5 : which);
      customer.tier((which & 4) == 0 ? Tier.BRONZE : Tier.SILVER);
      customer.address((which & 8) == 0 ? null : new Address("s", null));
      customer.secret((which & 16) == 0 ? "" : "s" + which);
      customer.name((which & 32) == 0 ? customer.name() : "m" + which);
    }

    private static String[] names(int count) {
      return IntStream.range(0, count).mapToObj(i -> "c" + i).toArray(String[]::new);
    }
  }

  @Nested
  class Times {
    @Test
    void areThoseOfTheInsertionAndTheLastChange(Session db) {
      var ann = Shop.customers(db, "ann").getFirst();
      var created = ann.createdAt();
      assertThat(ann.updatedAt()).isEqualTo(created);

      ann.nickname("annie");
      db.flush();

      assertThat(ann.createdAt()).isEqualTo(created);
      assertThat(ann.updatedAt()).isAfterOrEqualTo(created);
    }

    @Test
    void comeBackEqual(Database database) {
      var ann = new Customer("ann");
      database.write(db -> {
        db.add(ann);
      });
      Customer read = database.read(db -> db.select(Customer.class).single());

      assertThat(read.createdAt()).isEqualTo(ann.createdAt());
      assertThat(read.updatedAt()).isEqualTo(ann.updatedAt());
    }
  }

  @Nested
  class Defaults {
    @Test
    void areReadBackWhereTheProgramSetNothing(Session db, Statements statements) {
      var ann = Shop.customers(db, "ann").getFirst();

      assertThat(ann.credit()).isEqualTo(5);
      statements.expectTexts("returning customers.id, customers.credit");
    }

    @Test
    void giveWayToTheProgramsValue(Session db) {
      var ann = db.add(new Customer("ann").credit(7));
      db.flush();

      assertThat(ann.credit()).isEqualTo(7);
      assertThat(db.select(Customer.class).where(Customer_.credit.eq(7)).exists()).isTrue();
    }
  }

  @Nested
  class Embedded {
    @Test
    void comesBackAsItWasWritten(Database database) {
      assertThat(writtenAndRead(database, new Address("Elm 1", "Ghent")))
          .isEqualTo(new Address("Elm 1", "Ghent"));
      assertThat(writtenAndRead(database, new Address("Elm 1", null)))
          .isEqualTo(new Address("Elm 1", null));
      assertThat(writtenAndRead(database, null)).isNull();
    }

    private static Address writtenAndRead(Database database, Address address) {
      return database.writeReturning(db -> {
        var ann = Shop.customers(db, "ann").getFirst().address(address);
        db.flush();
        db.detach(ann);
        var read = db.get(Customer.class, ann.id());
        db.remove(read);
        return read.address();
      });
    }

    @Test
    void isUpdatedByItsParts(Session db, Statements statements) {
      var ann = db.add(new Customer("ann").address(new Address("Elm 1", "Ghent")));
      db.flush();
      statements.clear();
      ann.address(new Address("Elm 2", "Ghent"));
      db.flush();

      statements.expectTexts("set address_street = ?, updated_at = ?, version = ?");
    }

    @Test
    void isAskedForByItsParts(Session db) {
      db.add(new Customer("ann").address(new Address("Elm 1", "Ghent")));
      db.add(new Customer("bob"));

      var query = db.select(Customer.class).where(Customer_.address.city.eq("Ghent"));
      assertThat(query.list()).extracting(Customer::name).containsExactly("ann");
    }
  }

  @Nested
  class Limits {
    @Test
    void ofATextAreCheckedAndTheColumnIsNamed(Session db) {
      db.add(new Customer("x".repeat(21)));

      assertFails(ValueRejected.class, db::flush)
          .hasMessageContaining("customers.name: got more than the 20 characters that it holds")
          .satisfies(error -> assertThat(error.column()).isEqualTo("name"));
    }

    @Test
    void ofATextCountCharactersNotUnits(Session db) {
      var name = "\uD83D\uDE00".repeat(20);
      db.add(new Customer(name));
      db.flush();

      assertThat(db.select(Customer.class).where(Customer_.name.eq(name)).exists()).isTrue();
    }

    @Test
    void ofADecimalAreCheckedAndTheColumnIsNamed(Session db) {
      var ann = Shop.customers(db, "ann").getFirst();
      db.add(Shop.purchase(ann, "100000000"));

      assertFails(ValueRejected.class, db::flush)
          .hasMessageContaining("purchases.total: got more than the 8 digits before the point");
    }

    @Test
    void areFoundBeforeAnythingIsSent(Session db, Statements statements) {
      db.add(new Customer("bob"));
      var ann = db.add(new Customer("x".repeat(21)));
      assertFails(ValueRejected.class, db::flush);
      assertThat(statements.all()).isEmpty();

      ann.name("ann");
      db.flush();
      assertThat(db.select(Customer.class).count()).isEqualTo(2);
    }

    @Test
    void holdForUpdatesAsWell(Session db) {
      var ann = Shop.customers(db, "ann").getFirst().name("x".repeat(21));

      assertFails(ValueRejected.class, db::flush).hasMessageContaining("customers.name");
      ann.name("ann");
    }

    @Test
    void roundDecimalsToTheirScaleOnTheWay(Database database) {
      database.write(db -> {
        var ann = Shop.customers(db, "ann").getFirst();
        db.add(Shop.purchase(ann, "1.005"));
        db.add(Shop.purchase(ann, "99999999.99"));
      });
      List<BigDecimal> totals =
          database.read(db ->
              db.select(Purchase.class).orderBy(Purchase_.total.asc()).list().stream()
                  .map(Purchase::total)
                  .toList());

      assertThat(totals).containsExactly(new BigDecimal("1.01"), new BigDecimal("99999999.99"));
    }

    @Test
    void ofNullAreNamedByTheColumn(Session db) {
      db.add(new Category(null));

      assertFails(NotNullViolation.class, db::flush)
          .satisfies(error -> {
            assertThat(error.table()).isEqualTo("categories");
            assertThat(error.column()).isEqualTo("name");
          });
    }

    @Test
    void ofAnEnumHoldForSqlToo(Session db) {
      Shop.customers(db, "ann");

      assertFails(CheckViolation.class, () -> db.sql("update customers set tier = 'TIN'").execute())
          .satisfies(error -> assertThat(error.table()).isEqualTo("customers"));
    }
  }
}
