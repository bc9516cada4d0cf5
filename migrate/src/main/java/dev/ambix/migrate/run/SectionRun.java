package dev.ambix.migrate.run;

import dev.ambix.error.AmbixException;
import dev.ambix.error.Conflict;
import dev.ambix.error.UsageException;
import dev.ambix.migrate.revision.Direction;
import dev.ambix.migrate.revision.Revision;
import dev.ambix.migrate.revision.Section;
import dev.ambix.migrate.revision.Step;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Runs one section of one revision.
///
/// Steps that stand together and run in a transaction are one, with what the table remembers of
/// them. A step outside of it is announced before and noted after; when the runner dies in between,
/// nobody knows whether it worked, so a rerun takes the engine's `already exists` for a yes.
final class SectionRun {
  private static final Pattern CONCURRENTLY =
      Pattern.compile(
          "(?is)create\\s+(?:unique\\s+)?index\\s+concurrently\\s+(?:if\\s+not\\s+exists\\s+)?"
              + "((?:\"[^\"]+\"|[\\w$]+))\\s+on\\s+(?:only\\s+)?((?:\"[^\"]+\"|[\\w$]+)\\s*\\.)?.*");
  private static final Set<String> EXISTS = Set.of("42P07", "42710", "42701", "42P06", "42723");
  private static final Set<String> GONE = Set.of("42704", "42P01", "42703", "3F000", "42883");
  private static final Pattern MAKES = Pattern.compile("(?i)\\b(create|add|rename)\\b");
  private static final Pattern TAKES = Pattern.compile("(?i)\\b(drop|rename)\\b");

  private final Site site;
  private final RevisionTable table;
  private final RunSettings settings;
  private final RunListener listener;
  private final Revision revision;
  private final Direction direction;
  private final Section section;
  private final List<Step> steps;
  private final Optional<Applied> before;
  private final long begun = System.nanoTime();
  private String expected;

  /// What is where it runs.
  record Context(Site site, RevisionTable table, RunSettings settings, RunListener listener) {}

  SectionRun(Context context, Revision revision, Section section, Optional<Applied> before) {
    this.site = context.site();
    this.table = context.table();
    this.settings = context.settings();
    this.listener = context.listener();
    this.revision = revision;
    this.direction = section.direction();
    this.section = section;
    this.steps = section.steps();
    this.before = before;
    this.expected = state(before);
  }

  /// Runs what is left of it.
  ///
  /// @return false when another runner has changed its state meanwhile, and nothing was done
  boolean run() {
    listener.started(revision, direction);
    int done = before.filter(it -> it.half().isPresent()).map(Applied::done).orElse(0);
    int first = done;
    do {
      if (done < steps.size() && steps.get(done).outside()) {
        alone(steps.get(done), done, first);
        done++;
        if (done == steps.size()) {
          finish();
        }
      } else {
        int end = done;
        while (end < steps.size() && !steps.get(end).outside()) {
          end++;
        }
        if (!together(done, end)) {
          return false;
        }
        done = end;
      }
    } while (done < steps.size());
    listener.finished(revision, direction, took());
    return true;
  }

