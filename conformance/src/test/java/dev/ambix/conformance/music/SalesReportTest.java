package dev.ambix.conformance.music;

import static dev.ambix.conformance.Failures.assertRefused;
import static dev.ambix.query.Aggregates.count;
import static dev.ambix.query.Aggregates.countDistinct;
import static dev.ambix.query.Aggregates.lag;
import static dev.ambix.query.Aggregates.min;
import static dev.ambix.query.Aggregates.rowNumber;
import static dev.ambix.query.Aggregates.sum;
import static dev.ambix.query.Functions.cast;
import static dev.ambix.query.Functions.extract;
import static dev.ambix.query.Functions.number;
import static dev.ambix.query.Functions.round;
import static dev.ambix.query.Functions.truncate;
import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;
import static java.util.Comparator.reverseOrder;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.conformance.EveryEngine;
import dev.ambix.conformance.music.InvoiceView.CustomerCard;
import dev.ambix.conformance.music.InvoiceView.LineView;
import dev.ambix.query.Condition;
import dev.ambix.query.Node.TimeUnit;
import dev.ambix.query.NumberExpression;
import dev.ambix.query.OrderedExpression;
import dev.ambix.query.Selection;
import dev.ambix.query.Window;
import dev.ambix.session.Database;
import dev.ambix.session.Select;
import dev.ambix.session.Session;
import dev.ambix.testing.AllowRepeats;
import dev.ambix.testing.Engine;
import dev.ambix.testing.Statements;
import dev.ambix.type.Type;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the shop sells: when, where and to whom.
@EveryEngine
class SalesReportTest {
  private static final OrderedExpression<LocalDate> MONTH = truncate(TimeUnit.MONTH, Invoice_.date);
  private static final NumberExpression<BigDecimal> REVENUE = sum(Invoice_.total);

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

