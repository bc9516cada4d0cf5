package dev.ambix.migrate.verify;

import dev.ambix.error.UsageException;
import dev.ambix.migrate.autogenerate.Ignored;
import dev.ambix.migrate.autogenerate.Scratch;
import dev.ambix.migrate.graph.History;
import dev.ambix.migrate.models.Models;
import dev.ambix.migrate.revision.Revision;
import dev.ambix.migrate.revision.Revisions;
import dev.ambix.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Checks a history against the models and against itself. Immutable. As a test:
///
/// ```java
/// Verify.classPath().in(Scratch.sqlite()).in(Scratch.postgresql(url)).check();
/// ```
///
/// On each engine: the history has one head; it runs from nothing to that; the tables are then
/// those of the models; each revision that says how can be undone and run again, with the same
/// schema after each; nothing is left after the last downgrade; and rows that were there before a
/// revision still are after it.
public final class Verify {
  private final History history;
  private final Schema models;
  private final List<Scratch> scratches;
  private final Map<String, List<String>> rows;
  private final Ignored ignored;
  private final Consumer<String> progress;

  private Verify(
      History history,
      Schema models,
      List<Scratch> scratches,
      Map<String, List<String>> rows,
      Ignored ignored,
      Consumer<String> progress) {
    this.history = history;
    this.models = models;
    this.scratches = List.copyOf(scratches);
    this.rows = Map.copyOf(rows);
    this.ignored = ignored;
    this.progress = progress;
  }

  /// The revisions in `db/revisions/` and all entities on the class path.
  public static Verify classPath() {
    return of(History.of(Revisions.classPath().load()), Models.classPath().schema());
  }

  /// A history and the tables that it is to make.
  public static Verify of(History history, Schema models) {
    return new Verify(history, models, List.of(), Map.of(), new Ignored(List.of()), _ -> {});
  }

  /// The same on one more engine.
  public Verify in(Scratch scratch) {
    var more = new ArrayList<>(scratches);
    more.add(scratch);
    return new Verify(history, models, more, rows, ignored, progress);
  }

  /// The same with rows that are put in before a revision runs.
  ///
  /// @param statements such as `insert into users …`
  public Verify rowsBefore(String revision, String... statements) {
    var more = new LinkedHashMap<>(rows);
    more.put(revision, List.of(statements));
    return new Verify(history, models, scratches, more, ignored, progress);
  }

  /// The same, where the models need not have what has one of these names; see [Ignored].
  public Verify ignoring(String... names) {
    return new Verify(history, models, scratches, rows, ignored.and(List.of(names)), progress);
  }

  /// The same, telling somebody a line for each revision that it comes to.
  public Verify telling(Consumer<String> somebody) {
    return new Verify(history, models, scratches, rows, ignored, somebody);
  }

  /// What is wrong, one line each.
  public List<String> problems() {
    var problems = new ArrayList<String>();
    var heads = history.heads();
    if (heads.size() > 1) {
      problems.add(
          heads.size()
              + " heads: "
              + String.join(", ", heads.stream().map(Revision::title).toList()));
    }
    for (var scratch : scratches) {
      problems.addAll(new Walk(history, scratch, rows, ignored, progress).problems(models));
    }
    return List.copyOf(problems);
  }

  /// Throws unless all is right.
  ///
  /// @throws UsageException `VerifyFailed` with what is wrong
  public void check() {
    var problems = problems();
    if (!problems.isEmpty()) {
      throw new UsageException(
          "VerifyFailed",
          "revisions: got "
              + problems.size()
              + " problems, expected none. Mend them:\n  "
              + String.join("\n  ", problems));
    }
  }
}
