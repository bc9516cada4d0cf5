package dev.ambix.conformance.query;

import static dev.ambix.conformance.Failures.assertRefused;
import static dev.ambix.query.Aggregates.count;
import static dev.ambix.query.Aggregates.max;
import static dev.ambix.query.Aggregates.sum;
import static dev.ambix.query.Functions.exists;
import static dev.ambix.query.Functions.number;
import static dev.ambix.query.Functions.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ambix.conformance.EveryEngine;
import dev.ambix.conformance.shop.Category;
import dev.ambix.conformance.shop.Category_;
import dev.ambix.conformance.shop.Customer;
import dev.ambix.conformance.shop.Customer_;
import dev.ambix.conformance.shop.Purchase;
import dev.ambix.conformance.shop.Purchase_;
import dev.ambix.conformance.shop.Shop;
import dev.ambix.conformance.shop.Stock;
import dev.ambix.conformance.shop.Stock_;
import dev.ambix.query.Condition;
import dev.ambix.query.Node;
import dev.ambix.query.Node.Origin;
import dev.ambix.query.NumberExpression;
import dev.ambix.query.Query;
import dev.ambix.query.Rows;
import dev.ambix.query.Selection;
import dev.ambix.query.TextExpression;
import dev.ambix.query.Tuple;
import dev.ambix.session.Select;
import dev.ambix.session.Session;
import dev.ambix.testing.Engine;
import dev.ambix.type.Type;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Queries as parts of queries.
@EveryEngine
class SubqueryTest {
  private Customer ann;
  private Customer bob;

  @BeforeEach
  void purchases(Session db) {
    var customers = Shop.customers(db, "ann", "bob", "cid");
    ann = customers.get(0);
    bob = customers.get(1);
    bob.credit(1);
    db.add(Shop.purchase(ann, "1.00"));
    db.add(Shop.purchase(ann, "3.00"));
    db.add(Shop.purchase(bob, "2.00"));
  }

  private static BigDecimal money(String number) {
    return new BigDecimal(number);
  }

  private static List<String> names(Select<Customer> query) {
    return query.orderBy(Customer_.name.asc()).list().stream().map(Customer::name).toList();
  }

  @Nested
  class InConditions {
    @Test
    void valuesAreAmongThoseOfAnother(Session db) {
      var buyers = db.select(Purchase.class).value(Purchase_.customerId);
      var query = db.select(Customer.class);
      assertThat(names(query.where(Customer_.id.in(buyers)))).containsExactly("ann", "bob");
      assertThat(names(query.where(Customer_.id.notIn(buyers)))).containsExactly("cid");
      var big = buyers.where(Purchase_.total.gt(money("2.00")));
      assertThat(names(query.where(Customer_.id.in(big)))).containsExactly("ann");
    }

    @Test
    void rowsExistThatReferToOnesOfTheQuery(Session db) {
      var own = db.select(Purchase.class).where(Purchase_.customerId.eq(Customer_.id));
      var query = db.select(Customer.class);
      assertThat(names(query.where(exists(own)))).containsExactly("ann", "bob");
      assertThat(names(query.where(exists(own).not()))).containsExactly("cid");
      assertThat(query.where(exists(own).not()).count()).isEqualTo(1);
    }

    @Test
    void valuesAreComparedWithTheOnlyOne(Session db) {
      var most = db.select(Purchase.class).value(max(Purchase_.total));
      var query = db.select(Purchase.class);
      assertThat(query.where(Purchase_.total.eq(most)).list()).hasSize(1);
      assertThat(query.where(Purchase_.total.lt(most)).list()).hasSize(2);
      assertThat(query.where(Purchase_.total.le(most)).list()).hasSize(3);
      assertThat(query.where(Purchase_.total.gt(most)).list()).isEmpty();
      assertThat(query.where(Purchase_.total.ge(most)).list()).hasSize(1);
    }

    @Test
    void rowsAreChangedByWhatOthersAre(Session db) {
      var poor = db.select(Customer.class).value(Customer_.id).where(Customer_.credit.lt(5));
      assertThat(db.delete(Purchase.class).where(Purchase_.customerId.in(poor)).execute())
          .isEqualTo(1);
      var spent =
          db.select(Purchase.class)
              .value(count(Purchase_.id))
              .where(Purchase_.customerId.eq(Customer_.id));
      db.update(Customer.class)
          .set(Customer_.nickname, "buyer")
          .where(value(spent).gt(0L))
          .execute();
      assertThat(ann.nickname()).isEqualTo("buyer");
      assertThat(bob.nickname()).isNull();
    }

