package dev.ambix.migrate.measure;

import dev.ambix.migrate.autogenerate.Scratch;
import dev.ambix.migrate.revision.Revision;
import dev.ambix.migrate.revision.Step;
import dev.ambix.migrate.run.Replay;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Looks at the locks of the transaction and at the catalog, before and after each statement. What
/// the revision itself has made is nobody's yet, and is passed over.
final class PostgresMeter implements Meter {
  /// It runs in no transaction block; a procedure in it commits.
  private static final Set<String> NEEDS_NO_TRANSACTION = Set.of("25001", "2D000");

  private final Scratch.Area area;
  private final Connection connection;
  private final Set<Long> existing;
  private final Map<Long, Effect.Lock> held = new HashMap<>();
  private final List<Measured> measured = new ArrayList<>();

  private PostgresMeter(Scratch.Area area, Set<Long> existing) {
    this.area = area;
    this.connection = area.connection();
    this.existing = existing;
  }

  static PostgresMeter of(Scratch.Area area) throws SQLException {
    return new PostgresMeter(area, Set.copyOf(Relation.all(area.connection()).keySet()));
  }

  @Override
  public List<Measured> measured() {
    return List.copyOf(measured);
  }

  @Override
  public void step(Revision revision, Step step, Replay.Work work) throws SQLException {
    var effects = sets(step) ? unseen(work) : effects(step, work);
    measured.add(new Measured("postgresql", revision.file(), step.line(), step.summary(), effects));
  }

  /// SET locks nothing, and SET TRANSACTION fails when somebody has looked before.
  private static boolean sets(Step step) {
    return begins(step, "set ");
  }

  private static List<Effect> unseen(Replay.Work work) throws SQLException {
    work.run();
    return List.of();
  }

  private List<Effect> effects(Step step, Replay.Work work) throws SQLException {
    var before = Relation.all(connection);
    held.keySet().retainAll(Locks.own(connection).keySet());
    var locks = step.outside() ? alone(work) : together(work);
    var after = Relation.all(connection);
    var effects = new ArrayList<Effect>();
    for (var relation : before.values()) {
      if (existing.contains(relation.id()) && !covered(relation, locks)) {
        effect(relation, Optional.ofNullable(after.get(relation.id())), locks, step)
            .ifPresent(effects::add);
      }
    }
    locks.forEach((id, mode) -> held.put(id, lock(id, mode, step)));
    return effects;
  }

  private Map<Long, LockMode> together(Replay.Work work) throws SQLException {
    work.run();
    return Locks.own(connection);
  }

  /// Most that stand alone can be in a transaction too, where their locks are seen at its end.
  private Map<Long, LockMode> alone(Replay.Work work) throws SQLException {
    control("begin");
    try {
      var locks = together(work);
      control("commit");
      return locks;
    } catch (SQLException e) {
      control("rollback");
      if (!NEEDS_NO_TRANSACTION.contains(String.valueOf(e.getSQLState()))) {
        throw e;
      }
    }
    try (var other = area.another()) {
      return new Obstacle(other, process()).locks(work);
    }
  }

  /// The lock, and which statement has taken it.
  private Effect.Lock lock(long relation, LockMode mode, Step step) {
    var before = held.get(relation);
    return before != null && before.mode().compareTo(mode) >= 0
        ? before
        : new Effect.Lock(mode, step.line());
  }

  /// What the statement did to a relation, when it took a lock, or had one that was there already.
  private Optional<Effect> effect(
      Relation before, Optional<Relation> after, Map<Long, LockMode> locks, Step step) {
    var mode = locks.get(before.id());
    if (mode == null) {
      return Optional.empty();
    }
    boolean same = !before.keepsRows() || truncates(step);
    boolean rewritten = !same && after.filter(it -> it.file() != before.file()).isPresent();
    boolean read =
        !same
            && mode.compareTo(LockMode.SHARE_UPDATE_EXCLUSIVE) >= 0
            && after.filter(it -> it.scans() > before.scans()).isPresent();
    var lock = lock(before.id(), mode, step);
    return !lock.equals(held.get(before.id())) || rewritten || read
        ? Optional.of(new Effect(before.name(), Optional.of(lock), rewritten, read))
        : Optional.empty();
  }

  /// Whether the lock of an index says nothing that the lock of its table does not say.
  private static boolean covered(Relation relation, Map<Long, LockMode> locks) {
    var mode = locks.get(relation.id());
    var ofTable = locks.get(relation.table());
    return relation.table() != relation.id()
        && mode != null
        && ofTable != null
        && ofTable.compareTo(mode) >= 0;
  }

  /// It makes files anew because they are empty then.
  private static boolean truncates(Step step) {
    return begins(step, "truncate ");
  }

  private static boolean begins(Step step, String words) {
    return step.summary().regionMatches(true, 0, words, 0, words.length());
  }

  private int process() throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select pg_backend_pid()")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private void control(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
