package dev.ambix.migrate.models;

import dev.ambix.driver.Driver;
import dev.ambix.error.UsageException;
import dev.ambix.jdbc.DriverSettings;
import dev.ambix.jdbc.Drivers;
import dev.ambix.migrate.autogenerate.Autogenerate;
import dev.ambix.migrate.autogenerate.Draft;
import dev.ambix.migrate.autogenerate.Ignored;
import dev.ambix.migrate.autogenerate.Scratch;
import dev.ambix.migrate.graph.History;
import dev.ambix.migrate.graph.Plan;
import dev.ambix.migrate.revision.Direction;
import dev.ambix.migrate.run.Replay;
import dev.ambix.schema.Change;
import dev.ambix.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Compares what revisions make with the models. Immutable.
///
/// @param scratches one for each engine
/// @param ignored what is passed over
/// @param against the URL of a database that stands for the revisions on its engine
/// @param renames what has another name now, as a command line says it; besides what the models say
public record Comparison(
    History history,
    Models models,
    List<Scratch> scratches,
    Ignored ignored,
    Optional<String> against,
    List<String> renames) {
  public Comparison {
    scratches = List.copyOf(scratches);
    renames = List.copyOf(renames);
    renames.forEach(Renames::meanings);
  }

  /// One without a database, and without renames.
  public static Comparison of(
      History history, Models models, List<Scratch> scratches, Ignored ignored) {
    return new Comparison(history, models, scratches, ignored, Optional.empty(), List.of());
  }

  /// The same with a live database in place of the revisions, on its engine. It is only read.
  public Comparison against(String url) {
    return new Comparison(history, models, scratches, ignored, Optional.of(url), renames);
  }

  /// The same with more new names: `users=people`, `users.name=users.full_name`.
  ///
  /// @throws UsageException `BadRename`
  public Comparison renaming(List<String> more) {
    var all = new ArrayList<>(renames);
    all.addAll(more);
    return new Comparison(history, models, scratches, ignored, against, all);
  }

  /// What is missing, on each engine.
  public ModelDrafts drafts() {
    against.ifPresent(this::requireEngine);
    var drafts = new LinkedHashMap<String, Draft>();
    var unknown = new HashSet<>(renames);
    for (var scratch : scratches) {
      drafts.put(scratch.platform().name(), draft(scratch, unknown));
    }
    if (!unknown.isEmpty()) {
      throw new UsageException(
          "BadRename",
          "--rename: got "
              + String.join(", ", unknown)
              + ", expected an old name that the revisions make, and a new one that they do not."
              + " Correct it.");
    }
    return new ModelDrafts(drafts);
  }

  private void requireEngine(String url) {
    var engines = scratches.stream().map(it -> it.platform().name()).toList();
    if (engines.stream().noneMatch(it -> isOf(it, url))) {
      throw new UsageException(
          "UnknownEngine",
          "--against: got a database of another engine than the revisions are for, expected one of "
              + String.join(", ", engines)
              + ". Correct the URL, or add its engine to engines=.");
    }
  }

  private static boolean isOf(String engine, String url) {
    return DriverSettings.parse(url).url().startsWith("jdbc:" + engine + ":");
  }

  private Draft draft(Scratch scratch, Set<String> unknown) {
    var engine = scratch.platform().name();
    var url = against.filter(it -> isOf(engine, it));
    var compared = Autogenerate.in(scratch).ignoring(ignored);
    try {
      return url.isPresent()
          ? live(url.get(), scratch, compared, unknown)
          : replayed(scratch, compared, unknown);
    } catch (SQLException e) {
      throw scratch.refused(e);
    }
  }

  private Draft replayed(Scratch scratch, Autogenerate compared, Set<String> unknown)
      throws SQLException {
    try (var area = scratch.open()) {
      Replay.on(area.connection(), scratch.platform().name())
          .run(new Plan(Direction.UPGRADE, history.revisions()));
      var before = compared.read(area.connection());
      return named(before, area.connection(), compared, renames(before, unknown));
    }
  }

  /// New names are tried in a copy: in the database itself they would lock tables.
  private Draft live(String url, Scratch scratch, Autogenerate compared, Set<String> unknown)
      throws SQLException {
    try (var driver = Drivers.open(DriverSettings.parse(url), new Schema(List.of()));
        var link = driver.acquire(Driver.Access.READ, () -> "autogenerate");
        var copy = scratch.open()) {
      var before = compared.read(link.jdbc());
      var names = renames(before, unknown);
      if (!names.isEmpty()) {
        compared.copy(link.jdbc(), copy.connection());
      }
      return named(before, copy.connection(), compared, names);
    }
  }

  private Draft named(
      Schema before, Connection connection, Autogenerate compared, List<Change.Rename> names)
      throws SQLException {
    return compared.between(
        names.isEmpty() ? before : compared.renamed(connection, names),
        compared.created(models.schema()),
        names);
  }

  private List<Change.Rename> renames(Schema before, Set<String> unknown) {
    var known = Renames.in(before);
    models.renames().forEach(known::add);
    renames.stream().filter(known::add).forEach(unknown::remove);
    return known.applied();
  }
}
