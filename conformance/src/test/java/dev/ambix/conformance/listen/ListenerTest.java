package dev.ambix.conformance.listen;

import static dev.ambix.conformance.Failures.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ambix.conformance.EveryEngine;
import dev.ambix.conformance.shop.Category;
import dev.ambix.conformance.shop.Customer;
import dev.ambix.conformance.shop.Customer_;
import dev.ambix.conformance.shop.Shop;
import dev.ambix.conformance.shop.Stock;
import dev.ambix.session.Database;
import dev.ambix.session.Listener;
import dev.ambix.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What listeners hear, and what they may do about it.
@EveryEngine
class ListenerTest {
  @Nested
  class BeforeFlush {
    @Test
    void changesWhatIsWritten(Database plain) {
      var database =
          plain.listening(
              before(event ->
                  event.changes().stream()
                      .map(Listener.Change::entity)
                      .filter(Customer.class::isInstance)
                      .map(Customer.class::cast)
                      .forEach(each -> each.name(each.name().strip()))));
      Shop.customer(database, "  ann ");
      database.write(db -> db.select(Customer.class).single().name(" anna "));

      assertThat(names(plain)).containsExactly("anna");
    }

    @Test
    void undoesWhatWasToBeWritten(Database plain) {
      long id = Shop.customer(plain, "ann");
      var after = new ArrayList<Listener.FlushEvent>();
      var database =
          plain
              .listening(
                  before(event -> ((Customer) event.changes().getFirst().entity()).name("ann")))
              .listening(after(after::add));
      database.write(db -> db.get(Customer.class, id).name("anna"));

      assertThat(after).isEmpty();
      assertThat(names(plain)).containsExactly("ann");
    }

    @Test
    void addsAndRemovesWithTheSameFlush(Database plain) {
      long bob = Shop.customer(plain, "bob");
      var heard = new ArrayList<Listener.FlushEvent>();
      var database =
          plain.listening(
              before(event -> {
                heard.add(event);
                event.session().add(new Customer("carl"));
                event.session().remove(event.session().get(Customer.class, bob));
              }));
      Shop.customer(database, "ann");

      assertThat(heard).hasSize(1);
      assertThat(names(plain)).containsExactlyInAnyOrder("ann", "carl");
    }

    @Test
    void stopsTheFlushByThrowing(Database plain) {
      var database =
          plain.listening(
              before(_ -> {
                throw new IllegalStateException("not on sundays");
              }));
      try (var db = database.open()) {
        var ann = db.add(new Customer("ann"));
        assertThatThrownBy(db::flush).hasMessage("not on sundays");
        db.detach(ann);
        db.commit();
      }
      assertThat(names(plain)).isEmpty();
    }

    @Test
    void hearsAttributeValues(Database plain) {
      Shop.customer(plain, "ann");
      var heard = new ArrayList<Listener.FlushEvent>();
      var database = plain.listening(before(heard::add));
      database.write(db ->
          db.select(Customer.class)
              .single()
              .tier(Customer.Tier.GOLD)
              .secret("hash")
              .address(new Customer.Address("Main Street", null)));

      var change = heard.getFirst().changes().getFirst();
      assertThat(change.kind()).isEqualTo(Listener.Change.Kind.UPDATE);
      assertThat(change.type()).isEqualTo(Customer.class);
      assertThat(attribute(change, "tier").before()).isEqualTo(Customer.Tier.BRONZE);
      assertThat(attribute(change, "tier").after()).isEqualTo(Customer.Tier.GOLD);
      assertThat(attribute(change, "address.street").before()).isNull();
      assertThat(attribute(change, "address.street").after()).isEqualTo("Main Street");
      var secret = attribute(change, "secret");
      assertThat(secret.sensitive()).isTrue();
      assertThat(secret).hasToString("secret: (sensitive)");
      assertThat(change.toString()).doesNotContain("hash");
      assertThat(change.withoutSensitive().attributes()).doesNotContain(secret);
      assertThat(change.attributes())
          .noneMatch(each -> Objects.equals(each.before(), each.after()));
    }

    private static Listener.AttributeChange attribute(Listener.Change change, String name) {
      return change.attributes().stream()
          .filter(each -> each.name().equals(name))
          .findFirst()
          .orElseThrow();
    }

