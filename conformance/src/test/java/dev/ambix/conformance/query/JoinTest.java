package dev.ambix.conformance.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.conformance.EveryEngine;
import dev.ambix.conformance.shop.Customer;
import dev.ambix.conformance.shop.Customer_;
import dev.ambix.conformance.shop.Purchase;
import dev.ambix.conformance.shop.Purchase_;
import dev.ambix.conformance.shop.Shop;
import dev.ambix.query.Condition;
import dev.ambix.query.Node;
import dev.ambix.query.Node.Hop;
import dev.ambix.query.Node.Origin;
import dev.ambix.query.TextExpression;
import dev.ambix.session.Session;
import dev.ambix.type.Type;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Queries of purchases by what they refer to, whatever writes the reference down.
@EveryEngine
class JoinTest {
  private static final Origin CUSTOMER =
      new Origin.Joined(
          new Origin.Named("purchases", "purchases"),
          "customer",
          new Hop("customers", List.of("customer_id"), List.of("id")),
          false);
  private static final TextExpression NAME = text("name");
  private static final TextExpression NICKNAME = text("nickname");

  private static TextExpression text(String column) {
    return new TextExpression.Computed(new Node.ColumnRef(CUSTOMER, column), Type.TEXT);
  }

  private Customer ann;
  private Customer bob;

  @BeforeEach
  void purchases(Session db) {
    ann = db.add(new Customer("ann"));
    bob = db.add(new Customer("bob").nickname("bo"));
    db.flush();
    db.add(Shop.purchase(ann, "1.00"));
    db.add(Shop.purchase(bob, "2.00"));
    db.add(Shop.purchase(ann, "3.00"));
    db.flush();
  }

  @Test
  void readsByWhatRowsReferTo(Session db) {
    var query = db.select(Purchase.class).where(NAME.eq("ann")).orderBy(Purchase_.total.desc());
    assertThat(query.list()).extracting(Purchase::total).containsExactly(money(3), money(1));
    assertThat(query.count()).isEqualTo(2);
    assertThat(query.exists()).isTrue();
    assertThat(query.where(NICKNAME.isNotNull()).exists()).isFalse();
  }

  @Test
  void flushesWhatAJoinedTableWaitsFor(Session db) {
    ann.name("cid");
    assertThat(db.select(Purchase.class).where(NAME.eq("cid")).count()).isEqualTo(2);
    db.add(new Customer("dan"));
    var named =
        new Node.Exists(
            new Origin.Named("purchases", "purchases"),
            List.of(new Hop("customers", List.of("customer_id"), List.of("id"))),
            Customer_.name.eq("eve").node());
    bob.name("eve");
    assertThat(db.select(Purchase.class).where(new Condition(named)).list()).hasSize(1);
    assertThat(db.select(Purchase.class).where(new Condition(named).not()).list()).hasSize(2);
  }

  @Test
  void pagesByWhatRowsReferTo(Session db) {
    var query = db.select(Purchase.class).orderBy(NAME.desc());
    var first = query.page(2, null);
    assertThat(first.items()).extracting(Purchase::total).containsExactly(money(2), money(1));
    var second = query.page(2, first.next());
    assertThat(second.items()).extracting(Purchase::total).containsExactly(money(3));
    assertThat(second.next()).isNull();
  }

  @Test
  void locksRowsByWhatTheyReferTo(Session db) {
    assertThat(db.select(Purchase.class).where(NAME.eq("bob")).forUpdate().list()).hasSize(1);
  }

  @Test
  void changesRowsByWhatTheyReferTo(Session db) {
    var changed =
        db.update(Purchase.class)
            .set(Purchase_.total, money(9))
            .where(NAME.eq("ann"), Purchase_.total.lt(money(2)))
            .execute();
    assertThat(changed).isEqualTo(1);
    assertThat(db.delete(Purchase.class).where(NAME.eq("bob").or(NICKNAME.eq("x"))).execute())
        .isEqualTo(1);
    assertThat(db.select(Purchase.class).orderBy(Purchase_.total.asc()).list())
        .extracting(Purchase::total)
        .containsExactly(money(3), money(9));
  }

  @Test
  void findsTuplesInLists(Session db) {
    List<Object> first = List.of(ann.id(), money(1));
    List<Object> other = List.of(bob.id(), money(1));
    assertThat(count(db, List.of(first, other))).isEqualTo(1);
    assertThat(count(db, List.of())).isZero();
    var many = IntStream.range(0, 300).mapToObj(i -> List.<Object>of(ann.id(), money(i))).toList();
    assertThat(count(db, many)).isEqualTo(2);
  }

  private static long count(Session db, List<List<Object>> rows) {
    var in =
        new Node.InTuples(
            List.of(Purchase_.customerId.node(), Purchase_.total.node()),
            rows,
            List.of(Purchase_.customerId.type().sqlType(), Purchase_.total.type().sqlType()));
    long found = db.select(Purchase.class).where(new Condition(in)).count();
    assertThat(db.select(Purchase.class).where(new Condition(in).not()).count())
        .isEqualTo(3 - found);
    return found;
  }

  private static BigDecimal money(int whole) {
    return new BigDecimal(whole + ".00");
  }
}
