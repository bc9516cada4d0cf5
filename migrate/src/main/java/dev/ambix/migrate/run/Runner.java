package dev.ambix.migrate.run;

import dev.ambix.error.UsageException;
import dev.ambix.migrate.graph.History;
import dev.ambix.migrate.graph.Plan;
import dev.ambix.migrate.graph.Targets;
import dev.ambix.migrate.revision.Direction;
import dev.ambix.migrate.revision.Revision;
import dev.ambix.migrate.revision.Section;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Runs the revisions of a history on a database. Each call connects anew. Safe for any thread.
///
/// Only one runner is at work on a database at a time; others wait, and then find that nothing is
/// left to do. A revision is one transaction, unless it has steps that cannot run in one.
public final class Runner {
  private final String url;
  private final History history;
  private final RunSettings settings;
  private final RunListener listener;

  private Runner(String url, History history, RunSettings settings, RunListener listener) {
    this.url = url;
    this.history = history;
    this.settings = settings;
    this.listener = listener;
  }

  /// A runner for the database at this URL, as `Database.open` takes it.
  public static Runner of(String url, History history, RunSettings settings, RunListener listener) {
    return new Runner(url, history, settings, listener);
  }

  /// How the database stands to the history, in one query.
  public Status status() {
    try (var site = Site.look(url)) {
      return status(site);
    }
  }

  private Status status(Site site) {
    return Status.of(history, new RevisionTable(site, settings).read());
  }

  /// Runs what the database lacks of a target.
  ///
  /// @return the revisions that ran here, in order
  /// @throws UsageException `RevisionFailed` with file, line and statement; `RunnerBusy`;
  ///   `RevisionEdited`; `DatabaseAhead`; or what is wrong with the target
  public List<Revision> upgrade(String target) {
    return run(targets -> targets.upgrade(target));
  }

  /// Undoes what the database has beyond a target.
  ///
  /// @return the revisions that were undone, in order
  /// @throws UsageException as [#upgrade], and `NoDowngrade`
  public List<Revision> downgrade(String target) {
    return run(targets -> targets.downgrade(target));
  }

  private List<Revision> run(Function<Targets, Plan> planner) {
    try (var site = Site.open(url, settings.patience())) {
      if (idle(status(site), planner)) {
        return List.of();
      }
      try (var _ = RunnerLock.take(site, settings, listener)) {
        new RevisionTable(site, settings).create();
        var ran = new ArrayList<Revision>();
        finishHalf(site, ran);
        var plan = planner.apply(targets(checked(site)));
        requireSections(plan, site.dialect());
        for (var revision : plan.steps()) {
          step(site, revision, plan.direction(), ran);
        }
        return List.copyOf(ran);
      }
    }
  }

  private boolean idle(Status status, Function<Targets, Plan> planner) {
    status.requireUnedited();
    status.requireKnown();
    return status.half().isEmpty() && planner.apply(targets(status)).steps().isEmpty();
  }

  private Targets targets(Status status) {
    return Targets.of(history, status.applied());
  }

  private Status checked(Site site) {
    var status = status(site);
    status.requireUnedited();
    status.requireKnown();
    status.requireSameStart(history);
    return status;
  }

  /// Goes on with what a run before has left half done.
  private void finishHalf(Site site, List<Revision> ran) {
    for (var row : checked(site).half()) {
      step(site, history.find(row.id()).orElseThrow(), row.half().orElseThrow(), ran);
    }
  }

  /// Runs a revision, unless another runner was faster.
  private void step(Site site, Revision revision, Direction direction, List<Revision> ran) {
    var context =
        new SectionRun.Context(site, new RevisionTable(site, settings), settings, listener);
    for (; ; ) {
      var row =
          checked(site).rows().stream().filter(it -> it.id().equals(revision.id())).findFirst();
      if (isThere(row, direction)) {
        return;
      }
      var section = section(revision, direction, site.dialect());
      if (new SectionRun(context, revision, section, row).run()) {
        ran.add(revision);
        return;
      }
    }
  }

  private static boolean isThere(Optional<Applied> row, Direction direction) {
    return switch (direction) {
      case UPGRADE -> row.filter(it -> it.half().isEmpty()).isPresent();
      case DOWNGRADE -> row.isEmpty();
    };
  }

  /// Before the first runs, each must say what it does on this engine.
  private static void requireSections(Plan plan, String dialect) {
    plan.steps().forEach(it -> section(it, plan.direction(), dialect));
  }

  static Section section(Revision revision, Direction direction, String dialect) {
    return revision
        .section(direction, dialect)
        .or(() ->
            revision.merges() && revision.sections().isEmpty()
                ? Optional.of(new Section(direction, "", false, List.of(), 1))
                : Optional.empty())
        .orElseThrow(() -> missing(revision, direction, dialect));
  }

  private static UsageException missing(Revision revision, Direction direction, String dialect) {
    return switch (direction) {
      case UPGRADE ->
          new UsageException(
              "NoUpgrade",
              revision.file()
                  + ": it has no upgrade for "
                  + dialect
                  + "; expected `-- upgrade` or `-- upgrade "
                  + dialect
                  + "`. Add the section; an empty one does nothing.");
      case DOWNGRADE ->
          new UsageException(
              "NoDowngrade",
              revision.file()
                  + ": it cannot be undone: it has no downgrade for "
                  + dialect
                  + "; expected `--"
                  + " downgrade`. Add the section, or restore a backup.");
    };
  }

  /// Writes down, without running anything, that the database is at a target, and that the files
  /// are as they should be.
  ///
  /// @param purge whether all that it remembers is forgotten first, even what no file has
  /// @return the ids that it has now
  public List<String> stamp(String target, boolean purge) {
    try (var site = Site.open(url, settings.patience());
        var _ = RunnerLock.take(site, settings, listener)) {
      var table = new RevisionTable(site, settings);
      table.create();
      site.link().begin("", false);
      var rows = table.read();
      var status = Status.of(history, rows);
      if (!purge) {
        status.requireKnown();
      }
      var targets = targets(status);
      var wanted = purge ? targets.only(target) : targets.stamped(target);
      rows.stream().filter(it -> !wanted.contains(it.id())).forEach(it -> table.remove(it.id()));
      history.revisions().stream()
          .filter(it -> wanted.contains(it.id()) && isNew(it, rows))
          .forEach(it -> table.applied(it, Duration.ZERO));
      site.link().commit();
      return List.copyOf(wanted);
    }
  }

  private static boolean isNew(Revision revision, List<Applied> rows) {
    return rows.stream()
        .noneMatch(it ->
            it.id().equals(revision.id())
                && it.half().isEmpty()
                && it.checksum().equals(revision.checksum()));
  }
}
