package dev.ambix.conformance.query;

import static dev.ambix.conformance.Failures.assertRefused;
import static dev.ambix.query.Functions.abs;
import static dev.ambix.query.Functions.cast;
import static dev.ambix.query.Functions.ceil;
import static dev.ambix.query.Functions.coalesce;
import static dev.ambix.query.Functions.concat;
import static dev.ambix.query.Functions.extract;
import static dev.ambix.query.Functions.floor;
import static dev.ambix.query.Functions.greatest;
import static dev.ambix.query.Functions.least;
import static dev.ambix.query.Functions.length;
import static dev.ambix.query.Functions.lower;
import static dev.ambix.query.Functions.mod;
import static dev.ambix.query.Functions.now;
import static dev.ambix.query.Functions.nullIf;
import static dev.ambix.query.Functions.number;
import static dev.ambix.query.Functions.replace;
import static dev.ambix.query.Functions.round;
import static dev.ambix.query.Functions.substring;
import static dev.ambix.query.Functions.today;
import static dev.ambix.query.Functions.trim;
import static dev.ambix.query.Functions.truncate;
import static dev.ambix.query.Functions.upper;
import static dev.ambix.query.Functions.value;
import static dev.ambix.query.Functions.when;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.conformance.EveryEngine;
import dev.ambix.conformance.shop.Customer;
import dev.ambix.conformance.shop.Customer.Tier;
import dev.ambix.conformance.shop.Customer_;
import dev.ambix.conformance.shop.Purchase;
import dev.ambix.conformance.shop.Purchase_;
import dev.ambix.query.Expression;
import dev.ambix.query.Node.TimeUnit;
import dev.ambix.query.NumberExpression;
import dev.ambix.session.Session;
import dev.ambix.type.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Functions give the same on every engine.
@EveryEngine
class FunctionTest {
  private static final Instant TIME = Instant.parse("2024-02-29T13:45:58.123456Z");

  private Session db;

  @BeforeEach
  void oneCustomer(Session session) {
    db = session;
    db.add(new Customer("Ann").credit(7));
    db.flush();
  }

  private <T> @Nullable T of(Expression<T> expression) {
    return db.select(Customer.class).value(expression).list().getFirst();
  }

  private static NumberExpression<BigDecimal> money(String number) {
    return value(new BigDecimal(number));
  }

  @Test
  void constantsAreTheirOwnValues() {
    assertThat(of(value(5))).isEqualTo(5);
    assertThat(of(value(5L))).isEqualTo(5L);
    assertThat(of(value(1.5))).isEqualTo(1.5);
    assertThat(of(money("12.50"))).isEqualTo(new BigDecimal("12.50"));
    assertThat(of(money("0.05"))).isEqualTo(new BigDecimal("0.05"));
    assertThat(of(value("x"))).isEqualTo("x");
    assertThat(of(value(TIME, Type.INSTANT))).isEqualTo(TIME);
    assertThat(of(value(Customer_.credit.gt(5)))).isTrue();
    assertThat(of(value(Customer_.nickname.eq("x")))).isNull();
  }

  @Test
  void textsAreChanged() {
    assertThat(of(lower(Customer_.name))).isEqualTo("ann");
    assertThat(of(upper(Customer_.name))).isEqualTo("ANN");
    assertThat(of(trim(value("  a b ")))).isEqualTo("a b");
    assertThat(of(length(value("h\u00E9\uD83D\uDE00")))).isEqualTo(3);
    assertThat(of(substring(Customer_.name, 2, 1))).isEqualTo("n");
    assertThat(of(substring(Customer_.name, 9, 1))).isEmpty();
    assertThat(of(replace(Customer_.name, "n", "xy"))).isEqualTo("Axyxy");
    assertThat(of(concat(Customer_.name, value("-"), upper(Customer_.name)))).isEqualTo("Ann-ANN");
    assertThat(of(concat(Customer_.name, Customer_.nickname))).isNull();
    assertRefused("BadSubstring", () -> substring(Customer_.name, 0, 1));
  }

  @Test
  void numbersAreComputed() {
    assertThat(of(abs(Customer_.credit.negated()))).isEqualTo(7);
    assertThat(of(Customer_.credit.plus(Customer_.credit).minus(Customer_.version))).isEqualTo(14);
    assertThat(of(Customer_.credit.times(Customer_.credit))).isEqualTo(49);
    assertThat(of(Customer_.credit.dividedBy(2))).isEqualTo(3);
    assertThat(of(Customer_.credit.negated().dividedBy(2))).isEqualTo(-3);
    assertThat(of(Customer_.credit.dividedBy(Customer_.version))).isNull();
    assertThat(of(value(5.0).dividedBy(2.0))).isEqualTo(2.5);
    assertThat(of(money("5.00").dividedBy(new BigDecimal("2")))).isEqualTo(new BigDecimal("2.50"));
    assertThat(of(mod(Customer_.credit, 4))).isEqualTo(3);
    assertThat(of(mod(Customer_.credit.negated(), 4))).isEqualTo(-3);
    assertThat(of(mod(value(9L), 4L))).isEqualTo(1L);
    assertThat(of(mod(Customer_.credit, Customer_.version))).isNull();
  }

