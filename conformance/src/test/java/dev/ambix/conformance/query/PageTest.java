package dev.ambix.conformance.query;

import static dev.ambix.conformance.Failures.assertFails;
import static dev.ambix.conformance.Failures.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.conformance.EveryEngine;
import dev.ambix.conformance.shop.Customer;
import dev.ambix.conformance.shop.Customer.Tier;
import dev.ambix.conformance.shop.Customer_;
import dev.ambix.conformance.shop.Purchase;
import dev.ambix.conformance.shop.Purchase_;
import dev.ambix.conformance.shop.Shop;
import dev.ambix.conformance.shop.Stock;
import dev.ambix.conformance.shop.Stock_;
import dev.ambix.error.InvalidCursor;
import dev.ambix.query.Order;
import dev.ambix.session.Select;
import dev.ambix.session.Session;
import dev.ambix.testing.AllowRepeats;
import dev.ambix.testing.Statements;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pages by keyset.
@EveryEngine
@AllowRepeats
class PageTest {
  @Nested
  class Walking {
    @Test
    void givesEveryRowOnceInOrder(Session db) {
      customers(db, 57);
      List<List<Order>> orders =
          List.of(
              List.of(),
              List.of(Customer_.name.asc()),
              List.of(Customer_.id.desc()),
              List.of(Customer_.tier.asc()),
              List.of(Customer_.tier.desc(), Customer_.version.asc()),
              List.of(Customer_.version.desc(), Customer_.tier.asc(), Customer_.name.desc()),
              List.of(Customer_.createdAt.desc()),
              List.of(Customer_.name.lower().asc(), Customer_.tier.desc()));
      for (var order : orders) {
        var query = db.select(Customer.class).orderBy(order.toArray(Order[]::new));
        var total = query.orderBy(Customer_.id.asc()).list();
        for (int size : new int[] {1, 7, 56, 57, 58, 1000}) {
          assertThat(walk(query, size)).as("%s by %d", order, size).isEqualTo(total);
        }
      }
    }

    @Test
    void worksOverDatesAndDecimals(Session db) {
      var ann = Shop.customers(db, "ann").getFirst();
      for (int i = 0; i < 20; i++) {
        db.add(Shop.purchase(ann, "1." + i % 3));
      }
      var query = db.select(Purchase.class).orderBy(Purchase_.day.desc(), Purchase_.total.asc());

      assertThat(walk(query, 3)).isEqualTo(query.orderBy(Purchase_.id.asc()).list());
    }

    @Test
    void worksOverACompositeKey(Session db) {
      for (int i = 0; i < 20; i++) {
        db.add(new Stock(i % 2 == 0 ? "a" : "b", i, i % 3));
      }
      var query = db.select(Stock.class).orderBy(Stock_.pieces.desc());

      assertThat(walk(query, 3))
          .isEqualTo(query.orderBy(Stock_.warehouse.asc(), Stock_.shelf.asc()).list());
    }

    @Test
    void endsWithoutANext(Session db) {
      customers(db, 4);

      assertThat(db.select(Customer.class).page(4, null).next()).isNull();
      assertThat(db.select(Customer.class).page(3, null).next()).isNotNull();
      assertThat(db.select(Customer.class).where(Customer_.id.eq(-1L)).page(3, null).items())
          .isEmpty();
    }

    @Test
    void keepsTheConditions(Session db) {
      customers(db, 30);
      var gold = db.select(Customer.class).where(Customer_.tier.eq(Tier.GOLD));

      assertThat(walk(gold, 4)).isEqualTo(gold.orderBy(Customer_.id.asc()).list()).isNotEmpty();
    }

    @Test
    void isNotUpsetByRowsThatComeAndGo(Session db) {
      customers(db, 10);
      var query = db.select(Customer.class).orderBy(Customer_.name.asc());
      var first = query.page(4, null);
      db.add(new Customer("a-before"));
      db.add(new Customer("zzz"));
      db.remove(first.items().getLast());

      var rest = query.page(100, first.next()).items();
      assertThat(rest).extracting(Customer::name).hasSize(7).endsWith("zzz");
      assertThat(rest).doesNotContainAnyElementsOf(first.items());
    }

    @Test
    void readsOneRowMoreThanThePage(Session db, Statements statements) {
      customers(db, 10);
      statements.clear();
      db.select(Customer.class).limit(2).offset(3).page(4, null);

      statements.expectTexts("order by customers.id");
      assertThat(statements.all().getFirst().rows()).isEqualTo(5);
    }

    @Test
    void passesOverNulls(Session db) {
      var random = new Random(3);
      for (int i = 0; i < 40; i++) {
        db.add(new Customer("c" + i))
            .nickname(random.nextInt(3) == 0 ? null : "n" + random.nextInt(4))
            .credit(random.nextInt(3) == 0 ? null : random.nextInt(3));
      }
      List<List<Order>> orders =
          List.of(
              List.of(Customer_.nickname.asc()),
              List.of(Customer_.nickname.desc()),
              List.of(Customer_.nickname.desc(), Customer_.credit.asc()),
              List.of(Customer_.credit.asc(), Customer_.nickname.desc(), Customer_.name.desc()),
              List.of(Customer_.credit.plus(1).desc(), Customer_.nickname.lower().asc()));
      for (var order : orders) {
        var query = db.select(Customer.class).orderBy(order.toArray(Order[]::new));
        var total = query.orderBy(Customer_.id.asc()).list();
        for (int size : new int[] {1, 7, 39, 100}) {
          assertThat(walk(query, size)).as("%s by %d", order, size).isEqualTo(total);
        }
      }
    }

