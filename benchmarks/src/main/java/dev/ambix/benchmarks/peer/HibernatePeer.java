package dev.ambix.benchmarks.peer;

import dev.ambix.benchmarks.Engine;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.hibernate.Hibernate;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.hibernate.cfg.JdbcSettings;
import org.jspecify.annotations.Nullable;

/// Hibernate with its `Session`: a persistence context, batches of 50 in the order of ids, and no
/// transaction around a lone read, which would cost it a round trip for the commit.
public final class HibernatePeer implements Peer {
  /// How many ids a number of the sequence stands for.
  static final int BLOCK = 1_000;

  static final String BOOKS =
      "from HibernateBook b join fetch b.writer where b.id <= :last order by b.id";

  private static final int BATCH = 50;

  private final SessionFactory factory;
  private @Nullable Session session;
  private List<HibernateCustomer> loaded = List.of();

  public HibernatePeer(DataSource source, Engine engine) {
    this.factory = factory(source, engine);
  }

  static SessionFactory factory(DataSource source, Engine engine) {
    var configuration = new Configuration();
    configuration.addAnnotatedClass(HibernateCustomer.class);
    configuration.addAnnotatedClass(HibernateWriter.class);
    configuration.addAnnotatedClass(HibernateBook.class);
    configuration.getProperties().put(JdbcSettings.JAKARTA_NON_JTA_DATASOURCE, source);
    configuration.setProperty("hibernate.jdbc.batch_size", BATCH);
    configuration.setProperty("hibernate.order_inserts", true);
    configuration.setProperty("hibernate.order_updates", true);
    configuration.setProperty("hibernate.query.in_clause_parameter_padding", true);
    if (engine == Engine.SQLITE) {
      configuration.addAttributeConverter(TextTime.class, true);
      configuration.addResource("dev/ambix/benchmarks/peer/sqlite.orm.xml");
      configuration.setProperty(
          "hibernate.dialect", "org.hibernate.community.dialect.SQLiteDialect");
    } else {
      createSequence(source);
    }
    return configuration.buildSessionFactory();
  }

  private static void createSequence(DataSource source) {
    try (var connection = source.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("drop sequence if exists customers_hibernate");
      statement.execute("create sequence customers_hibernate start 1 increment " + BLOCK);
    } catch (SQLException error) {
      throw new IllegalStateException(error);
    }
  }

  @Override
  public Object find(long id) {
    try (var db = factory.openSession()) {
      return Objects.requireNonNull(db.find(HibernateCustomer.class, id), "row");
    }
  }

  @Override
  public List<HibernateCustomer> first(int rows) {
    try (var db = factory.openSession()) {
      return first(db, rows);
    }
  }

  private static List<HibernateCustomer> first(Session db, int rows) {
    return db.createSelectionQuery(
            "from HibernateCustomer where id <= :last order by id", HibernateCustomer.class)
        .setParameter("last", (long) rows)
        .getResultList();
  }

  @Override
  public List<?> books(int rows) {
    try (var db = factory.openSession()) {
      return db.createSelectionQuery(BOOKS, HibernateBook.class)
          .setParameter("last", (long) rows)
          .getResultList();
    }
  }

  /// The first collection that is asked for brings those of all writers.
  @Override
  public List<?> writers(int rows) {
    try (var db = factory.openSession()) {
      var writers =
          db.createSelectionQuery(
                  "from HibernateWriter where id <= :last order by id", HibernateWriter.class)
              .setParameter("last", (long) rows)
              .getResultList();
      writers.forEach(writer -> Hibernate.initialize(writer.books()));
      return writers;
    }
  }

  /// It is advised to clear the session now and then, for its memory; here it is small, and the
  /// objects stay in it as they do in that of Ambix.
  @Override
  public long insert(int rows) {
    var customers = new ArrayList<HibernateCustomer>(rows);
    for (int i = 0; i < rows; i++) {
      customers.add(HibernateCustomer.of(i));
    }
    factory.inTransaction(db -> customers.forEach(db::persist));
    return customers.getLast().id();
  }

  @Override
  public void load(int rows) {
    session = factory.openSession();
    loaded = first(session, rows);
    session.beginTransaction();
  }

  @Override
  public int touch(int every) {
    int changed = 0;
    for (int i = 0; i < loaded.size(); i += every) {
      loaded.get(i).reward();
      changed++;
    }
    var db = Objects.requireNonNull(session, "session");
    db.getTransaction().commit();
    db.beginTransaction();
    return changed;
  }

  @Override
  public void flush() {
    Objects.requireNonNull(session, "session").flush();
  }

  @Override
  public void close() {
    if (session != null) {
      session.getTransaction().rollback();
      session.close();
    }
    factory.close();
  }
}
