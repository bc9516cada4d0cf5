package dev.ambix.conformance.query;

import static dev.ambix.query.Functions.abs;
import static dev.ambix.query.Functions.coalesce;
import static dev.ambix.query.Functions.concat;
import static dev.ambix.query.Functions.greatest;
import static dev.ambix.query.Functions.length;
import static dev.ambix.query.Functions.mod;
import static dev.ambix.query.Functions.value;
import static dev.ambix.query.Functions.when;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.conformance.EveryEngine;
import dev.ambix.conformance.shop.Customer;
import dev.ambix.conformance.shop.Customer.Tier;
import dev.ambix.conformance.shop.Customer_;
import dev.ambix.query.Condition;
import dev.ambix.query.Tuple;
import dev.ambix.session.Session;
import dev.ambix.testing.AllowRepeats;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Random conditions give the rows that the same conditions in Java give. A failure names the seed,
/// which makes it again.
@EveryEngine
@AllowRepeats
class RandomConditionTest {
  private static final List<String> TEXTS =
      List.of("a", "A", "ab", "b", "%", "_", "a_", "\\", "*", "[a]", "\u00E9", "");
  private static final int DEPTH = 4;

  /// A condition in SQL and in Java, where it is true, false, or empty for unknown.
  private record Both(Condition sql, Function<Customer, Optional<Boolean>> java) {}

  @Test
  void giveTheRowsThatJavaGives(Session db) {
    var random = new Random(7);
    var customers = IntStream.range(0, 60).mapToObj(i -> db.add(customer(random, i))).toList();
    db.flush();

    for (int seed = 0; seed < 150; seed++) {
      var condition = condition(new Random(seed), DEPTH);
      var expected =
          customers.stream().filter(each -> condition.java().apply(each).orElse(false)).toList();

      var query = db.select(Customer.class).where(condition.sql());
      assertThat(query.orderBy(Customer_.id.asc()).list()).as("seed %d", seed).isEqualTo(expected);
      assertThat(query.count()).as("seed %d", seed).isEqualTo(expected.size());
    }
  }

  private static Customer customer(Random random, int number) {
    return new Customer(pick(random, TEXTS) + number)
        .nickname(random.nextInt(3) == 0 ? null : pick(random, TEXTS) + pick(random, TEXTS))
        .credit(random.nextInt(10))
        .tier(List.of(Tier.values()).get(random.nextInt(3)));
  }

  private static Both condition(Random random, int depth) {
    if (depth == 0 || random.nextInt(4) == 0) {
      return leaf(random);
    }
    return switch (random.nextInt(4)) {
      case 0 -> {
        var term = condition(random, depth - 1);
        yield new Both(term.sql().not(), row -> term.java().apply(row).map(value -> !value));
      }
      case 1 -> junction(random, depth, true);
      case 2 -> junction(random, depth, false);
      default -> {
        var left = condition(random, depth - 1);
        var right = condition(random, depth - 1);
        yield random.nextBoolean()
            ? new Both(left.sql().and(right.sql()), row -> joined(row, true, List.of(left, right)))
            : new Both(left.sql().or(right.sql()), row -> joined(row, false, List.of(left, right)));
      }
    };
  }

  private static Both junction(Random random, int depth, boolean conjunction) {
    var terms = new ArrayList<Both>();
    for (int i = 0; i < random.nextInt(4); i++) {
      terms.add(condition(random, depth - 1));
    }
    var conditions = terms.stream().map(Both::sql).toArray(Condition[]::new);
    return new Both(
        conjunction ? Condition.all(conditions) : Condition.any(conditions),
        row -> joined(row, conjunction, terms));
  }

  /// AND and OR of three values.
  private static Optional<Boolean> joined(Customer row, boolean conjunction, List<Both> terms) {
    var values = terms.stream().map(term -> term.java().apply(row)).toList();
    if (values.contains(Optional.of(!conjunction))) {
      return Optional.of(!conjunction);
    }
    return values.contains(Optional.<Boolean>empty()) ? Optional.empty() : Optional.of(conjunction);
  }