    @Test
    void tuplesAreComparedAndFound(Session db) {
      var place = Tuple.of(Purchase_.customerId, Purchase_.total);
      var query = db.select(Purchase.class);
      assertThat(
              query
                  .where(
                      place.in(
                          List.of(
                              Tuple.values(ann.id(), money("1.00")),
                              Tuple.values(bob.id(), money("1.00")))))
                  .list())
          .extracting(Purchase::total)
          .containsExactly(money("1.00"));
      assertThat(query.where(place.in(List.of())).list()).isEmpty();
      assertThat(query.where(place.gt(Tuple.values(ann.id(), money("1.00")))).count()).isEqualTo(2);
      assertThat(query.where(place.le(Tuple.values(ann.id(), money("1.00")))).count()).isEqualTo(1);
      assertThat(query.where(place.eq(Tuple.values(bob.id(), money("2.00")))).count()).isEqualTo(1);
    }

    @Test
    void changesOfWhatItReadsAreFlushed(Session db) {
      db.flush();
      db.add(
          Shop.purchase(db.select(Customer.class).where(Customer_.name.eq("cid")).single(), "9"));
      var buyers = db.select(Purchase.class).value(Purchase_.customerId);
      assertThat(db.select(Customer.class).where(Customer_.id.in(buyers)).count()).isEqualTo(3);
    }
  }

  @Nested
  class AsValues {
    @Test
    void theyAreReadForEachRow(Session db) {
      var spent =
          number(
              value(
                  db.select(Purchase.class)
                      .value(sum(Purchase_.total))
                      .where(Purchase_.customerId.eq(Customer_.id))));
      assertThat(
              db.select(Customer.class)
                  .into(Selection.of((a, b) -> tuple(a, b), Customer_.name, spent))
                  .orderBy(spent.desc(), Customer_.name.asc())
                  .list())
          .containsExactly(
              tuple("cid", null), tuple("ann", money("4.00")), tuple("bob", money("2.00")));
    }

    @Test
    void onlySingleValuesAre(Session db) {
      assertRefused("NotAValue", () -> value(db.select(Purchase.class)));
    }
  }

  @Nested
  class Joined {
    private final NumberExpression<BigDecimal> total = sum(Purchase_.total);

    private Select<Object> spending(Session db) {
      return db.select(Purchase.class)
          .into(Selection.<Long, BigDecimal, Object>of(List::of, Purchase_.customerId, total))
          .groupBy(Purchase_.customerId);
    }

    @Test
    void queriesAreRowsOfOthers(Session db) {
      for (var spending : List.of(spending(db).as("spending"), spending(db).common("spending"))) {
        var on = spending.get(Purchase_.customerId).eq(Customer_.id);
        var line = Selection.of((a, b) -> tuple(a, b), Customer_.name, spending.get(total));
        var query = db.select(Customer.class).orderBy(Customer_.name.asc());
        assertThat(query.join(spending, on).into(line).list())
            .containsExactly(tuple("ann", money("4.00")), tuple("bob", money("2.00")));
        assertThat(query.leftJoin(spending, on).into(line).list())
            .hasSize(3)
            .endsWith(tuple("cid", null));
        assertThat(query.leftJoin(spending, on).where(spending.get(total).gt(money("3"))).list())
            .containsExactly(ann);
      }
    }

    @Test
    void queriesAreReadAgain(Session db) {
      var spending = spending(db).as("spending");
      assertThat(spending.select().where(spending.get(total).gt(money("3"))).list())
          .containsExactly(List.of(ann.id(), money("4.00")));
      var top = db.select(Customer.class).orderBy(Customer_.name.desc()).limit(2).as("top");
      assertThat(top.select().orderBy(top.get(Customer_.name).asc()).list())
          .extracting(Customer::name)
          .containsExactly("bob", "cid");
      assertThat(top.select().list()).contains(bob);
      assertThat(top.select().count()).isEqualTo(2);
      assertRefused("NotRead", () -> top.get(Purchase_.total));
    }

    @Test
    void entitiesAreRowsUnderAnotherName(Session db) {
      var other = new Origin.Named("customers", "other");
      Rows rows = () -> Query.From.table(other);
      var name = new TextExpression.Computed(new Node.ColumnRef(other, "name"), Type.TEXT);
      var pairs =
          db.select(Customer.class)
              .join(rows, name.gt(Customer_.name))
              .into(Selection.of((a, b) -> a + b, Customer_.name, name));
      assertThat(pairs.orderBy(Customer_.name.asc(), name.asc()).list())
          .containsExactly("annbob", "anncid", "bobcid");
      assertThat(db.select(Customer.class).leftJoin(rows, Condition.all()).count()).isEqualTo(9);
    }

