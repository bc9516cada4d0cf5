package dev.ambix.conformance.music;

import static dev.ambix.query.Aggregates.count;
import static dev.ambix.query.Aggregates.countDistinct;
import static dev.ambix.query.Aggregates.sum;
import static dev.ambix.query.Functions.coalesce;
import static dev.ambix.query.Functions.exists;
import static dev.ambix.query.Functions.value;
import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.reverseOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.conformance.EveryEngine;
import dev.ambix.query.Selection;
import dev.ambix.session.Database;
import dev.ambix.session.Derived;
import dev.ambix.session.Select;
import dev.ambix.session.Session;
import dev.ambix.testing.Statements;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who works for the shop, who buys there, and whom they like.
@EveryEngine
class PeopleReportTest {
  private static final BigDecimal NOTHING = new BigDecimal("0.00");

  private static final Employee_.Columns<Employee> BOSS = Employee_.as("boss");

  private MusicShop shop;
  private Statements statements;

  @BeforeEach
  void open(Database database, Statements sent) {
    shop = database.writeReturning(MusicShop::open);
    statements = sent;
  }

  private <T> List<T> inOneStatement(Select<T> report) {
    return statements.expect(1, report::list);
  }

  /// The employee, and all above.
  private static List<Employee> chain(@Nullable Employee employee) {
    var chain = new ArrayList<Employee>();
    for (var each = employee; each != null; each = each.boss().orNull()) {
      chain.add(each);
    }
    return chain;
  }

  private record Member(long id, String name, int depth) {}

  @Test
  void employeesWithTheirDepth(Session db) {
    var depth = value(0);
    var tree =
        db.select(Employee.class)
            .into(Selection.of(Member::new, Employee_.id, Employee_.name, depth))
            .where(Employee_.boss.isNull())
            .recursive(
                "tree",
                above ->
                    db.select(Employee.class)
                        .join(above, Employee_.boss.id.eq(above.get(Employee_.id)))
                        .into(
                            Selection.of(
                                Member::new,
                                Employee_.id,
                                Employee_.name,
                                above.get(depth).plus(1))));
    var report = tree.select().orderBy(tree.get(depth).asc(), tree.get(Employee_.id).asc());

    var expected =
        shop.employees().stream()
            .map(each -> new Member(each.id(), each.name(), chain(each).size() - 1))
            .sorted(comparingInt(Member::depth).thenComparingLong(Member::id))
            .toList();
    assertThat(inOneStatement(report)).isEqualTo(expected).anyMatch(each -> each.depth() == 3);
  }

  private record Below(long employee, long boss) {}

  /// Each employee with itself, and with all above.
  private static Derived<Below> below(Session db) {
    return db.select(Employee.class)
        .join(BOSS, BOSS.id.eq(Employee_.id))
        .into(Selection.of(Below::new, Employee_.id, BOSS.id))
        .recursive(
            "below",
            known ->
                db.select(Employee.class)
                    .join(known, Employee_.boss.id.eq(known.get(Employee_.id)))
                    .into(Selection.of(Below::new, Employee_.id, known.get(BOSS.id))));
  }

  private record TeamRevenue(String boss, long customers, BigDecimal revenue) {}

  @Test
  void revenueOfTeams(Session db) {
    var below = below(db);
    var support = Invoice_.customer.support().id;
    var customers = countDistinct(Invoice_.customer.id);
    var revenue = sum(Invoice_.total);
    var sold =
        db.select(Invoice.class)
            .into(Selection.of(List::<Object>of, support, customers, revenue))
            .where(support.isNotNull())
            .groupBy(support)
            .as("sold");
    var report =
        db.select(Employee.class)
            .join(below, below.get(BOSS.id).eq(Employee_.id))
            .leftJoin(sold, sold.get(support).eq(below.get(Employee_.id)))
            .into(
                Selection.of(
                    TeamRevenue::new,
                    Employee_.name,
                    coalesce(sum(sold.get(customers)), 0L),
                    coalesce(sum(sold.get(revenue)), NOTHING)))
            .groupBy(Employee_.id, Employee_.name)
            .orderBy(Employee_.id.asc());

    var expected = shop.employees().stream().map(this::revenueOf).toList();
    assertThat(inOneStatement(report)).isEqualTo(expected).hasSize(14);
  }

  private TeamRevenue revenueOf(Employee boss) {
    var invoices =
        shop.invoices().stream()
            .filter(invoice -> chain(invoice.customer().get().support().orNull()).contains(boss))
            .toList();
    return new TeamRevenue(
        boss.name(),
        invoices.stream().map(invoice -> invoice.customer().get()).distinct().count(),
        invoices.stream().map(Invoice::total).reduce(NOTHING, BigDecimal::add));
  }

