package dev.ambix.benchmarks.peer;

import dev.ambix.benchmarks.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;

/// Hibernate with its `StatelessSession`, which its documentation advises for much data: no
/// persistence context, and `insertMultiple`.
public final class StatelessPeer implements Peer {
  private final SessionFactory factory;

  public StatelessPeer(DataSource source, Engine engine) {
    this.factory = HibernatePeer.factory(source, engine);
  }

  @Override
  public Object find(long id) {
    try (var db = factory.openStatelessSession()) {
      return Objects.requireNonNull(db.get(HibernateCustomer.class, id), "row");
    }
  }

  @Override
  public List<?> first(int rows) {
    try (var db = factory.openStatelessSession()) {
      return db.createSelectionQuery(
              "from HibernateCustomer where id <= :last order by id", HibernateCustomer.class)
          .setParameter("last", (long) rows)
          .getResultList();
    }
  }

  @Override
  public List<?> books(int rows) {
    try (var db = factory.openStatelessSession()) {
      return db.createSelectionQuery(HibernatePeer.BOOKS, HibernateBook.class)
          .setParameter("last", (long) rows)
          .getResultList();
    }
  }

  /// By a join: no context remembers which collections a second statement would fill.
  @Override
  public List<?> writers(int rows) {
    try (var db = factory.openStatelessSession()) {
      return db.createSelectionQuery(
              "from HibernateWriter w left join fetch w.books where w.id <= :last order by w.id",
              HibernateWriter.class)
          .setParameter("last", (long) rows)
          .getResultList();
    }
  }

  @Override
  public long insert(int rows) {
    var customers = new ArrayList<HibernateCustomer>(rows);
    for (int i = 0; i < rows; i++) {
      customers.add(HibernateCustomer.of(i));
    }
    factory.inStatelessTransaction(db -> db.insertMultiple(customers));
    return customers.getLast().id();
  }

  @Override
  public void close() {
    factory.close();
  }
}
