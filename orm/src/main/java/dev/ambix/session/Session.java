package dev.ambix.session;

import dev.ambix.entity.Entities;
import dev.ambix.entity.EntityType;
import dev.ambix.error.EntityNotFound;
import dev.ambix.error.UsageException;
import dev.ambix.mapping.Path;
import dev.ambix.mapping.SqlText;
import dev.ambix.work.Change;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// A conversation with the database: the objects of its rows, one for each, and what is to be
/// written. Made by [Database]; confined to the thread that made it. Opening one costs nothing: it
/// takes a connection at the first statement, and gives it back when it commits, rolls back or is
/// closed.
///
/// Objects are plain: nothing is read when a field is, and what was loaded stays readable
/// afterwards. Changes are found by comparing, and written by [#flush], which queries and commits
/// do by themselves.
public final class Session implements AutoCloseable {
  private final Database.Parts parts;
  private final Connector connector;
  private final Relations relations;
  private final Context context;
  private final Guard guard = new Guard();
  private final Callbacks afterCommit = new Callbacks();
  private final Savepoints savepoints;
  private final Statements statements;
  private final Flushes flushes;
  private boolean committed;

  Session(Database.Parts parts, Transaction settings, boolean readOnly) {
    this.parts = parts;
    this.relations = new Relations(this, parts.entities());
    this.context = new Context(parts.entities(), relations, parts.observer());
    this.connector = new Connector(parts.driver(), parts.observer(), settings, readOnly);
    this.flushes = new Flushes(this, parts);
    this.statements = new Statements(this, parts.dialect());
    this.savepoints = new Savepoints(this, connector, context, afterCommit);
  }

  /// Whether it only reads.
  public boolean isReadOnly() {
    return connector.readOnly();
  }

  /// Makes an object part of the session; its row is inserted by the next flush. An id that needs
  /// no database is set at once.
  ///
  /// @return the object
  public <E> E add(E entity) {
    checkWritable("add");
    var type = entities().entityOf(entity);
    var known = context.of(type, entity);
    if (known != null) {
      return keep(type, known);
    }
    parts.generator().identify(type, entity);
    var key = type.knownKey(entity);
    if (key != null) {
      context.requireFree(type, key);
    }
    relations.bindAdded(context.add(type, entity));
    return entity;
  }

  private <E> E keep(EntityType<E> type, Entry<E> entry) {
    if (entry.removed) {
      context.requireFree(type, Objects.requireNonNull(type.key(entry.entity), "key"));
      entry.removed = false;
    }
    return entry.entity;
  }

  /// Deletes the row of an object of this session by the next flush; one that was only added is
  /// forgotten.
  public <E> void remove(E entity) {
    checkWritable("remove");
    var entry = require(entity);
    if (entry.snapshot == null) {
      context.forget(entry);
      relations.deleted(entry);
    } else {
      entry.removed = true;
    }
  }

  /// The object of the row of this key, from the session or the database.
  ///
  /// @param key the value of the key attribute; a list of values, in order, for a composite key
  public <E> Optional<E> find(Class<E> type, Object key) {
    checkUsable();
    var entity = entities().entity(type);
    var columnKey = entity.keyOf(key);
    var known = context.findOrAdded(entity, columnKey);
    if (known != null && !Context.isOutOfDate(known)) {
      return Optional.of(known.entity).filter(each -> !known.removed && type.isInstance(each));
    }
    var rows =
        connector.query(
            parts.byKey().of(entity, columnKey, connector.filters()),
            row -> context.load(entity, row, 0));
    if (rows.isEmpty() && known != null) {
      context.forget(known);
    }
    return rows.isEmpty() || !type.isInstance(rows.getFirst())
        ? Optional.empty()
        : Optional.of(rows.getFirst());
  }

  /// The object of the row of this key.
  ///
  /// @throws EntityNotFound when there is no such row
  public <E> E get(Class<E> type, Object key) {
    return find(type, key).orElseThrow(() -> new EntityNotFound(type.getSimpleName(), key));
  }

  /// Loads what these paths lead to from objects of this session, with one statement for each
  /// association on them, however many objects there are.
  ///
  /// @param objects objects of one entity
  @SafeVarargs
  @SuppressWarnings("varargs") // the array is only read
  public final <E> void load(Collection<E> objects, Path<E, ?>... paths) {
    checkUsable();
    if (!objects.isEmpty()) {
      objects.forEach(this::require);
      new Loader(this, context).load(List.copyOf(objects), Branch.of(List.of(paths)));
    }
  }

  /// A query for an entity, or for a projection of one.
  public <T> Select<T> select(Class<T> type) {
    checkUsable();
    return new Select<>(this, Result.of(type, entities()), Result.narrowing(type, entities()));
  }

  /// Inserts rows at once, in as few statements as the engine allows. The objects get their ids, in
  /// order, but do not belong to the session.
  public <E> void insert(List<E> objects) {
    checkWritable("insert");
    if (objects.isEmpty()) {
      return;
    }
    beforeWrite();
    inserter().insert(Inserter.oneType(entities(), objects), objects);
  }

  /// An UPDATE by condition.
  public <E> Update<E> update(Class<E> type) {
    checkWritable("update");
    return new Update<>(this, entities().entity(type), entities().narrowing(type));
  }

  /// A DELETE by condition.
  public <E> Delete<E> delete(Class<E> type) {
    checkWritable("delete");
    return new Delete<>(this, entities().entity(type), entities().narrowing(type));
  }

  /// An INSERT that gives way to a row with the same key.
  public <E> Upsert<E> upsert(E entity) {
    checkWritable("upsert");
    return new Upsert<>(this, entities().entityOf(entity), List.of(entity));
  }