    @Test
    void lateralOnesNameRowsBeforeThem(Session db, Engine engine) {
      var biggest =
          db.select(Purchase.class)
              .value(Purchase_.total)
              .where(Purchase_.customerId.eq(Customer_.id))
              .orderBy(Purchase_.total.desc())
              .limit(1)
              .as("biggest");
      var total = biggest.get(Purchase_.total);
      var query = db.select(Customer.class).orderBy(Customer_.name.asc()).value(total);
      if (engine == Engine.SQLITE) {
        assertRefused("LateralJoin", () -> query.joinLateral(biggest, Condition.all()).list());
        return;
      }
      assertThat(query.joinLateral(biggest, Condition.all()).list())
          .containsExactly(money("3.00"), money("2.00"));
      assertThat(query.leftJoinLateral(biggest, Condition.all()).list())
          .containsExactly(money("3.00"), money("2.00"), null);
    }
  }

  @Nested
  class Combined {
    private Select<String> named(Session db, String... names) {
      return db.select(Customer.class)
          .value(Customer_.name)
          .where(Customer_.name.in(List.of(names)));
    }

    @Test
    void rowsAreThoseOfBoth(Session db) {
      var left = named(db, "ann", "bob");
      var right = named(db, "bob", "cid");
      assertThat(left.union(right).orderBy(Customer_.name.desc()).list())
          .containsExactly("cid", "bob", "ann");
      assertThat(left.unionAll(right).list()).hasSize(4);
      assertThat(left.intersect(right).list()).containsExactly("bob");
      assertThat(left.except(right).list()).containsExactly("ann");
      assertThat(left.unionAll(right).orderBy(Customer_.name.asc()).limit(2).offset(1).list())
          .containsExactly("bob", "bob");
      assertThat(left.union(right).count()).isEqualTo(3);
      assertThat(left.intersect(named(db, "cid")).exists()).isFalse();
    }

    @Test
    void theyAreTakenFromTheLeft(Session db) {
      var all = named(db, "ann").union(named(db, "bob")).intersect(named(db, "bob", "cid"));
      assertThat(all.list()).containsExactly("bob");
      var nested = named(db, "ann", "bob").except(named(db, "bob").union(named(db, "cid")));
      assertThat(nested.list()).containsExactly("ann");
      var first = named(db, "ann", "bob").orderBy(Customer_.name.desc()).limit(1);
      assertThat(first.unionAll(first).unionAll(first).list()).containsExactly("bob", "bob", "bob");
    }

    @Test
    void entitiesAreCombinedToo(Session db) {
      var query = db.select(Customer.class);
      var both = query.where(Customer_.name.eq("ann")).union(query.where(Customer_.credit.eq(1)));
      assertThat(names(both)).containsExactly("ann", "bob");
      assertRefused("CombinedQuery", () -> both.where(Customer_.name.eq("ann")));
      var again = both.as("both");
      assertThat(again.select().where(again.get(Customer_.name).eq("ann")).list())
          .containsExactly(ann);
    }
  }

  @Nested
  class Recursive {
    @Test
    void rowsFollowFromRows(Session db) {
      var root = db.add(new Category("root"));
      var child = db.add(new Category("child").parent(root));
      db.add(new Category("leaf").parent(child));
      db.add(new Category("other"));
      var tree =
          db.select(Category.class)
              .where(Category_.name.eq("child"))
              .recursive(
                  "tree",
                  known ->
                      db.select(Category.class)
                          .join(known, Category_.parentId.eq(known.get(Category_.id))));
      assertThat(tree.select().orderBy(tree.get(Category_.name).asc()).list())
          .extracting(Category::name)
          .containsExactly("child", "leaf");
      assertThat(
              db.select(Category.class)
                  .where(Category_.id.in(tree.select().value(tree.get(Category_.id))).not())
                  .count())
          .isEqualTo(2);
    }
  }

  @Test
  void locksTakeTheRowsOfOne(Session db) {
    db.add(new Stock("w", 1, 1));
    var other = new Origin.Named("stock", "other");
    Rows rows = () -> Query.From.table(other);
    assertThat(
            db.select(Stock.class)
                .leftJoin(rows, Stock_.pieces.gt(9))
                .forUpdate(Select.LockWait.NOWAIT)
                .list())
        .hasSize(1);
    assertThat(
            db.select(Stock.class)
                .join(rows, Stock_.pieces.lt(9))
                .forUpdate(Select.LockWait.WAIT, rows)
                .list())
        .hasSize(1);
  }
}
