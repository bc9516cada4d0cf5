package dev.ambix.conformance.identity;

import static dev.ambix.conformance.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.conformance.EveryEngine;
import dev.ambix.conformance.shop.Customer;
import dev.ambix.conformance.shop.Customer_;
import dev.ambix.conformance.shop.Purchase;
import dev.ambix.conformance.shop.Remark;
import dev.ambix.conformance.shop.Shop;
import dev.ambix.conformance.shop.Stock;
import dev.ambix.error.EntityNotFound;
import dev.ambix.session.Database;
import dev.ambix.session.Session;
import dev.ambix.testing.Committed;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The objects of a session follow what happens to their rows.
@EveryEngine
class FollowTest {
  private record Family(Customer ann, Purchase purchase, Remark remark) {
    static Family of(Session db) {
      var ann = Shop.customers(db, "ann").getFirst();
      var family =
          new Family(ann, db.add(Shop.purchase(ann, "1")), db.add(new Remark(ann, "hello")));
      db.flush();
      return family;
    }

    void assertFollowed(Session db) {
      assertThat(db.contains(purchase)).isFalse();
      assertThat(db.find(Purchase.class, purchase.id())).isEmpty();
      assertThat(db.contains(remark)).isTrue();
      assertThat(remark.customerId()).isNull();
      remark.text("still here");
      db.flush();
      assertThat(db.select(Remark.class).single().text()).isEqualTo("still here");
    }
  }

  @Test
  void goWithARemovedRow(Session db) {
    var family = Family.of(db);
    db.remove(family.ann());
    db.flush();

    family.assertFollowed(db);
  }

  @Test
  void goWithARowDeletedByCondition(Session db) {
    var family = Family.of(db);
    db.detach(family.ann());
    db.delete(Customer.class).where(Customer_.name.eq("ann")).execute();

    family.assertFollowed(db);
  }

  @Test
  void comeBackWithASavepoint(Session db) {
    var family = Family.of(db);
    try {
      db.savepoint(() -> {
        db.remove(family.ann());
        db.flush();
        throw new IllegalStateException("undo");
      });
    } catch (IllegalStateException _) {
      assertThat(db.contains(family.purchase())).isTrue();
      assertThat(family.remark().customerId()).isEqualTo(family.ann().id());
    }
  }

  @Test
  void areForgottenWhenARefreshFindsNoRow(Session db) {
    db.insert(List.of(new Stock("A", 1, 5)));
    var stock = db.get(Stock.class, List.of("A", 1));
    db.sql("delete from stock").execute();

    assertFails(EntityNotFound.class, () -> db.refresh(stock));
    assertThat(db.contains(stock)).isFalse();
  }

  @Test
  @Committed
  void areReadAgainAfterACommit(Database database) {
    Shop.stock(database, "A", 1, 5);
    Shop.stock(database, "A", 2, 5);
    try (var db = database.open()) {
      var first = db.get(Stock.class, List.of("A", 1));
      var second = db.get(Stock.class, List.of("A", 2));
      db.commit();
      database.write(other -> {
        other.get(Stock.class, List.of("A", 1)).pieces(9);
        other.remove(other.get(Stock.class, List.of("A", 2)));
      });

      assertThat(db.get(Stock.class, List.of("A", 1))).isSameAs(first);
      assertThat(first.pieces()).isEqualTo(9);
      assertThat(db.find(Stock.class, List.of("A", 2))).isEmpty();
      assertThat(db.contains(second)).isFalse();
    }
  }
}
