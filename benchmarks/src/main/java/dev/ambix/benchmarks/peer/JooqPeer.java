package dev.ambix.benchmarks.peer;

import dev.ambix.benchmarks.Engine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.Record7;
import org.jooq.Records;
import org.jooq.SQLDialect;
import org.jooq.SelectJoinStep;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/// jOOQ with a table class as its generator writes it: typed queries, rows mapped by a constructor
/// and not by reflection, no logging, one context for all. Insertions go in bulk with RETURNING (on
/// SQLite, where jOOQ gives the id of one row only, one by one), updates in a batch of one
/// statement with many binds; it has no unit of work, so that what has changed is known, as it is
/// by hand.
public final class JooqPeer implements Peer {
  private final DSLContext context;
  private final JooqCustomers customers;
  private final JooqShelf shelf;
  private final int bulk;
  private List<Customer> loaded = List.of();

  public JooqPeer(DataSource source, Engine engine) {
    this.context =
        DSL.using(
            source,
            engine == Engine.SQLITE ? SQLDialect.SQLITE : SQLDialect.POSTGRES,
            new Settings().withExecuteLogging(false));
    this.customers = new JooqCustomers(engine);
    this.shelf = new JooqShelf(context);
    this.bulk = engine == Engine.SQLITE ? 1 : 1_000;
  }

  private SelectJoinStep<Record7<Long, String, String, String, Integer, Boolean, Instant>>
      select() {
    var c = customers;
    return context.select(c.id, c.name, c.email, c.phone, c.points, c.active, c.joined).from(c);
  }

  @Override
  public Object find(long id) {
    return select().where(customers.id.eq(id)).fetchSingle(Records.mapping(Customer::new));
  }

  @Override
  public List<Customer> first(int rows) {
    return select()
        .where(customers.id.le((long) rows))
        .orderBy(customers.id)
        .fetch(Records.mapping(Customer::new));
  }

  @Override
  public List<?> books(int rows) {
    return shelf.books(rows);
  }

  @Override
  public List<?> writers(int rows) {
    return shelf.writers(rows);
  }

  @Override
  public long insert(int rows) {
    var fresh = new ArrayList<Customer>(rows);
    for (int i = 0; i < rows; i++) {
      fresh.add(Customer.of(i));
    }
    context.transaction(transaction -> {
      for (int start = 0; start < rows; start += bulk) {
        insert(transaction, fresh.subList(start, Math.min(start + bulk, rows)));
      }
    });
    return fresh.getLast().id;
  }

  private void insert(Configuration transaction, List<Customer> some) {
    var c = customers;
    var ids =
        transaction
            .dsl()
            .insertInto(c, c.name, c.email, c.phone, c.points, c.active, c.joined)
            .valuesOfRows(
                some.stream()
                    .map(each ->
                        DSL.row(
                            each.name,
                            each.email,
                            each.phone,
                            each.points,
                            each.active,
                            each.joined))
                    .toList())
            .returningResult(c.id)
            .fetch(c.id);
    for (int i = 0; i < some.size(); i++) {
      some.get(i).id = ids.get(i);
    }
  }

  @Override
  public void load(int rows) {
    loaded = first(rows);
  }

  @Override
  public int touch(int every) {
    return context.transactionResult(transaction -> {
      var dsl = transaction.dsl();
      var batch =
          dsl.batch(dsl.update(customers).set(customers.points, 0).where(customers.id.eq(0L)));
      for (int i = 0; i < loaded.size(); i += every) {
        var customer = loaded.get(i);
        batch = batch.bind(++customer.points, customer.id);
      }
      return batch.execute().length;
    });
  }

  @Override
  public String render(String term) {
    return select()
        .where(
            customers.name.contains(term),
            customers.points.between(10, 1_000),
            customers.active.eq(true))
        .orderBy(customers.joined.desc(), customers.id.asc())
        .limit(20)
        .getSQL();
  }

  @Override
  public void close() {
    loaded = List.of();
  }
}