    @Test
    void hasNoKeyBeforeTheDatabaseNumbersARow(Database plain) {
      var heard = new ArrayList<Listener.FlushEvent>();
      var database = plain.listening(before(heard::add));
      database.write(db -> {
        db.add(new Customer("ann"));
        db.flush();
        db.add(new Stock("a", 1, 1));
        db.flush();
        db.add(new Category("books"));
      });

      assertThat(heard)
          .extracting(event -> event.changes().getFirst().key().isPresent())
          .containsExactly(false, true, true);
      assertThat(heard.get(1).changes().getFirst().key()).contains(List.of("a", 1));
    }
  }

  @Nested
  class AfterFlush {
    @Test
    void writesMoreWithoutBeingHeardAgain(Database plain) {
      var heard = new ArrayList<Listener.FlushEvent>();
      var database =
          plain.listening(
              after(event -> {
                heard.add(event);
                event.session().add(new Customer("shadow of ann"));
              }));
      Shop.customer(database, "ann");

      assertThat(heard).hasSize(1);
      assertThat(names(plain)).containsExactlyInAnyOrder("ann", "shadow of ann");
    }

    @Test
    void failsTheTransactionByThrowing(Database plain) {
      var database =
          plain.listening(
              after(_ -> {
                throw new IllegalStateException("out of ink");
              }));
      try (var db = database.open()) {
        db.add(new Customer("ann"));
        assertThatThrownBy(db::flush).hasMessage("out of ink");
        assertRefused("TransactionFailed", db::commit);
      }
      assertThat(names(plain)).isEmpty();
    }
  }

  @Test
  void hearsOfObjectsThatAreLoaded(Database plain) {
    Shop.customer(plain, "ann");
    var loaded = new ArrayList<Object>();
    var database =
        plain.listening(
            new Listener() {
              @Override
              public void onLoad(Object entity) {
                loaded.add(((Customer) entity).name());
              }
            });
    database.read(db -> {
      db.select(Customer.class).list();
      return db.select(Customer.class).list();
    });
    assertThat(loaded).containsExactly("ann");

    database.read(db -> {
      try (var customers = db.select(Customer.class).stream()) {
        return customers.count();
      }
    });
    assertThat(loaded).containsExactly("ann", "ann");
  }

  @Test
  void hearsOfTransactions(Database plain) {
    var heard = new ArrayList<String>();
    var database =
        plain.listening(
            new Listener() {
              @Override
              public void onTransactionBegin() {
                heard.add("begin");
              }

              @Override
              public void onTransactionEnd(boolean committed) {
                heard.add(committed ? "commit" : "rollback");
              }
            });
    assertThat(Shop.count(database, Customer.class)).isZero();
    assertThat(heard).isEmpty();

    try (var db = database.open()) {
      Shop.customers(db, "ann");
      db.commit();
      Shop.customers(db, "bob");
    }
    assertThat(heard).containsExactly("begin", "commit", "begin", "rollback");
  }

  @Test
  void tellsSessionsApart(Database plain) {
    var sessions = new ArrayList<Long>();
    var database =
        plain.listening(
            new Listener() {
              @Override
              public void onStatement(StatementEvent event) {
                sessions.add(event.session());
              }
            });
    for (int i = 0; i < 2; i++) {
      database.read(ListenerTest::twice);
    }
    assertThat(sessions).hasSize(4);
    assertThat(sessions.get(0)).isEqualTo(sessions.get(1)).isNotEqualTo(sessions.get(2));
    assertThat(sessions.get(2)).isEqualTo(sessions.get(3));
  }

  private static long twice(Session db) {
    return db.select(Customer.class).count() + db.select(Stock.class).count();
  }

  private static Listener before(Consumer<Listener.FlushEvent> action) {
    return new Listener() {
      @Override
      public void beforeFlush(FlushEvent event) {
        action.accept(event);
      }
    };
  }

  private static Listener after(Consumer<Listener.FlushEvent> action) {
    return new Listener() {
      @Override
      public void afterFlush(FlushEvent event) {
        action.accept(event);
      }
    };
  }

  private static List<String> names(Database database) {
    return database.read(db ->
        db.select(Customer.class).orderBy(Customer_.id.asc()).list().stream()
            .map(Customer::name)
            .toList());
  }
}
