package dev.ambix.benchmarks.peer;

import dev.ambix.dialect.Dialect;
import dev.ambix.dialect.Statement;
import dev.ambix.mapping.Column;
import dev.ambix.mapping.Mapping;
import dev.ambix.query.Node;
import dev.ambix.session.Database;
import dev.ambix.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Ambix, with a session and what it has to offer: one object a row, and changes that are found by
/// comparing. It inserts through the session, or by `insert(list)`, which leaves the session out.
public final class AmbixPeer implements Peer {
  /// What makes the tables that all contestants use.
  public static final List<Mapping<?>> MAPPINGS =
      List.of(new AmbixCustomer_(), new AmbixWriter_(), new AmbixBook_());

  private static final List<Node> COLUMNS =
      new AmbixCustomer_().columns().stream().map(Column::node).toList();

  private final Database database;
  private final Dialect dialect = Dialect.postgresql();
  private final boolean bulk;
  private @Nullable Session session;
  private List<AmbixCustomer> loaded = List.of();

  public AmbixPeer(String url, boolean bulk) {
    this.database = Database.builder(url).mappings(MAPPINGS).open();
    this.bulk = bulk;
  }

  @Override
  public Object find(long id) {
    return database.read(db -> db.get(AmbixCustomer.class, id));
  }

  @Override
  public List<?> first(int rows) {
    return database.read(db -> first(db, rows));
  }

  private static List<AmbixCustomer> first(Session db, int rows) {
    return db.select(AmbixCustomer.class)
        .where(AmbixCustomer_.id.le((long) rows))
        .orderBy(AmbixCustomer_.id.asc())
        .list();
  }

  @Override
  public List<?> books(int rows) {
    return database.read(db ->
        db.select(AmbixBook.class)
            .with(AmbixBook_.writer)
            .where(AmbixBook_.id.le((long) rows))
            .orderBy(AmbixBook_.id.asc())
            .list());
  }

  @Override
  public List<?> writers(int rows) {
    return database.read(db ->
        db.select(AmbixWriter.class)
            .with(AmbixWriter_.books)
            .where(AmbixWriter_.id.le((long) rows))
            .orderBy(AmbixWriter_.id.asc())
            .list());
  }

  @Override
  public long insert(int rows) {
    var customers = new ArrayList<AmbixCustomer>(rows);
    for (int i = 0; i < rows; i++) {
      customers.add(AmbixCustomer.of(i));
    }
    database.write(db -> {
      if (bulk) {
        db.insert(customers);
      } else {
        customers.forEach(db::add);
      }
    });
    return customers.getLast().id();
  }

  @Override
  public void load(int rows) {
    session = database.open();
    loaded = first(session, rows);
  }

  @Override
  public int touch(int every) {
    int changed = 0;
    for (int i = 0; i < loaded.size(); i += every) {
      loaded.get(i).reward();
      changed++;
    }
    Objects.requireNonNull(session, "session").commit();
    return changed;
  }

  @Override
  public void flush() {
    Objects.requireNonNull(session, "session").flush();
  }

  /// What a `Select` does when it is run, up to the sending.
  @Override
  public String render(String term) {
    var conditions =
        List.of(
            AmbixCustomer_.name.contains(term).node(),
            AmbixCustomer_.points.between(10, 1_000).node(),
            AmbixCustomer_.active.eq(true).node());
    return dialect
        .render(
            new Statement.Select(
                Sample.TABLE,
                COLUMNS,
                Optional.of(new Node.Junction(true, conditions)),
                List.of(AmbixCustomer_.joined.desc(), AmbixCustomer_.id.asc()),
                Optional.of(20L),
                0))
        .text();
  }

  @Override
  public void close() {
    if (session != null) {
      session.close();
    }
    database.close();
  }
}