    @Test
    void refusesGroups(Session db) {
      var query = db.select(Customer.class);
      assertRefused("PageOfGroups", () -> query.distinct().page(2, null));
      assertRefused("PageOfGroups", () -> query.union(query).page(2, null));
      assertRefused("PageOfGroups", () -> query.as("c").select().page(2, null));
      var tiers = query.value(Customer_.tier).groupBy(Customer_.tier);
      assertRefused("PageOfGroups", () -> tiers.page(2, null));
    }

    private static <T> List<T> walk(Select<T> query, int size) {
      var rows = new ArrayList<T>();
      String next = null;
      do {
        var page = query.page(size, next);
        assertThat(page.items()).hasSizeLessThanOrEqualTo(size);
        rows.addAll(page.items());
        next = page.next();
      } while (next != null);
      return rows;
    }
  }

  @Nested
  class Cursors {
    @Test
    void areGoodForUrls(Session db) {
      customers(db, 3);
      assertThat(cursor(db)).matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"", " ", "x", "!!!!", "AAAA", "AAAAAAAAAAAA", "\u0000", "äöü", "====", "null"})
    void thatAreNoneAreRefused(String cursor, Session db) {
      var query = db.select(Customer.class).orderBy(Customer_.name.asc());
      assertFails(InvalidCursor.class, () -> query.page(2, cursor));
    }

    @Test
    void thatAreCutOrLengthenedAreRefused(Session db) {
      customers(db, 3);
      var cursor = cursor(db);
      var query = db.select(Customer.class).orderBy(Customer_.name.asc());
      for (int length = 0; length < cursor.length(); length++) {
        var cut = cursor.substring(0, length);
        assertFails(InvalidCursor.class, () -> query.page(2, cut));
      }
      assertFails(InvalidCursor.class, () -> query.page(2, cursor + "AAAA"));
      assertFails(InvalidCursor.class, () -> query.page(2, cursor.repeat(4000)))
          .hasMessageContaining("characters");
    }

    @Test
    void ofAnotherOrderAreRefused(Session db) {
      customers(db, 3);
      var cursor = cursor(db);
      var query = db.select(Customer.class);
      assertFails(InvalidCursor.class, () -> query.orderBy(Customer_.name.desc()).page(2, cursor))
          .hasMessageContaining("it belongs to a query with another order");
      assertFails(InvalidCursor.class, () -> query.page(2, cursor));
      assertFails(InvalidCursor.class, () -> db.select(Stock.class).page(2, cursor));
    }

    @Test
    void thatAreForgedGiveRowsOrAreRefused(Session db) {
      customers(db, 3);
      var bytes = Base64.getUrlDecoder().decode(cursor(db));
      var query = db.select(Customer.class).orderBy(Customer_.name.asc());
      for (int seed = 0; seed < 300; seed++) {
        var random = new Random(seed);
        var forged = bytes.clone();
        for (int i = 0; i <= random.nextInt(3); i++) {
          forged[4 + random.nextInt(forged.length - 4)] = (byte) random.nextInt(128);
        }
        assertRowsOrRefusal(query, encode(forged));
      }
    }

    @Test
    void thatHoldHugeNumbersAreRefused(Session db) throws IOException {
      var ann = Shop.customers(db, "ann").getFirst();
      db.add(Shop.purchase(ann, "1"));
      db.add(Shop.purchase(ann, "2"));
      var query = db.select(Purchase.class).orderBy(Purchase_.total.asc());
      int order =
          ByteBuffer.wrap(Base64.getUrlDecoder().decode(query.page(1, null).next())).getInt();

      for (var total : List.of("1e999999999", "1e-999999999", "NaN", "1", "9999999999999.00")) {
        assertFails(InvalidCursor.class, () -> query.page(1, forged(order, total, "1")));
      }
      assertFails(
          InvalidCursor.class, () -> query.page(1, forged(order, "1.00", "9223372036854775808")));
      assertThat(query.page(1, forged(order, "1.50", "0")).items()).hasSize(1);
    }

    private static void assertRowsOrRefusal(Select<Customer> query, String cursor) {
      try {
        assertThat(query.page(2, cursor).items()).hasSizeLessThanOrEqualTo(2);
      } catch (InvalidCursor refused) {
        assertThat(refused).hasMessageStartingWith("[InvalidCursor] cursor: it ");
      }
    }

    private static String forged(int order, String... values) throws IOException {
      var bytes = new ByteArrayOutputStream();
      var out = new DataOutputStream(bytes);
      out.writeInt(order);
      for (var value : values) {
        out.writeBoolean(false);
        out.writeUTF(value);
      }
      return encode(bytes.toByteArray());
    }

    private static String encode(byte[] bytes) {
      return new String(
          Base64.getUrlEncoder().withoutPadding().encode(bytes), StandardCharsets.US_ASCII);
    }

    private static String cursor(Session db) {
      return db.select(Customer.class).orderBy(Customer_.name.asc()).page(1, null).next();
    }
  }

  private static void customers(Session db, int count) {
    for (int i = 0; i < count; i++) {
      db.add(new Customer("c%03d".formatted(i * 37 % 101)).tier(List.of(Tier.values()).get(i % 3)));
    }
    db.flush();
    var some = db.select(Customer.class).where(Customer_.tier.ne(Tier.SILVER)).list();
    some.forEach(each -> each.nickname("x"));
    db.flush();
  }
}