  private Duration took() {
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  private void finish() {
    site.link().begin("", false);
    note(steps.size());
    site.link().commit();
  }

  private void note(int done) {
    if (done < steps.size()) {
      progress(done, done);
    } else if (direction == Direction.UPGRADE) {
      table.applied(revision, took());
    } else {
      table.remove(revision.id());
    }
  }

  private void progress(int done, int started) {
    table.progress(revision, direction, done, started, Progress.checksum(steps, done));
    expected = direction.word() + done;
  }

  /// Runs the steps in one transaction, again where a lock was not to be had.
  private boolean together(int from, int to) {
    for (int attempt = 1; ; attempt++) {
      var ran = attempt(from, to, attempt);
      if (ran.isPresent()) {
        return ran.get();
      }
    }
  }

  /// Tries once. Empty when it is to be tried again.
  private Optional<Boolean> attempt(int from, int to, int attempt) {
    if (section.foreignKeysOff()) {
      site.foreignKeys(false);
    }
    int at = from;
    try {
      begin();
      if (!unchanged()) {
        site.link().rollback();
        return Optional.of(false);
      }
      site.lockTimeout(settings.lockTimeout(), true);
      var orphans = section.foreignKeysOff() ? site.orphans() : Set.<String>of();
      for (; at < to; at++) {
        listener.step(revision, steps.get(at));
        execute(steps.get(at));
      }
      requireNoOrphans(orphans);
      note(to);
      site.link().commit();
      return Optional.of(true);
    } catch (UsageException e) {
      site.link().rollback();
      throw e;
    } catch (SQLException | AmbixException e) {
      site.link().rollback();
      var step = at < to ? steps.get(at) : null;
      if (step != null && again(e, step, attempt)) {
        return Optional.empty();
      }
      throw failed(e, step);
    } catch (RuntimeException | Error e) {
      site.link().rollback();
      throw e;
    } finally {
      if (section.foreignKeysOff()) {
        site.foreignKeys(true);
      }
    }
  }

  private void begin() {
    try {
      site.link().begin("", false);
    } catch (Conflict e) {
      throw RunnerLock.busy("one with SQLite's write lock", settings.patience());
    }
  }

  /// Whether the database is where this runner believes it to be: SQLite has no lock that outlives
  /// a transaction.
  private boolean unchanged() {
    return site.postgresql()
        || state(table.read().stream().filter(it -> it.id().equals(revision.id())).findFirst())
            .equals(expected);
  }

  private static String state(Optional<Applied> row) {
    return row.map(it -> it.state() + it.done()).orElse("");
  }

  private void requireNoOrphans(Set<String> before) {
    if (!section.foreignKeysOff()) {
      return;
    }
    var now = site.orphans();
    now.removeAll(before);
    if (!now.isEmpty()) {
      throw Failures.orphans(revision, section, now);
    }
  }

  private void execute(Step step) throws SQLException {
    switch (step) {
      case Step.Sql sql -> site.run(sql.text());
      case Step.Java java -> JavaStep.run(java, revision, site.link().jdbc());
    }
  }

  private boolean again(Exception error, Step step, int attempt) {
    if (!Failures.transientLock(error) || attempt > settings.lockRetries()) {
      return false;
    }
    listener.retrying(revision, step, attempt);
    long pause = Math.min(50L << Math.min(attempt, 6), 2_000L);
    LockSupport.parkNanos(
        Duration.ofMillis(pause / 2 + ThreadLocalRandom.current().nextLong(pause)).toNanos());
    return true;
  }

  /// Runs a step outside a transaction.
  private void alone(Step step, int done, int first) {
    boolean inDoubt =
        done == first
            && before.filter(it -> it.half().isPresent() && it.started() > done).isPresent();
    progress(done, done + 1);
    try {
      listener.step(revision, step);
      switch (step) {
        case Step.Sql sql -> retried(sql, inDoubt);
        case Step.Java java -> freely(java);
      }
    } catch (RuntimeException | Error e) {
      notStarted(done, e);
      throw e;
    }
    progress(done + 1, done + 1);
  }

  /// Takes back that the step was started, unless the connection went with it.
  private void notStarted(int done, Throwable failure) {
    try {
      progress(done, done);
    } catch (AmbixException e) {
      failure.addSuppressed(e);
    }
  }

  /// Runs Java that commits by itself. It knows what is done, so it may start again.
  private void freely(Step.Java step) {
    site.lockTimeout(settings.lockTimeout(), false);
    for (int attempt = 1; ; attempt++) {
      boolean open = true;
      try {
        JavaStep.run(step, revision, site.link().jdbc());
        open = site.rollback();
        if (open) {
          throw Failures.leftOpen(revision, step);
        }
        return;
      } catch (UsageException e) {
        throw e;
      } catch (SQLException | AmbixException e) {
        if (!again(e, step, attempt)) {
          throw failed(e, step);
        }
      } finally {
        if (open) {
          site.rollback();
        }
      }
    }
  }

  private void retried(Step.Sql step, boolean inDoubt) {
    var index = CONCURRENTLY.matcher(step.text());
    boolean concurrent = step.text().toLowerCase(Locale.ROOT).contains("concurrently");
    // One that builds an index concurrently holds nobody up while it waits.
    site.lockTimeout(concurrent ? Duration.ZERO : settings.lockTimeout(), false);
    for (int attempt = 1; ; attempt++) {
      try {
        if (site.postgresql() && index.matches()) {
          var schema = index.group(2) == null ? "" : index.group(2);
          site.dropInvalid(schema + index.group(1));
        }
        site.run(step.text());
        return;
      } catch (SQLException e) {
        if (inDoubt && saysDone(e, step)) {
          return;
        }
        if (!again(e, step, attempt)) {
          throw failed(e, step);
        }
      }
    }
  }

  /// Whether what the statement makes is there, or what it takes away is not.
  private boolean saysDone(SQLException error, Step.Sql step) {
    var state = String.valueOf(error.getSQLState());
    var words = String.valueOf(error.getMessage());
    boolean exists =
        site.postgresql()
            ? EXISTS.contains(state)
            : words.contains("already exists") || words.contains("duplicate column");
    boolean gone = site.postgresql() ? GONE.contains(state) : words.contains("no such");
    return (exists && MAKES.matcher(step.text()).find())
        || (gone && TAKES.matcher(step.text()).find());
  }

  private AmbixException failed(Throwable error, @Nullable Step step) {
    var cause =
        error instanceof SQLException sql
            ? site.link().translate(sql, step == null ? "commit" : step.summary())
            : error;
    boolean kept =
        !section.transactional() || before.filter(it -> it.half().isPresent()).isPresent();
    return Failures.step(revision, section, step, cause, kept);
  }
}
