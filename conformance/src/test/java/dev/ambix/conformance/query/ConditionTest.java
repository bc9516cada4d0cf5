package dev.ambix.conformance.query;

import static dev.ambix.conformance.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.ambix.conformance.EveryEngine;
import dev.ambix.conformance.shop.Customer;
import dev.ambix.conformance.shop.Customer.Tier;
import dev.ambix.conformance.shop.Customer_;
import dev.ambix.conformance.shop.Purchase;
import dev.ambix.conformance.shop.Purchase_;
import dev.ambix.conformance.shop.Shop;
import dev.ambix.error.ValueRejected;
import dev.ambix.query.Condition;
import dev.ambix.session.Database;
import dev.ambix.session.Session;
import dev.ambix.testing.AllowRepeats;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What conditions mean. The rows: ann (5, "an", gold), bob (7, no nickname), cid (no credit,
/// "ci").
@EveryEngine
@AllowRepeats
class ConditionTest {
  private Session db;

  @BeforeEach
  void fill(Session session) {
    db = session;
    Shop.customers(db, "ann", "bob", "cid");
    var customers = db.select(Customer.class).orderBy(Customer_.id.asc()).list();
    customers.get(0).nickname("an").tier(Tier.GOLD);
    customers.get(1).credit(7);
    customers.get(2).credit(null).nickname("ci");
    db.flush();
  }

  private List<String> names(Condition... conditions) {
    return db.select(Customer.class).where(conditions).orderBy(Customer_.id.asc()).list().stream()
        .map(Customer::name)
        .toList();
  }

  @Nested
  class Equality {
    @Test
    void comparesWithValues() {
      assertThat(names(Customer_.name.eq("bob"))).containsExactly("bob");
      assertThat(names(Customer_.name.ne("bob"))).containsExactly("ann", "cid");
      assertThat(names(Customer_.credit.eq(5))).containsExactly("ann");
      assertThat(names(Customer_.tier.eq(Tier.GOLD))).containsExactly("ann");
    }

    @Test
    void comparesWithExpressions() {
      assertThat(names(Customer_.createdAt.eq(Customer_.createdAt))).hasSize(3);
      assertThat(names(Customer_.name.ne(Customer_.nickname))).containsExactly("ann", "cid");
      assertThat(names(Customer_.nickname.eq(Customer_.nickname))).containsExactly("ann", "cid");
    }

    @Test
    void isNeverTrueOfNull() {
      assertThat(names(Customer_.credit.ne(5))).containsExactly("bob");
      assertThat(names(Customer_.credit.eq(5).not())).containsExactly("bob");
    }

    @Test
    void refusesNullWhichHasAWordOfItsOwn() {
      assertThatNullPointerException().isThrownBy(() -> Customer_.nickname.eq((String) null));
      assertThat(names(Customer_.nickname.isNull())).containsExactly("bob");
      assertThat(names(Customer_.nickname.isNotNull())).containsExactly("ann", "cid");
    }

    @Test
    void ofTextHasRegardToCase() {
      assertThat(names(Customer_.name.eq("Bob"))).isEmpty();
      assertThat(names(Customer_.name.lower().eq("bob"))).containsExactly("bob");
    }

    @Test
    void ofDecimalsHasNoRegardToZeros() {
      db.add(Shop.purchase(db.select(Customer.class).limit(1).single(), "1.50"));

      var total = Purchase_.total;
      assertThat(db.select(Purchase.class).where(total.eq(new BigDecimal("1.5"))).count()).isOne();
      assertThat(
              db.select(Purchase.class).where(total.in(List.of(new BigDecimal("1.500")))).count())
          .isOne();
      assertThat(db.select(Purchase.class).where(total.gt(new BigDecimal("1.49"))).count()).isOne();
      assertThat(db.select(Purchase.class).where(total.eq(new BigDecimal("1.495"))).count())
          .isZero();
      assertThat(db.select(Purchase.class).where(total.lt(new BigDecimal("1.504"))).count())
          .isOne();
      var product = total.times(new BigDecimal("1.125")); // 1.6875
      assertThat(db.select(Purchase.class).where(product.lt(new BigDecimal("1.69"))).count())
          .isOne();
    }
  }

  @Nested
  class Order {
    @Test
    void comparesNumbers() {
      assertThat(names(Customer_.credit.lt(7))).containsExactly("ann");
      assertThat(names(Customer_.credit.le(7))).containsExactly("ann", "bob");
      assertThat(names(Customer_.credit.gt(5))).containsExactly("bob");
      assertThat(names(Customer_.credit.ge(5))).containsExactly("ann", "bob");
      assertThat(names(Customer_.credit.between(5, 6))).containsExactly("ann");
      assertThat(names(Customer_.credit.between(6, 5))).isEmpty();
    }

    @Test
    void comparesTextsAndTimes() {
      assertThat(names(Customer_.name.gt("ann"))).containsExactly("bob", "cid");
      assertThat(names(Customer_.name.between("b", "c"))).containsExactly("bob");
      var now = db.select(Customer.class).limit(1).single().createdAt();
      assertThat(names(Customer_.createdAt.lt(now.minusSeconds(1)))).isEmpty();
      assertThat(names(Customer_.createdAt.gt(now.minusSeconds(1)))).hasSize(3);
    }

    @Test
    void comparesExpressions() {
      assertThat(names(Customer_.name.lt(Customer_.nickname))).containsExactly();
      assertThat(names(Customer_.name.gt(Customer_.nickname))).containsExactly("ann", "cid");
      assertThat(names(Customer_.credit.le(Customer_.credit.plus(1))))
          .containsExactly("ann", "bob");
      assertThat(names(Customer_.credit.ge(Customer_.credit.times(2)))).isEmpty();
    }
  }

  @Nested
  class Numbers {
    @Test
    void areComputed() {
      assertThat(names(Customer_.credit.plus(2).eq(7))).containsExactly("ann");
      assertThat(names(Customer_.credit.minus(2).eq(5))).containsExactly("bob");
      assertThat(names(Customer_.credit.times(2).gt(10))).containsExactly("bob");
    }

    @Test
    void areComputedInTheOrderThatIsWritten() {
      assertThat(names(Customer_.credit.plus(1).times(2).eq(12))).containsExactly("ann");
      assertThat(names(Customer_.credit.times(2).plus(1).eq(11))).containsExactly("ann");
      assertThat(names(Customer_.credit.minus(1).minus(1).eq(3))).containsExactly("ann");
    }
  }

  @Nested
  class Membership {
    @Test
    void isThatOfTheList() {
      assertThat(names(Customer_.name.in(List.of("ann", "cid", "dan"))))
          .containsExactly("ann", "cid");
      assertThat(names(Customer_.name.notIn(List.of("ann")))).containsExactly("bob", "cid");
      assertThat(names(Customer_.tier.in(List.of(Tier.GOLD, Tier.SILVER)))).containsExactly("ann");
    }

    @Test
    void ofAnEmptyListIsNobodys() {
      assertThat(names(Customer_.name.in(List.of()))).isEmpty();
      assertThat(names(Customer_.name.notIn(List.of()))).containsExactly("ann", "bob", "cid");
    }

    @Test
    void isNeverTrueOfNull() {
      assertThat(names(Customer_.credit.notIn(List.of(5)))).containsExactly("bob");
    }

    @Test
    void ofALongListIsThatOfAShortOne() {
      for (int size : new int[] {1, 2, 3, 5, 255, 256, 257, 5_000}) {
        var values = IntStream.range(0, size).map(i -> 7 - i).boxed().toList();
        assertThat(names(Customer_.credit.in(values))).contains("bob").doesNotContain("cid");
        assertThat(names(Customer_.credit.notIn(values))).doesNotContain("bob", "cid");
      }
    }

    @Test
    void worksForKeysAndTimes() {
      var all = db.select(Customer.class).list();
      var ids = all.stream().map(Customer::id).toList();
      var times = all.stream().map(Customer::createdAt).toList();

      assertThat(names(Customer_.id.in(ids))).hasSize(3);
      assertThat(names(Customer_.createdAt.in(times))).hasSize(3);
    }
  }

  @Nested
  class Words {
    @Test
    void areFoundInTexts() {
      assertThat(names(Customer_.name.contains("n"))).containsExactly("ann");
      assertThat(names(Customer_.name.startsWith("b"))).containsExactly("bob");
      assertThat(names(Customer_.name.endsWith("d"))).containsExactly("cid");
      assertThat(names(Customer_.name.contains(""))).hasSize(3);
      assertThat(names(Customer_.nickname.contains(""))).containsExactly("ann", "cid");
    }

    @Test
    void haveRegardToCaseUnlessAskedOtherwise() {
      assertThat(names(Customer_.name.contains("N"))).isEmpty();
      assertThat(names(Customer_.name.startsWith("B"))).isEmpty();
      assertThat(names(Customer_.name.endsWith("D"))).isEmpty();
      assertThat(names(Customer_.name.like("B%"))).isEmpty();
      assertThat(names(Customer_.name.containsIgnoreCase("NN"))).containsExactly("ann");
    }

    @Test
    void arePatternsOnlyForLike() {
      assertThat(names(Customer_.name.like("_n%"))).containsExactly("ann");
      assertThat(names(Customer_.name.like("%b"))).containsExactly("bob");
      assertThat(names(Customer_.name.like("b_b"))).containsExactly("bob");
      assertThat(names(Customer_.name.like("b%").not())).containsExactly("ann", "cid");
    }

    @Test
    void areTakenLiterally() {
      var odd = List.of("50%", "a_b", "c\\d", "e*f", "g?h", "[i]", "j]k", "^l", "m\nn", "o'p");
      odd.forEach(name -> db.add(new Customer(name)));
      for (var name : odd) {
        assertThat(names(Customer_.name.contains(name))).containsExactly(name);
        assertThat(names(Customer_.name.startsWith(name))).containsExactly(name);
        assertThat(names(Customer_.name.endsWith(name))).containsExactly(name);
        assertThat(names(Customer_.name.containsIgnoreCase(name))).containsExactly(name);
        assertThat(names(Customer_.name.eq(name))).containsExactly(name);
      }
      assertThat(names(Customer_.name.contains("%"))).containsExactly("50%");
      assertThat(names(Customer_.name.contains("_"))).containsExactly("a_b");
      assertThat(names(Customer_.name.contains("\\"))).containsExactly("c\\d");
      assertThat(names(Customer_.name.contains("*"))).containsExactly("e*f");
      assertThat(names(Customer_.name.like("a\\_b"))).containsExactly("a_b");
      assertThat(names(Customer_.name.like("%\\%"))).containsExactly("50%");
    }

    @Test
    void countCharactersNotBytes() {
      db.add(new Customer("\uD83D\uDE00"));
      db.add(new Customer("\u00E9"));

      assertThat(names(Customer_.name.like("_"))).containsExactly("\uD83D\uDE00", "\u00E9");
      assertThat(names(Customer_.name.contains("\u00E9"))).containsExactly("\u00E9");
    }

    @Test
    void mayNotEndInAnOpenEscape() {
      assertFails(ValueRejected.class, () -> names(Customer_.name.like("a\\")));
    }

    @Test
    void mayNotHoldWhatNoEngineStores() {
      assertFails(ValueRejected.class, () -> names(Customer_.name.eq("a\u0000b")));
      db.rollback();
      assertFails(ValueRejected.class, () -> names(Customer_.name.contains("\uD83D")));
    }
  }

  @Nested
  class Logic {
    @Test
    void joinsConditions() {
      var a = Customer_.name.eq("ann");
      var b = Customer_.name.eq("bob");
      assertThat(names(a.or(b))).containsExactly("ann", "bob");
      assertThat(names(a.and(b))).isEmpty();
      assertThat(names(a, b)).isEmpty();
      assertThat(names(a.or(b), Customer_.credit.gt(6))).containsExactly("bob");
      assertThat(names(a.or(b).not())).containsExactly("cid");
      assertThat(names(a.not().not())).containsExactly("ann");
    }

    @Test
    void bindsAsItIsWritten() {
      var a = Customer_.name.eq("ann");
      var b = Customer_.name.eq("bob");
      var c = Customer_.credit.gt(100);
      assertThat(names(a.or(b).and(c))).isEmpty();
      assertThat(names(a.or(b.and(c)))).containsExactly("ann");
      assertThat(names(a.and(c).or(b))).containsExactly("bob");
    }

    @Test
    void ofNothingIsTrueOfAllAndFalseOfAny() {
      assertThat(names(Condition.all())).hasSize(3);
      assertThat(names(Condition.any())).isEmpty();
      assertThat(names(Condition.all().not())).isEmpty();
      assertThat(names(Condition.any(Condition.all(), Customer_.name.eq("x")))).hasSize(3);
    }

    @Test
    void ofTheUnknownIsUnknown() {
      var unknown = Customer_.credit.gt(0);
      assertThat(names(unknown)).containsExactly("ann", "bob");
      assertThat(names(unknown.not())).isEmpty();
      assertThat(names(unknown.or(Customer_.name.eq("cid")))).hasSize(3);
    }

    @Test
    void takesManyTerms() {
      var terms = new ArrayList<Condition>();
      for (int i = 0; i < 900; i++) {
        terms.add(Customer_.credit.eq(i));
      }
      assertThat(names(Condition.any(terms.toArray(Condition[]::new))))
          .containsExactly("ann", "bob");
    }
  }

  @Test
  void valuesNeverBecomeText(Database database) {
    var hostile = "'; drop table customers; --";
    assertThat(names(Customer_.name.eq(hostile))).isEmpty();
    assertThat(names(Customer_.name.contains(hostile))).isEmpty();
    assertThat(names(Customer_.name.in(List.of(hostile)))).isEmpty();
    assertThat(db.select(Customer.class).count()).isEqualTo(3);
    assertThat(database.engine()).isNotEmpty();
  }
}