  @Test
  void customersWhoBoughtAWholeAlbum(Session db) {
    var album = shop.albums().getFirst();
    var bought =
        db.select(InvoiceLine.class)
            .where(
                InvoiceLine_.track.id.eq(Track_.id),
                InvoiceLine_.invoice.customer().id.eq(Customer_.id));
    var missing = db.select(Track.class).where(Track_.album.is(album), exists(bought).not());
    var report = db.select(Customer.class).where(exists(missing).not()).orderBy(Customer_.id.asc());

    var all = shop.tracks().stream().filter(track -> track.album().get() == album).toList();
    var expected =
        shop.customers().stream()
            .filter(customer -> {
              var own = new HashSet<Track>();
              for (var line : shop.lines()) {
                if (line.invoice().get().customer().get() == customer) {
                  own.add(line.track().get());
                }
              }
              return own.containsAll(all);
            })
            .map(Customer::name)
            .toList();
    assertThat(inOneStatement(report))
        .extracting(Customer::name)
        .isEqualTo(expected)
        .hasSizeBetween(3, 10);
  }

  @Test
  void fansWhoHaveNeverBoughtTheirFavourites(Session db) {
    var bought =
        db.select(InvoiceLine.class)
            .where(
                InvoiceLine_.invoice.customer().id.eq(Customer_.id),
                InvoiceLine_.track.album().artist().id.eq(Artist_.id));
    var report =
        db.select(Customer.class)
            .where(Customer_.favourites.any(exists(bought).not()))
            .with(Customer_.favourites.orderBy(Artist_.id.asc()))
            .orderBy(Customer_.id.asc());

    var found = statements.expect(2, report::list);
    var expected =
        shop.customers().stream()
            .filter(customer ->
                customer.favourites().stream().anyMatch(artist -> !hasBought(customer, artist)))
            .toList();
    assertThat(found)
        .extracting(Customer::name)
        .isEqualTo(expected.stream().map(Customer::name).toList())
        .hasSizeBetween(1, 37);
    assertThat(found)
        .allSatisfy(customer ->
            assertThat(customer.favourites().list())
                .extracting(Artist::id)
                .isSorted()
                .isNotEmpty());
  }

  private boolean hasBought(Customer customer, Artist artist) {
    return shop.lines().stream()
        .anyMatch(line ->
            line.invoice().get().customer().get() == customer
                && line.track().get().album().get().artist().get() == artist);
  }

  private record Contact(String kind, String name, @Nullable String by) {}

  @Test
  void addressBook(Session db) {
    var customers =
        db.select(Customer.class)
            .into(
                Selection.of(
                    Contact::new, value("customer"), Customer_.name, Customer_.support.name));
    var employees =
        db.select(Employee.class)
            .into(
                Selection.of(Contact::new, value("employee"), Employee_.name, Employee_.boss.name));
    var report = customers.unionAll(employees).orderBy(Customer_.name.asc());

    var expected = new ArrayList<Contact>();
    for (var customer : shop.customers()) {
      expected.add(new Contact("customer", customer.name(), nameOf(customer.support().orNull())));
    }
    for (var employee : shop.employees()) {
      expected.add(new Contact("employee", employee.name(), nameOf(employee.boss().orNull())));
    }
    expected.sort(comparing(Contact::name));
    assertThat(inOneStatement(report)).isEqualTo(expected);
  }

  private static @Nullable String nameOf(@Nullable Employee employee) {
    return employee == null ? null : employee.name();
  }

  private record Fans(String artist, long fans, long albums) {}

  @Test
  void artistsWithMostFans(Session db) {
    var artist = Artist_.as("artist");
    var own = db.select(Album.class).where(Album_.artist.id.eq(artist.id));
    var albums = value(own.value(count()));
    var report =
        db.select(Customer.class)
            .join(artist, Customer_.favourites.any(Artist_.id.eq(artist.id)))
            .into(Selection.of(Fans::new, artist.name, count(), albums))
            .groupBy(artist.id, artist.name)
            .orderBy(count().desc(), artist.name.asc());

    var expected =
        shop.artists().stream()
            .map(each ->
                new Fans(
                    each.name(),
                    shop.customers().stream()
                        .filter(customer -> customer.favourites().contains(each))
                        .count(),
                    shop.albums().stream().filter(album -> album.artist().get() == each).count()))
            .filter(each -> each.fans() > 0)
            .sorted(comparing(Fans::fans, reverseOrder()).thenComparing(Fans::artist))
            .toList();
    assertThat(inOneStatement(report)).isEqualTo(expected).hasSizeGreaterThan(10);
  }
}