  @Test
  void numbersAreRoundedHalfAwayFromZero() {
    assertThat(of(round(value(2.5), 0))).isEqualTo(3.0);
    assertThat(of(round(value(-2.5), 0))).isEqualTo(-3.0);
    assertThat(of(round(value(2.346), 2))).isEqualTo(2.35);
    assertThat(of(round(money("2.345"), 2))).isEqualTo(new BigDecimal("2.350"));
    assertThat(of(round(Customer_.credit, 0))).isEqualTo(7);
    assertThat(of(floor(value(-2.5)))).isEqualTo(-3.0);
    assertThat(of(ceil(value(-2.5)))).isEqualTo(-2.0);
    assertThat(of(floor(money("2.99")))).isEqualTo(new BigDecimal("2.00"));
  }

  @Test
  void nullsGiveWay() {
    assertThat(of(coalesce(Customer_.nickname, Customer_.name))).isEqualTo("Ann");
    assertThat(of(coalesce(Customer_.nickname, "none"))).isEqualTo("none");
    assertThat(of(coalesce(Customer_.credit, 0).plus(1))).isEqualTo(8);
    assertThat(of(coalesce(Customer_.tier, Customer_.tier))).isEqualTo(Tier.BRONZE);
    assertThat(of(nullIf(Customer_.credit, value(7)))).isNull();
    assertThat(of(nullIf(Customer_.credit, value(8)))).isEqualTo(7);
    var none = nullIf(Customer_.credit, value(7));
    assertThat(of(greatest(Customer_.credit, none, value(9)))).isEqualTo(9);
    assertThat(of(least(none, Customer_.credit, value(9)))).isEqualTo(7);
    assertThat(of(greatest(none, none))).isNull();
  }

  @Test
  void casesAreChosen() {
    var size =
        when(Customer_.credit.gt(10), value("much"))
            .when(Customer_.credit.gt(5), value("some"))
            .otherwise(value("little"));
    assertThat(of(size)).isEqualTo("some");
    assertThat(of(upper(size))).isEqualTo("SOME");
    assertThat(of(when(Customer_.credit.gt(10), value(1)).otherwiseNull())).isNull();
    assertThat(of(when(Customer_.credit.lt(10), value(1)).otherwise(value(2)).plus(1)))
        .isEqualTo(2);
    assertThat(of(when(Customer_.credit.lt(10), Customer_.tier).otherwiseNull()))
        .isEqualTo(Tier.BRONZE);
  }

  @Test
  void partsOfTimesAreInUtc() {
    var time = LocalDateTime.ofInstant(TIME, ZoneOffset.UTC);
    var parts =
        Map.of(
            TimeUnit.YEAR, 2024,
            TimeUnit.MONTH, 2,
            TimeUnit.DAY, 29,
            TimeUnit.HOUR, 13,
            TimeUnit.MINUTE, 45,
            TimeUnit.SECOND, 58);
    for (var unit : TimeUnit.values()) {
      var part = parts.get(unit);
      assertThat(of(extract(unit, value(TIME, Type.INSTANT)))).isEqualTo(part);
      assertThat(of(extract(unit, value(time, Type.LOCAL_DATE_TIME)))).isEqualTo(part);
    }
    assertThat(of(extract(TimeUnit.DAY, value(time.toLocalDate(), Type.LOCAL_DATE)))).isEqualTo(29);
    assertThat(of(extract(TimeUnit.HOUR, value(time.toLocalTime(), Type.LOCAL_TIME))))
        .isEqualTo(13);
    assertThat(of(extract(TimeUnit.SECOND, value(time.toLocalTime(), Type.LOCAL_TIME))))
        .isEqualTo(58);
    assertRefused(
        "TimeUnit", () -> extract(TimeUnit.HOUR, value(time.toLocalDate(), Type.LOCAL_DATE)));
    assertRefused("TimeUnit", () -> extract(TimeUnit.YEAR, Customer_.name));
  }