  private static Both leaf(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> ofText(random);
      case 1 -> ofNumber(random);
      default -> computed(random);
    };
  }

  private static Both computed(Random random) {
    int number = random.nextInt(10);
    var word = pick(random, TEXTS);
    var credit = Customer_.credit;
    var nickname = Customer_.nickname;
    return switch (random.nextInt(12)) {
      case 0 -> new Both(nickname.isSame(word), row -> Optional.of(word.equals(row.nickname())));
      case 1 ->
          new Both(
              nickname.isDistinctFrom(Customer_.name),
              row -> Optional.of(!row.name().equals(row.nickname())));
      case 2 -> text(length(nickname).gt(number % 3), value -> value.length() > number % 3);
      case 3 ->
          new Both(
              coalesce(nickname, word).eq(word),
              row -> Optional.of(unlessNull(row.nickname()).orElse(word).equals(word)));
      case 4 -> text(concat(nickname, value(word)).eq(word), value -> (value + word).equals(word));
      case 5 -> number(credit.dividedBy(3).eq(number % 4), value -> value / 3 == number % 4);
      case 6 -> number(mod(credit, 3).eq(number % 3), value -> value % 3 == number % 3);
      case 7 ->
          number(
              greatest(credit, value(number)).eq(number),
              value -> Math.max(value, number) == number);
      case 8 ->
          number(
              when(credit.gt(number), value(1)).otherwise(value(2)).eq(1), value -> value > number);
      case 9 -> number(abs(credit.minus(number)).le(2), value -> Math.abs(value - number) <= 2);
      case 10 ->
          new Both(
              Tuple.of(Customer_.version, credit).gt(Tuple.values(0, number)),
              row -> unlessNull(row.credit()).map(value -> value > number));
      default -> text(nickname.equalsIgnoreCase(word), value -> value.equalsIgnoreCase(word));
    };
  }

  private static Optional<Integer> unlessNull(@Nullable Integer number) {
    return Optional.ofNullable(number);
  }

  private static Both ofText(Random random) {
    var word = pick(random, TEXTS);
    var nickname = Customer_.nickname;
    return switch (random.nextInt(9)) {
      case 0 -> text(nickname.eq(word), value -> value.equals(word));
      case 1 -> text(nickname.ne(word), value -> !value.equals(word));
      case 2 -> text(nickname.contains(word), value -> value.contains(word));
      case 3 -> text(nickname.startsWith(word), value -> value.startsWith(word));
      case 4 -> text(nickname.endsWith(word), value -> value.endsWith(word));
      case 5 -> text(nickname.in(List.of(word, "a")), value -> List.of(word, "a").contains(value));
      case 6 -> text(nickname.notIn(List.of(word)), value -> !value.equals(word));
      case 7 -> new Both(nickname.isNull(), row -> Optional.of(row.nickname() == null));
      default -> new Both(nickname.isNotNull(), row -> Optional.of(row.nickname() != null));
    };
  }

  private static Both text(Condition sql, Function<String, Boolean> java) {
    return new Both(sql, row -> unlessNull(row.nickname()).map(java));
  }

  private static Optional<String> unlessNull(@Nullable String text) {
    return Optional.ofNullable(text);
  }

  private static Both ofNumber(Random random) {
    int number = random.nextInt(10);
    var credit = Customer_.credit;
    return switch (random.nextInt(9)) {
      case 0 -> number(credit.lt(number), value -> value < number);
      case 1 -> number(credit.le(number), value -> value <= number);
      case 2 -> number(credit.gt(number), value -> value > number);
      case 3 -> number(credit.ge(number), value -> value >= number);
      case 4 -> number(credit.between(number, 7), value -> value >= number && value <= 7);
      case 5 -> number(credit.plus(number).times(2).eq(16), value -> (value + number) * 2 == 16);
      case 6 -> number(credit.in(List.of()), _ -> false);
      case 7 -> {
        var tier = List.of(Tier.values()).get(random.nextInt(3));
        yield new Both(Customer_.tier.eq(tier), row -> Optional.of(row.tier() == tier));
      }
      default -> number(credit.minus(number).ge(credit.times(0)), value -> value - number >= 0);
    };
  }

  private static Both number(Condition sql, Function<Integer, Boolean> java) {
    return new Both(sql, row -> Optional.ofNullable(row.credit()).map(java));
  }

  private static <T> T pick(Random random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
