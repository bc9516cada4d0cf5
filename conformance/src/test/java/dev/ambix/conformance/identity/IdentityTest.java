package dev.ambix.conformance.identity;

import static dev.ambix.conformance.Failures.assertFails;
import static dev.ambix.conformance.Failures.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.conformance.EveryEngine;
import dev.ambix.conformance.shop.Category;
import dev.ambix.conformance.shop.Category_;
import dev.ambix.conformance.shop.Customer;
import dev.ambix.conformance.shop.Shop;
import dev.ambix.conformance.shop.Stock;
import dev.ambix.conformance.shop.Stock_;
import dev.ambix.error.EntityNotFound;
import dev.ambix.session.Database;
import dev.ambix.session.Session;
import dev.ambix.testing.Statements;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// One object for a row and session.
@EveryEngine
class IdentityTest {
  @Nested
  class Reading {
    @Test
    void givesTheSameObjectHoweverItIsRead(Session db) {
      var ann = Shop.customers(db, "ann").getFirst();

      assertThat(db.find(Customer.class, ann.id()).orElseThrow()).isSameAs(ann);
      assertThat(db.get(Customer.class, ann.id())).isSameAs(ann);
      assertThat(db.select(Customer.class).single()).isSameAs(ann);
      assertThat(db.select(Customer.class).page(5, null).items().getFirst()).isSameAs(ann);
      assertThat(db.sql("select * from customers").list(Customer.class).getFirst()).isSameAs(ann);
    }

    @Test
    void keepsTheSessionsValuesOfAnObjectThatIsReadAgain(Session db) {
      var place = db.add(new Stock("a", 1, 5));
      db.flush();
      db.sql("update stock set pieces = 7").execute();

      assertThat(db.select(Stock.class).single()).isSameAs(place);
      assertThat(place.pieces()).isEqualTo(5);
    }

    @Test
    void asksTheDatabaseForARowOnce(Database database, Statements statements) {
      long id = Shop.customer(database, "ann");
      statements.clear();

      database.write(db -> {
        assertThat(db.get(Customer.class, id)).isSameAs(db.get(Customer.class, id));
        assertThat(db.find(Customer.class, id)).isPresent();
      });

      statements.expectTexts("from customers where customers.id = ?");
    }

    @Test
    void givesEachSessionItsOwnObject(Database database) {
      long id = Shop.customer(database, "ann");

      Customer first = database.read(db -> db.get(Customer.class, id));
      Customer second = database.read(db -> db.get(Customer.class, id));

      assertThat(first).isNotSameAs(second);
      assertThat(first.name()).isEqualTo(second.name());
    }

    @Test
    void findsNothingWhereThereIsNoRow(Session db) {
      assertThat(db.find(Customer.class, 1L)).isEmpty();
      assertThat(db.find(Stock.class, List.of("a", 1))).isEmpty();
    }

    @Test
    void getNamesTheRowThatIsMissing(Session db) {
      assertFails(EntityNotFound.class, () -> db.get(Customer.class, 42L))
          .hasMessageStartingWith("[EntityNotFound] Customer 42: ")
          .extracting(EntityNotFound::entity)
          .isEqualTo("Customer");
    }

    @Test
    void getKeepsKeysThatMayBePersonalOutOfItsMessage(Session db) {
      assertFails(EntityNotFound.class, () -> db.get(Stock.class, List.of("ann@example.org", 1)))
          .hasMessageNotContaining("ann@example.org");
    }

    @Test
    void findsByACompositeKeyInOrder(Session db) {
      var place = db.add(new Stock("a", 1, 5));
      db.flush();

      assertThat(db.find(Stock.class, List.of("a", 1)).orElseThrow()).isSameAs(place);
    }

    @Test
    void takesAnIntForALongKey(Session db) {
      var ann = Shop.customers(db, "ann").getFirst();

      assertThat(db.get(Customer.class, Math.toIntExact(ann.id()))).isSameAs(ann);
    }

    @Test
    void refusesAKeyOfAnotherType(Session db) {
      assertRefused("KeyType", () -> db.find(Customer.class, "1"))
          .hasMessageContaining("Customer.id: got a key of type String, expected Long");
      assertRefused("KeyType", () -> db.find(Stock.class, "a")).hasMessageContaining("2 columns");
      assertRefused("KeyType", () -> db.find(Stock.class, List.of("a")));
      assertRefused("KeyType", () -> db.find(Stock.class, List.of(1, "a")));
    }

    @Test
    void refusesAClassThatIsNotMapped(Session db) {
      assertRefused("NotMapped", () -> db.find(String.class, 1))
          .hasMessageContaining("java.lang.String");
      assertRefused("NotMapped", () -> db.select(String.class));
      assertRefused("NotMapped", () -> db.add(new Object()));
    }
  }

  @Nested
  class Adding {
    @Test
    void isFoundByItsKeyBeforeTheFlush(Session db, Statements statements) {
      var root = db.add(new Category("root"));
      var place = db.add(new Stock("a", 1, 5));

      assertThat(db.find(Category.class, root.id()).orElseThrow()).isSameAs(root);
      assertThat(db.get(Stock.class, List.of("a", 1))).isSameAs(place);
      assertThat(statements.all()).isEmpty();
    }

    @Test
    void setsAUuidAtOnce(Session db) {
      assertThat(db.add(new Category("root")).id().version()).isEqualTo(7);
    }

