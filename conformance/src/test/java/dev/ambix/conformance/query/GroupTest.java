package dev.ambix.conformance.query;

import static dev.ambix.query.Aggregates.avg;
import static dev.ambix.query.Aggregates.count;
import static dev.ambix.query.Aggregates.countDistinct;
import static dev.ambix.query.Aggregates.denseRank;
import static dev.ambix.query.Aggregates.firstValue;
import static dev.ambix.query.Aggregates.joined;
import static dev.ambix.query.Aggregates.lag;
import static dev.ambix.query.Aggregates.lastValue;
import static dev.ambix.query.Aggregates.lead;
import static dev.ambix.query.Aggregates.max;
import static dev.ambix.query.Aggregates.min;
import static dev.ambix.query.Aggregates.ntile;
import static dev.ambix.query.Aggregates.rank;
import static dev.ambix.query.Aggregates.rowNumber;
import static dev.ambix.query.Aggregates.sum;
import static dev.ambix.query.Functions.coalesce;
import static dev.ambix.query.Functions.extract;
import static dev.ambix.query.Window.Bound.current;
import static dev.ambix.query.Window.Bound.end;
import static dev.ambix.query.Window.Bound.preceding;
import static dev.ambix.query.Window.Bound.start;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ambix.conformance.EveryEngine;
import dev.ambix.conformance.shop.Customer;
import dev.ambix.conformance.shop.Customer.Tier;
import dev.ambix.conformance.shop.Customer_;
import dev.ambix.conformance.shop.Purchase;
import dev.ambix.conformance.shop.Purchase_;
import dev.ambix.query.Node.TimeUnit;
import dev.ambix.query.Selection;
import dev.ambix.query.Window;
import dev.ambix.session.Session;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Values, groups, and windows.
@EveryEngine
class GroupTest {
  private record Line(Tier tier, long customers, Long credit) {}

  private record Placed(String name, long place) {}

  @BeforeEach
  void customers(Session db) {
    db.add(new Customer("ann").tier(Tier.GOLD).credit(5).nickname("a"));
    db.add(new Customer("bob").tier(Tier.GOLD).credit(7));
    var cid = db.add(new Customer("cid").tier(Tier.SILVER));
    db.add(new Customer("dan").tier(Tier.BRONZE).credit(7).nickname("a"));
    db.flush();
    cid.credit(null);
  }

  @Test
  void valuesAreReadAloneAndTogether(Session db) {
    var query = db.select(Customer.class).orderBy(Customer_.name.asc());
    assertThat(query.value(Customer_.credit).list()).containsExactly(5, 7, null, 7);
    assertThat(query.into(Selection.of(List::of, Customer_.name, Customer_.version)).list())
        .hasSize(4);
    assertThat(query.into(Selection.of(Placed::new, Customer_.name, Customer_.id)).limit(1).list())
        .extracting(Placed::name)
        .containsExactly("ann");
    assertThat(query.value(Customer_.credit).where(Customer_.name.eq("cid")).optional()).isEmpty();
  }

  @Test
  void equalRowsComeOnce(Session db) {
    var query = db.select(Customer.class).value(Customer_.credit).distinct();
    assertThat(query.orderBy(Customer_.credit.desc()).list()).containsExactly(null, 7, 5);
    assertThat(query.count()).isEqualTo(3);
    assertThat(query.exists()).isTrue();
  }

  @Test
  void allRowsAreOneGroup(Session db) {
    var query = db.select(Customer.class);
    assertThat(query.value(count()).single()).isEqualTo(4);
    assertThat(query.value(count(Customer_.credit)).single()).isEqualTo(3);
    assertThat(query.value(countDistinct(Customer_.credit)).single()).isEqualTo(2);
    assertThat(query.value(sum(Customer_.credit)).single()).isEqualTo(19L);
    assertThat(query.value(sum(Customer_.id)).single()).isPositive();
    assertThat(query.value(avg(Customer_.credit)).single()).isEqualTo(19 / 3.0);
    assertThat(query.value(min(Customer_.credit)).single()).isEqualTo(5);
    assertThat(query.value(max(Customer_.name)).single()).isEqualTo("dan");
    assertThat(query.value(max(Customer_.createdAt)).single()).isNotNull();
    assertThat(query.value(count().filter(Customer_.credit.gt(5))).single()).isEqualTo(2);
    var nobody = query.where(Customer_.name.eq("x"));
    assertThat(nobody.value(sum(Customer_.credit)).optional()).isEmpty();
    assertThat(nobody.value(coalesce(sum(Customer_.credit), 0L)).single()).isZero();
    assertThat(query.value(count()).count()).isEqualTo(1);
  }