  private static BigDecimal revenue(Collection<Invoice> invoices) {
    return invoices.stream().map(Invoice::total).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private Map<LocalDate, BigDecimal> revenueByMonth() {
    var months = new TreeMap<LocalDate, BigDecimal>();
    for (var invoice : shop.invoices()) {
      months.merge(invoice.date().withDayOfMonth(1), invoice.total(), BigDecimal::add);
    }
    return months;
  }

  private record Region(String country, LocalDate month) {}

  private record RegionSales(String country, LocalDate month, BigDecimal revenue, long invoices) {}

  @Test
  void revenueByCountryAndMonth(Session db) {
    var country = Invoice_.customer.place.country;
    var report =
        db.select(Invoice.class)
            .into(Selection.of(RegionSales::new, country, MONTH, REVENUE, count()))
            .groupBy(country, MONTH)
            .orderBy(MONTH.asc(), country.asc());

    var expected = new ArrayList<RegionSales>();
    shop.invoices().stream()
        .collect(
            groupingBy(invoice ->
                new Region(
                    invoice.customer().get().place().country(), invoice.date().withDayOfMonth(1))))
        .forEach((region, sales) ->
            expected.add(
                new RegionSales(region.country(), region.month(), revenue(sales), sales.size())));
    expected.sort(comparing(RegionSales::month).thenComparing(RegionSales::country));
    assertThat(inOneStatement(report)).isEqualTo(expected).hasSizeGreaterThan(100);
  }

  private record Spending(String customer, BigDecimal spent, LocalDate since) {}

  @Test
  void customersWhoSpentMost(Session db) {
    var customer = Invoice_.customer;
    var report =
        db.select(Invoice.class)
            .into(Selection.of(Spending::new, customer.name, REVENUE, min(Invoice_.date)))
            .groupBy(customer.id, customer.name)
            .orderBy(REVENUE.desc(), customer.name.asc())
            .limit(10);

    var expected =
        shop.invoices().stream()
            .collect(groupingBy(invoice -> invoice.customer().get()))
            .entrySet()
            .stream()
            .map(each ->
                new Spending(
                    each.getKey().name(),
                    revenue(each.getValue()),
                    each.getValue().stream()
                        .map(Invoice::date)
                        .min(Comparator.naturalOrder())
                        .orElseThrow()))
            .sorted(comparing(Spending::spent, reverseOrder()).thenComparing(Spending::customer))
            .limit(10)
            .toList();
    assertThat(inOneStatement(report)).isEqualTo(expected).hasSize(10);
  }

  private record Progress(LocalDate month, BigDecimal revenue, @Nullable BigDecimal other) {}

  @Test
  void revenueSoFar(Session db) {
    var soFar = sum(REVENUE).over(Window.all().orderBy(MONTH.asc()));
    var report =
        db.select(Invoice.class)
            .into(Selection.of(Progress::new, MONTH, REVENUE, soFar))
            .groupBy(MONTH)
            .orderBy(MONTH.asc());

    var expected = new ArrayList<Progress>();
    var total = BigDecimal.ZERO;
    for (var month : revenueByMonth().entrySet()) {
      total = total.add(month.getValue());
      expected.add(new Progress(month.getKey(), month.getValue(), total));
    }
    assertThat(inOneStatement(report)).isEqualTo(expected).hasSize(36);
  }

  @Test
  void changeFromMonthToMonth(Session db) {
    var before = number(lag(REVENUE, 1).over(Window.all().orderBy(MONTH.asc())));
    var report =
        db.select(Invoice.class)
            .into(Selection.of(Progress::new, MONTH, REVENUE, REVENUE.minus(before)))
            .groupBy(MONTH)
            .orderBy(MONTH.asc());

    var months = revenueByMonth();
    var expected = new ArrayList<Progress>();
    months.forEach((month, revenue) -> {
      var last = months.get(month.minusMonths(1));
      expected.add(new Progress(month, revenue, last == null ? null : revenue.subtract(last)));
    });
    assertThat(inOneStatement(report)).isEqualTo(expected).hasSize(36);
  }

  private record WrongTotal(long invoice, BigDecimal total, BigDecimal lines) {}

  @Test
  void invoicesWithAWrongTotal(Session db) {
    var copies = number(cast(InvoiceLine_.copies, Type.decimal(6, 0)));
    var lines = round(sum(InvoiceLine_.price.times(copies)), 2);
    var invoice = InvoiceLine_.invoice;
    var report =
        db.select(InvoiceLine.class)
            .into(Selection.of(WrongTotal::new, invoice.id, invoice.total, lines))
            .groupBy(invoice.id, invoice.total)
            .having(lines.ne(invoice.total))
            .orderBy(invoice.id.asc());

    var expected = new ArrayList<WrongTotal>();
    shop.lines().stream()
        .collect(groupingBy(line -> line.invoice().get()))
        .forEach((each, own) -> {
          var sum = own.stream().map(InvoiceLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
          if (sum.compareTo(each.total()) != 0) {
            expected.add(new WrongTotal(each.id(), each.total(), sum));
          }
        });
    expected.sort(comparingLong(WrongTotal::invoice));
    assertThat(inOneStatement(report)).isEqualTo(expected).hasSize(3);
  }

  private record Cohort(int since, int year, long customers) {}

  @Test
  void customersWhoComeAgain(Session db) {
    var customer = Invoice_.customer.id;
    var year = extract(TimeUnit.YEAR, Invoice_.date);
    var since = min(year);
    var first =
        db.select(Invoice.class)
            .into(Selection.of(List::<Object>of, customer, since))
            .groupBy(customer)
            .as("first");
    var cohort = first.get(since);
    var report =
        db.select(Invoice.class)
            .join(first, first.get(customer).eq(customer))
            .into(Selection.of(Cohort::new, cohort, year, countDistinct(customer)))
            .groupBy(cohort, year)
            .orderBy(cohort.asc(), year.asc());

    assertThat(inOneStatement(report)).isEqualTo(cohorts()).hasSizeGreaterThan(3);
  }

  private List<Cohort> cohorts() {
    var expected = new ArrayList<Cohort>();
    for (int since = 2022; since <= 2024; since++) {
      for (int year = since; year <= 2024; year++) {
        int customers = 0;
        for (var years : yearsOfCustomers()) {
          if (Collections.min(years) == since && years.contains(year)) {
            customers++;
          }
        }
        if (customers > 0) {
          expected.add(new Cohort(since, year, customers));
        }
      }
    }
    return expected;
  }

  /// In which years each customer has bought something.
  private Collection<Set<Integer>> yearsOfCustomers() {
    return shop.invoices().stream()
        .collect(
            groupingBy(
                invoice -> invoice.customer().get(),
                mapping(invoice -> invoice.date().getYear(), toSet())))
        .values();
  }

  private record Purchase(String country, long place, long invoice, BigDecimal total) {}

  private List<Purchase> greatestPurchases() {
    var expected = new ArrayList<Purchase>();
    shop.invoices().stream()
        .collect(groupingBy(invoice -> invoice.customer().get().place().country()))
        .forEach((country, invoices) -> {
          var greatest =
              invoices.stream()
                  .sorted(comparing(Invoice::total, reverseOrder()).thenComparingLong(Invoice::id))
                  .toList();
          for (int i = 0; i < 3; i++) {
            var invoice = greatest.get(i);
            expected.add(new Purchase(country, i + 1, invoice.id(), invoice.total()));
          }
        });
    expected.sort(comparing(Purchase::country));
    return expected;
  }

  @Test
  void greatestPurchasesOfEachCountry(Session db) {
    var country = Invoice_.customer.place.country;
    var order = Window.partitionBy(country).orderBy(Invoice_.total.desc(), Invoice_.id.asc());
    var place = rowNumber().over(order);
    var placed =
        db.select(Invoice.class)
            .into(Selection.of(Purchase::new, country, place, Invoice_.id, Invoice_.total))
            .as("placed");
    var report =
        placed
            .select()
            .where(placed.get(place).le(3L))
            .orderBy(placed.get(country).asc(), placed.get(place).asc());

    assertThat(inOneStatement(report)).isEqualTo(greatestPurchases()).hasSize(18);
  }

  @Test
  void greatestPurchasesBesideEachCountry(Session db, Engine engine) {
    var country = Customer_.place.country;
    var countries = db.select(Customer.class).value(country).distinct().as("countries");
    var greatest =
        db.select(Invoice.class)
            .into(Selection.of(List::<Object>of, Invoice_.id, Invoice_.total))
            .where(Invoice_.customer.place.country.eq(countries.get(country)))
            .orderBy(Invoice_.total.desc(), Invoice_.id.asc())
            .limit(3)
            .as("greatest");
    var total = greatest.get(Invoice_.total);
    var place =
        rowNumber()
            .over(
                Window.partitionBy(countries.get(country))
                    .orderBy(total.desc(), greatest.get(Invoice_.id).asc()));
    var report =
        countries
            .select()
            .joinLateral(greatest, Condition.all())
            .into(
                Selection.of(
                    Purchase::new, countries.get(country), place, greatest.get(Invoice_.id), total))
            .orderBy(countries.get(country).asc(), place.asc());

    if (engine == Engine.SQLITE) {
      assertRefused("LateralJoin", report::list);
      return;
    }
    assertThat(inOneStatement(report)).isEqualTo(greatestPurchases());
  }

  /// Engines have no name in common for the day of the week, and neither has the query language.
  @Test
  void averageBasketByWeekday(Session db, Engine engine) {
    var report =
        switch (engine) {
          case SQLITE ->
              db.sql(
                  """
                  select cast(strftime('%u', date) as integer) as weekday,
                    round(avg(total), 2) as average, count(*) as invoices
                  from invoices group by 1 order by 1\
                  """);
          case POSTGRESQL ->
              db.sql(
                  """
                  select extract(isodow from date)::integer as weekday,
                    round(avg(total), 2)::double precision as average, count(*) as invoices
                  from invoices group by 1 order by 1\
                  """);
        };

    var expected = new ArrayList<WeekdayBasket>();
    shop.invoices().stream()
        .collect(groupingBy(invoice -> invoice.date().getDayOfWeek(), TreeMap::new, toList()))
        .forEach((day, invoices) -> {
          var number = BigDecimal.valueOf(invoices.size());
          var average = revenue(invoices).divide(number, 2, RoundingMode.HALF_UP);
          expected.add(new WeekdayBasket(day.getValue(), average.doubleValue(), invoices.size()));
        });
    assertThat(statements.expect(1, () -> report.list(WeekdayBasket.class)))
        .isEqualTo(expected)
        .hasSize(7);
  }

  @Test
  @AllowRepeats
  void pagesOfInvoices(Session db) {
    var query =
        db.select(Invoice.class)
            .with(Invoice_.customer, Invoice_.lines)
            .orderBy(Invoice_.date.desc(), Invoice_.id.desc());
    var found = new ArrayList<Long>();
    var page = statements.expect(2, () -> query.page(60, null));
    while (page.next() != null) {
      page.items().forEach(invoice -> found.add(invoice.id()));
      var next = page.next();
      page = statements.expect(2, () -> query.page(60, next));
    }
    page.items().forEach(invoice -> found.add(invoice.id()));

    var expected =
        shop.invoices().stream()
            .sorted(
                comparing(Invoice::date, reverseOrder()).thenComparing(Invoice::id, reverseOrder()))
            .map(Invoice::id)
            .toList();
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void invoicesAsTheyArePrinted(Session db) {
    var report =
        db.select(InvoiceView.class)
            .where(Invoice_.date.ge(LocalDate.of(2024, 10, 1)))
            .orderBy(Invoice_.id.asc());

    var expected =
        shop.invoices().stream()
            .filter(invoice -> invoice.date().isAfter(LocalDate.of(2024, 9, 30)))
            .map(this::print)
            .toList();
    assertThat(statements.expect(2, report::list)).isEqualTo(expected).hasSizeGreaterThan(10);
  }

  private InvoiceView print(Invoice invoice) {
    var customer = invoice.customer().get();
    var support = customer.support().orNull();
    var lines =
        shop.lines().stream()
            .filter(line -> line.invoice().get() == invoice)
            .map(line -> {
              var track = line.track().get();
              return new LineView(
                  line.number(),
                  track.name(),
                  track.album().get().title(),
                  line.copies(),
                  line.price());
            })
            .toList();
    return new InvoiceView(
        invoice.id(),
        invoice.date(),
        new CustomerCard(
            customer.name(), customer.place().country(), support == null ? null : support.name()),
        invoice.total(),
        lines);
  }
}
