package dev.ambix.testing;

import dev.ambix.error.UsageException;
import dev.ambix.session.Database;
import dev.ambix.session.Session;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one test, or all tests of a class, work on. Made at the first use and closed at the end of
/// the test or the class; JUnit closes it once more, in case that was not reached.
final class Workplace implements AutoCloseable {
  private final Statements statements;
  private final Database unrecorded;
  private final Database database;
  private final @Nullable TestDatabase own;
  private final List<Runnable> atEnd = new ArrayList<>();
  private @Nullable Session session;

  private Workplace(Statements statements, Database unrecorded, @Nullable TestDatabase own) {
    this.statements = statements;
    this.unrecorded = unrecorded;
    this.database = unrecorded.listening(statements.listener());
    this.own = own;
  }

  /// A sandbox of this database, which may be a sandbox itself.
  static Workplace sandbox(Database below) {
    var sandbox = below.sandbox();
    var workplace = new Workplace(new Statements(), sandbox, null);
    workplace.atEnd.add(sandbox::close);
    return workplace;
  }

  /// A database that is dropped at the end.
  static Workplace committed(EngineRun run, EngineRun.OwnDatabase fresh) {
    try {
      var database = run.withTables(fresh.url());
      var statements = new Statements();
      var own = new TestDatabase(run.engine(), fresh.url(), run.instances(), statements.listener());
      var workplace = new Workplace(statements, database, own);
      workplace.atEnd.add(fresh.drop());
      workplace.atEnd.add(database::close);
      workplace.atEnd.add(own::close);
      return workplace;
    } catch (RuntimeException failure) {
      fresh.drop().run();
      throw failure;
    }
  }

  /// What a test finds where its class has this: a sandbox within the sandbox, or the same database
  /// of its own. It records its own statements.
  Workplace within(EngineRun run) {
    if (own == null) {
      return sandbox(unrecorded);
    }
    var inner = new Statements();
    var same = new TestDatabase(run.engine(), own.url(), run.instances(), inner.listener());
    var workplace = new Workplace(inner, unrecorded, same);
    workplace.atEnd.add(same::close);
    return workplace;
  }

  boolean isCommitted() {
    return own != null;
  }

  Statements statements() {
    return statements;
  }

  Database database() {
    return database;
  }

  TestDatabase own() {
    if (own == null) {
      throw new UsageException(
          "NotCommitted",
          "TestDatabase: got a test in a sandbox, expected one with a database of its own."
              + " Add @Committed to it.");
    }
    return own;
  }

  /// The session of the test, the same for all who ask.
  Session session() {
    if (session == null) {
      var opened = database.open();
      session = opened;
      atEnd.add(opened::close);
    }
    return session;
  }

  /// Ends all that was begun here, the last first, and lets no failure keep the others from it.
  @Override
  public void close() {
    var failures = new ArrayList<RuntimeException>();
    Collections.reverse(atEnd);
    for (var end : atEnd) {
      try {
        end.run();
      } catch (RuntimeException failure) {
        failures.add(failure);
      }
    }
    atEnd.clear();
    if (!failures.isEmpty()) {
      var first = failures.removeFirst();
      failures.forEach(first::addSuppressed);
      throw first;
    }
  }
}