  @Test
  void sumsOfDecimalsAreExact(Session db) {
    var ann = db.select(Customer.class).where(Customer_.name.eq("ann")).single();
    for (int i = 0; i < 100; i++) {
      db.add(new Purchase(ann.id(), LocalDate.EPOCH, new BigDecimal("0.10")));
    }
    var query = db.select(Purchase.class);
    assertThat(query.value(sum(Purchase_.total)).single()).isEqualTo(new BigDecimal("10.00"));
    assertThat(query.value(avg(Purchase_.total)).single()).isEqualTo(0.1);
  }

  @Test
  void groupsAreCountedAndKept(Session db) {
    var lines =
        db.select(Customer.class)
            .into(Selection.of(Line::new, Customer_.tier, count(), sum(Customer_.credit)))
            .groupBy(Customer_.tier);
    assertThat(lines.orderBy(Customer_.tier.asc()).list())
        .containsExactly(
            new Line(Tier.BRONZE, 1, 7L),
            new Line(Tier.GOLD, 2, 12L),
            new Line(Tier.SILVER, 1, null));
    assertThat(lines.having(count().gt(1L)).list()).containsExactly(new Line(Tier.GOLD, 2, 12L));
    assertThat(lines.orderBy(count().desc(), Customer_.tier.asc()).limit(1).list())
        .extracting(Line::tier)
        .containsExactly(Tier.GOLD);
    assertThat(lines.count()).isEqualTo(3);
    assertThat(lines.having(count().gt(2L)).exists()).isFalse();
  }

  @Test
  void groupsAreOfComputedValues(Session db) {
    var credit = coalesce(Customer_.credit, 0).plus(1);
    assertThat(
            db.select(Customer.class)
                .into(Selection.of((a, b) -> List.of(a, b), credit, count()))
                .groupBy(credit)
                .orderBy(credit.desc())
                .list())
        .containsExactly(List.of(8, 2L), List.of(6, 1L), List.of(1, 1L));
    var year = extract(TimeUnit.YEAR, Customer_.createdAt);
    assertThat(db.select(Customer.class).value(year).groupBy(year).count()).isEqualTo(1);
  }

  @Test
  void textsAreJoined(Session db) {
    var names = joined(Customer_.name, ", ", Customer_.name.desc());
    assertThat(db.select(Customer.class).value(names).groupBy(Customer_.credit).list())
        .containsExactlyInAnyOrder("ann", "dan, bob", "cid");
  }

  @Test
  void windowsPlaceRows(Session db) {
    var byCredit = Window.all().orderBy(Customer_.credit.asc());
    assertThat(
            db.select(Customer.class)
                .into(
                    Selection.of(
                        (a, b, c, d) -> tuple(a, b, c, d),
                        Customer_.name,
                        rowNumber().over(byCredit.orderBy(Customer_.name.asc())),
                        rank().over(byCredit),
                        denseRank().over(byCredit)))
                .orderBy(Customer_.name.asc())
                .list())
        .containsExactly(
            tuple("ann", 1L, 1L, 1L),
            tuple("bob", 2L, 2L, 2L),
            tuple("cid", 4L, 4L, 3L),
            tuple("dan", 3L, 2L, 2L));
  }

  @Test
  void windowsSeeOtherRows(Session db) {
    var byName = Window.all().orderBy(Customer_.name.asc());
    var name = Customer_.name;
    assertThat(
            db.select(Customer.class)
                .into(
                    Selection.of(
                        (a, b, c, d, e, f) -> tuple(a, b, c, d, e, f),
                        lag(name, 1).over(byName),
                        lead(name, 2).over(byName),
                        firstValue(name).over(byName),
                        lastValue(name).over(byName.rows(start(), end())),
                        ntile(2).over(byName),
                        sum(Customer_.credit).over(byName.rows(preceding(1), current()))))
                .orderBy(name.asc())
                .list())
        .containsExactly(
            tuple(null, "cid", "ann", "dan", 1, 5L),
            tuple("ann", "dan", "ann", "dan", 1, 12L),
            tuple("bob", null, "ann", "dan", 2, 7L),
            tuple("cid", null, "ann", "dan", 2, 7L));
  }

  @Test
  void windowsKeepApartWhatDiffers(Session db) {
    var tiers = Window.partitionBy(Customer_.tier).orderBy(Customer_.name.asc());
    var range = tiers.range(start(), current());
    var query = db.select(Customer.class);
    assertThat(
            query
                .into(Selection.of(Placed::new, Customer_.name, count().over(range)))
                .orderBy(Customer_.name.asc())
                .list())
        .extracting(Placed::place)
        .containsExactly(1L, 2L, 1L, 1L);
    assertThat(query.value(rowNumber().over(tiers)).count()).isEqualTo(4);
  }
}