  /// An INSERT of several objects of one entity, each of which gives way to a row with the same
  /// key.
  ///
  /// @param objects at least one
  public <E> Upsert<E> upsert(List<E> objects) {
    checkWritable("upsert");
    return new Upsert<>(this, Inserter.oneType(entities(), objects), List.copyOf(objects));
  }

  /// An INSERT of what a query reads.
  public <E> Insert<E> insert(Class<E> type) {
    checkWritable("insert");
    return new Insert<>(this, entities().entity(type), entities().narrowing(type));
  }

  /// Reads the row of an object of this session again; changes that were not flushed are lost.
  ///
  /// @throws EntityNotFound when the row is gone
  public <E> void refresh(E entity) {
    checkUsable();
    var entry = require(entity);
    var type = entry.type;
    if (entry.snapshot == null) {
      throw notInSession(type.name());
    }
    var key = Objects.requireNonNull(type.key(entity), "key");
    var rows =
        connector.query(
            parts.byKey().of(type, key),
            row -> {
              context.reload(type, row, 0);
              return true;
            });
    if (rows.isEmpty()) {
      context.forget(entry);
      throw new EntityNotFound(type.name(), key);
    }
  }

  /// Lets the session forget an object: changes of it are no longer written.
  public <E> void detach(E entity) {
    checkUsable();
    context.forget(require(entity));
  }

  /// Whether this object belongs to the session and is not removed.
  public <E> boolean contains(E entity) {
    checkUsable();
    var entry = context.of(entities().entityOf(entity), entity);
    return entry != null && !entry.removed;
  }

  /// Writes what was added, changed and removed since the last flush.
  public void flush() {
    checkUsable();
    if (!context.isClean()) {
      flushes.run();
    }
  }

  /// Runs a block that can fail by itself: when it throws, all that it did is undone, the objects
  /// of the session have their values of before, and the transaction goes on. Savepoints nest.
  public void savepoint(Runnable block) {
    checkWritable("savepoint");
    savepoints.run(block);
  }

  /// Runs this once, after the transaction has committed and outside it; never when it rolls back.
  /// What it throws is logged, as the commit stands.
  public void afterCommit(Runnable callback) {
    checkUsable();
    afterCommit.add(callback);
  }

  /// A query or a statement in the engine's SQL, with parameters such as `:name`.
  ///
  /// @param text a compile-time constant
  public SqlQuery sql(@SqlText String text) {
    checkUsable();
    return new SqlQuery(this, NamedSql.parse(text), Map.of());
  }

  /// Lends the JDBC connection, in the transaction of this session, for what Ambix does not do. The
  /// block must not commit, roll back or close it. What it changes is not known to the session's
  /// objects.
  public <T> T jdbc(JdbcWork<T> work) {
    checkUsable();
    if (!isReadOnly()) {
      flush();
    }
    return connector.jdbc(work);
  }

  /// Flushes and commits, gives the connection back, and runs what waits for the commit. The
  /// session can go on in a new transaction.
  public void commit() {
    flush();
    savepoints.requireNone("commit");
    try {
      connector.commit();
    } catch (RuntimeException failure) {
      context.clear();
      afterCommit.forgetAfter(0);
      throw failure;
    }
    committed = true;
    context.transactionEnded();
    guard.call(afterCommit::run);
  }

  /// Whether it has committed before: what it did then cannot be undone, nor done again.
  boolean hasCommitted() {
    return committed;
  }

  /// Undoes what was not committed and gives the connection back. The session forgets its objects,
  /// which keep the values they have, and can go on in a new transaction.
  public void rollback() {
    checkUsable();
    savepoints.requireNone("rollback");
    undo();
  }

  private void undo() {
    context.clear();
    afterCommit.forgetAfter(0);
    connector.rollback();
  }

  /// Rolls back what was not committed, and ends the session. Closing it twice does nothing.
  @Override
  public void close() {
    if (guard.close()) {
      undo();
    }
  }

  /// Work on a JDBC connection.
  ///
  /// @param <T> what it gives
  @FunctionalInterface
  public interface JdbcWork<T> {
    T run(Connection connection) throws SQLException;
  }

  // What the queries of this package need.

  Connector connector() {
    return connector;
  }

  Context context() {
    return context;
  }

  Relations relations() {
    return relations;
  }

  /// Whether it was closed: what objects of it do then is their own affair.
  boolean isClosed() {
    return guard.isClosed();
  }

  Entities entities() {
    return parts.entities();
  }

  Instant now() {
    return parts.generator().now();
  }

  /// The insertion of an object that does not belong to the session, with its ids and times set.
  <E> Change<E> insertion(EntityType<E> type, E entity) {
    return inserter().prepare(type, entity);
  }

  private Inserter inserter() {
    return new Inserter(parts, connector);
  }

  /// What sends its statements.
  Statements statements() {
    return statements;
  }

  void beforeWrite() {
    checkUsable();
    flush();
  }

  /// Before a text whose tables are not known.
  void beforeWriteOrQuery() {
    checkUsable();
    if (!isReadOnly()) {
      flush();
    }
  }

  private <E> Entry<E> require(E entity) {
    var type = entities().entityOf(entity);
    var entry = context.of(type, entity);
    if (entry == null) {
      throw notInSession(type.name());
    }
    return entry;
  }

  private static UsageException notInSession(String name) {
    return new UsageException(
        "NotInSession",
        name
            + ": got an object that has no row in this session, expected one that find, select or a"
            + " flush has given. Read it by its key first.");
  }

  void checkWritable(String verb) {
    checkUsable();
    if (isReadOnly()) {
      throw Connector.readOnlySession(verb);
    }
  }

  void checkUsable() {
    guard.check();
  }
}
