package dev.ambix.session;

import dev.ambix.error.AmbixException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Hears of what sessions do: enough for an audit log or a profiler. It is called on the session's
/// thread, in the middle of its work, so it must be quick and safe for any thread. What it throws
/// reaches the caller of the session, but for the end of a transaction, which stands.
///
/// Only [#beforeFlush] and [#afterFlush] may use the session, and not to end its transaction. They
/// hear of objects that were added, changed and removed, not of the links of a `Many` that stand in
/// a table of their own. What goes to the database at once (`insert`, `update`, `delete`, `upsert`,
/// SQL texts) is no flush: [#onStatement] hears of it.
public interface Listener {
  /// Changes are about to be written. What the listener changes, adds and removes here is written
  /// with them, without another call. Ids that the database numbers are not there yet. When it
  /// throws, nothing is written.
  default void beforeFlush(FlushEvent event) {}

  /// Changes have been written, in a transaction that is still open: `insert` puts rows beside
  /// them. What the listener changes, adds and removes here is written at once, and no listener
  /// hears of it. When it throws, the transaction can only roll back.
  default void afterFlush(FlushEvent event) {}

  /// An object was made of a row, for a session or a stream. What it loads with it comes later.
  default void onLoad(Object entity) {}

  /// A statement has run, or has failed.
  default void onStatement(StatementEvent event) {}

  /// A transaction has begun. Reads that run alone are in none.
  default void onTransactionBegin() {}

  /// A transaction has ended.
  ///
  /// @param committed whether it was committed
  default void onTransactionEnd(boolean committed) {}

  /// What a flush changes.
  ///
  /// @param session the session that flushes
  /// @param changes one for each object, in no order that counts
  record FlushEvent(Session session, List<Change> changes) {
    public FlushEvent {
      changes = List.copyOf(changes);
    }
  }

  /// What a flush does to the row of an object.
  ///
  /// @param kind what is done
  /// @param entity the object
  /// @param key the key of the row as `find` takes it; empty while the database has yet to number
  ///   it
  /// @param attributes those that change; of a new row and a deleted one, all
  record Change(Kind kind, Object entity, Optional<Object> key, List<AttributeChange> attributes) {
    public Change {
      attributes = List.copyOf(attributes);
    }

    /// What is done to a row.
    public enum Kind {
      INSERT,
      UPDATE,
      DELETE
    }

    /// The class of the object.
    public Class<?> type() {
      return entity.getClass();
    }

    /// The same without what is `@Sensitive`, as a log may hold it.
    public Change withoutSensitive() {
      return new Change(
          kind,
          entity,
          key,
          attributes.stream().filter(Predicate.not(AttributeChange::sensitive)).toList());
    }
  }

  /// The values of an attribute, of the class that the entity has it in.
  ///
  /// @param name the name of the attribute; of a component of an embedded record, `address.city`
  /// @param before what the row had; null for NULL and where there was no row
  /// @param after what the row gets; null for NULL and where there is no row then
  /// @param sensitive whether no log may hold it; its text hides such values
  record AttributeChange(
      String name, @Nullable Object before, @Nullable Object after, boolean sensitive) {
    @Override
    public String toString() {
      return sensitive ? name + ": (sensitive)" : name + ": " + before + " -> " + after;
    }
  }

  /// A statement that has run.
  ///
  /// @param sql its text, without values
  /// @param elapsed how long it took, with the reading of its rows
  /// @param rows how many rows it gave, or changed
  /// @param executions how many times it ran: more than 1 for a batch
  /// @param caller the first stack frame outside Ambix
  /// @param error why it failed, if it did
  /// @param session a number that the statements of one session share
  record StatementEvent(
      String sql,
      Duration elapsed,
      long rows,
      int executions,
      Optional<StackTraceElement> caller,
      Optional<AmbixException> error,
      long session) {}
}