  @Test
  void timesAreTruncated() {
    var time = LocalDateTime.ofInstant(TIME, ZoneOffset.UTC);
    var day = value(time.toLocalDate(), Type.LOCAL_DATE);
    assertThat(of(truncate(TimeUnit.YEAR, day))).isEqualTo(LocalDate.of(2024, 1, 1));
    assertThat(of(truncate(TimeUnit.MONTH, day))).isEqualTo(LocalDate.of(2024, 2, 1));
    assertThat(of(truncate(TimeUnit.MONTH, value(TIME, Type.INSTANT))))
        .isEqualTo(Instant.parse("2024-02-01T00:00:00Z"));
    var units =
        Map.of(
            TimeUnit.DAY, ChronoUnit.DAYS,
            TimeUnit.HOUR, ChronoUnit.HOURS,
            TimeUnit.MINUTE, ChronoUnit.MINUTES,
            TimeUnit.SECOND, ChronoUnit.SECONDS);
    for (var each : units.entrySet()) {
      var unit = each.getKey();
      assertThat(of(truncate(unit, value(TIME, Type.INSTANT))))
          .isEqualTo(TIME.truncatedTo(each.getValue()));
      assertThat(of(truncate(unit, value(time, Type.LOCAL_DATE_TIME))))
          .isEqualTo(time.truncatedTo(each.getValue()));
    }
    assertRefused(
        "TimeUnit", () -> truncate(TimeUnit.HOUR, value(LocalTime.NOON, Type.LOCAL_TIME)));
  }

  @Test
  void thePresentIsBetweenBeforeAndAfter() {
    var present = of(now());
    assertThat(present).isBetween(Instant.now().minusSeconds(3600), Instant.now().plusSeconds(60));
    var date = LocalDate.now(ZoneOffset.UTC);
    assertThat(of(today())).isBetween(date.minusDays(1), date);
    assertThat(db.select(Customer.class).where(Customer_.createdAt.gt(now())).count()).isZero();
  }

  @Test
  void valuesAreCast() {
    assertThat(of(cast(Customer_.credit, Type.TEXT))).isEqualTo("7");
    assertThat(of(cast(Customer_.credit, Type.LONG))).isEqualTo(7L);
    assertThat(of(cast(Customer_.credit, Type.DOUBLE))).isEqualTo(7.0);
    assertThat(of(number(cast(Customer_.credit, Type.DOUBLE)).dividedBy(2.0))).isEqualTo(3.5);
    assertThat(of(cast(value("42"), Type.INTEGER))).isEqualTo(42);
    assertThat(of(cast(value(-2.7), Type.INTEGER))).isEqualTo(-2);
    assertThat(of(cast(money("2.7"), Type.LONG))).isEqualTo(2L);
    assertThat(of(cast(value("2.345"), Type.decimal(10, 2)))).isEqualTo(new BigDecimal("2.35"));
    assertThat(of(cast(Customer_.tier, Type.TEXT))).isEqualTo("BRONZE");
    var id = UUID.fromString("018f0000-0000-7000-8000-000000000000");
    assertThat(of(cast(value(id, Type.UUID), Type.TEXT))).isEqualTo(id.toString());
    assertRefused("CastType", () -> cast(value(1.5), Type.TEXT));
    assertRefused("CastType", () -> cast(Customer_.createdAt, Type.TEXT));
    assertRefused("CastType", () -> cast(Customer_.name, Type.BOOLEAN));
  }

  @Test
  void conditionsTakeThem() {
    db.add(new Customer("Bob").nickname("bo"));
    var query = db.select(Customer.class);
    assertThat(query.where(length(Customer_.nickname).eq(2)).count()).isEqualTo(1);
    assertThat(query.where(Customer_.name.startsWithIgnoreCase("aN")).count()).isEqualTo(1);
    assertThat(query.where(Customer_.name.endsWithIgnoreCase("OB")).count()).isEqualTo(1);
    assertThat(query.where(Customer_.name.equalsIgnoreCase("BOB")).count()).isEqualTo(1);
    assertThat(query.where(Customer_.name.equalsIgnoreCase("_OB")).count()).isZero();
    assertThat(query.where(Customer_.nickname.isSame((String) null)).count()).isEqualTo(1);
    assertThat(query.where(Customer_.nickname.isDistinctFrom("bo")).count()).isEqualTo(1);
    assertThat(query.where(Customer_.nickname.isSame(Customer_.nickname)).count()).isEqualTo(2);
    assertThat(query.where(Customer_.nickname.isDistinctFrom(Customer_.name)).count()).isEqualTo(2);
    assertThat(query.where(Customer_.credit.between(Customer_.version, value(6))).count())
        .isEqualTo(1);
    assertThat(query.orderBy(length(coalesce(Customer_.nickname, "")).desc()).list())
        .extracting(Customer::name)
        .containsExactly("Bob", "Ann");
  }

  @Test
  void updatesTakeThem() {
    var ann = db.select(Customer.class).single();
    var purchase = db.add(new Purchase(ann.id(), LocalDate.EPOCH, new BigDecimal("9.99")));
    db.flush();
    db.update(Purchase.class)
        .set(Purchase_.total, Purchase_.total.dividedBy(new BigDecimal("3")))
        .where(Purchase_.id.eq(purchase.id()))
        .execute();
    assertThat(purchase.total()).isEqualTo(new BigDecimal("3.33"));
    db.update(Customer.class)
        .set(Customer_.name, concat(Customer_.name, value("!")))
        .where(Customer_.name.eq("Ann"))
        .execute();
    assertThat(ann.name()).isEqualTo("Ann!");
  }
}