    @Test
    void twiceIsOnce(Session db, Statements statements) {
      var ann = new Customer("ann");
      assertThat(db.add(ann)).isSameAs(ann);
      assertThat(db.add(ann)).isSameAs(ann);
      db.flush();
      db.add(ann);
      db.flush();

      statements.expectTexts("insert into customers");
    }

    @Test
    void refusesASecondObjectOfARow(Session db) {
      db.add(new Stock("a", 1, 5));
      assertRefused("AlreadyInSession", () -> db.add(new Stock("a", 1, 6)));
      db.flush();

      assertRefused("AlreadyInSession", () -> db.add(new Stock("a", 1, 6)))
          .hasMessageContaining("Stock: the session has another object of this row");
    }

    @Test
    void replacesARemovedRowOfTheSameKey(Session db, Statements statements) {
      var old = db.add(new Stock("a", 1, 5));
      db.flush();
      statements.clear();

      db.remove(old);
      var fresh = db.add(new Stock("a", 1, 6));
      assertThat(db.get(Stock.class, List.of("a", 1))).isSameAs(fresh);
      db.flush();

      statements.expectTexts("delete from stock", "insert into stock");
      assertThat(db.get(Stock.class, List.of("a", 1))).isSameAs(fresh);
      assertThat(db.select(Stock.class).single()).isSameAs(fresh);
    }
  }

  @Nested
  class Removing {
    @Test
    void hidesTheObjectAtOnce(Session db) {
      var ann = Shop.customers(db, "ann").getFirst();
      db.remove(ann);

      assertThat(db.contains(ann)).isFalse();
      assertThat(db.find(Customer.class, ann.id())).isEmpty();
      assertThat(db.select(Customer.class).list()).isEmpty();
      assertThat(db.find(Customer.class, ann.id())).isEmpty();
    }

    @Test
    void forgetsAnObjectThatWasOnlyAdded(Session db, Statements statements) {
      var ann = db.add(new Customer("ann"));
      db.remove(ann);
      db.flush();

      assertThat(db.contains(ann)).isFalse();
      assertThat(statements.all()).isEmpty();
    }

    @Test
    void isTakenBackByAddingAgain(Session db, Statements statements) {
      var ann = Shop.customers(db, "ann").getFirst();
      statements.clear();
      db.remove(ann);
      db.add(ann);
      db.flush();

      assertThat(db.contains(ann)).isTrue();
      assertThat(statements.all()).isEmpty();
    }

    @Test
    void cannotBeTakenBackWhenAnotherTookThePlace(Session db) {
      var old = db.add(new Stock("a", 1, 5));
      db.flush();
      db.remove(old);
      db.add(new Stock("a", 1, 6));

      assertRefused("AlreadyInSession", () -> db.add(old));
    }

    @Test
    void refusesAnObjectThatIsNotInTheSession(Session db) {
      assertRefused("NotInSession", () -> db.remove(new Customer("ann")))
          .hasMessageContaining("Customer: got an object that has no row in this session");
    }
  }

  @Nested
  class Changing {
    @Test
    void refusesAChangedKeyAndNamesTheEntity(Session db) {
      var root = db.add(new Category("root"));
      db.flush();
      new Category_().set(root, 0, UUID.randomUUID());

      assertRefused("KeyChanged", db::flush)
          .hasMessageContaining("Category: its primary key was changed");
    }

    @Test
    void followsAStatementThatTouchesItsRow(Session db) {
      var place = db.add(new Stock("a", 1, 5));
      db.update(Stock.class).set(Stock_.pieces, 9).where(Stock_.warehouse.eq("a")).execute();

      assertThat(place.pieces()).isEqualTo(9);
    }
  }

  @Nested
  class Detaching {
    @Test
    void writesNoMoreChanges(Session db, Statements statements) {
      var ann = Shop.customers(db, "ann").getFirst();
      statements.clear();
      db.detach(ann);
      ann.nickname("annie");
      db.flush();

      assertThat(db.contains(ann)).isFalse();
      assertThat(statements.all()).isEmpty();
      assertThat(db.get(Customer.class, ann.id())).isNotSameAs(ann);
    }

    @Test
    void refusesAnObjectThatIsNotInTheSession(Session db) {
      assertRefused("NotInSession", () -> db.detach(new Customer("ann")));
    }
  }

  @Nested
  class Refreshing {
    @Test
    void readsTheRowAgain(Session db) {
      var ann = Shop.customers(db, "ann").getFirst();
      db.sql("update customers set nickname = 'annie'").execute();
      ann.name("lost");

      db.refresh(ann);

      assertThat(ann.nickname()).isEqualTo("annie");
      assertThat(ann.name()).isEqualTo("ann");
    }

    @Test
    void leavesNothingToWrite(Session db, Statements statements) {
      var ann = Shop.customers(db, "ann").getFirst();
      ann.name("lost");
      db.refresh(ann);
      statements.clear();
      db.flush();

      assertThat(statements.all()).isEmpty();
    }

    @Test
    void saysThatTheRowIsGone(Session db) {
      var ann = Shop.customers(db, "ann").getFirst();
      db.sql("delete from customers").execute();

      assertFails(EntityNotFound.class, () -> db.refresh(ann));
    }

    @Test
    void refusesAnObjectWithoutARow(Session db) {
      var ann = db.add(new Customer("ann"));

      assertRefused("NotInSession", () -> db.refresh(ann));
      assertRefused("NotInSession", () -> db.refresh(new Customer("bob")));
    }
  }
}
