package dev.ambix.migrate.models;

import dev.ambix.error.UsageException;
import dev.ambix.migrate.autogenerate.Autogenerate;
import dev.ambix.migrate.autogenerate.Draft;
import dev.ambix.migrate.autogenerate.Scratch;
import dev.ambix.migrate.autogenerate.Summary;
import dev.ambix.migrate.ddl.Script;
import dev.ambix.migrate.graph.History;
import dev.ambix.migrate.graph.Plan;
import dev.ambix.migrate.revision.Direction;
import dev.ambix.migrate.revision.RevisionWriter.Part;
import dev.ambix.migrate.run.Replay;
import dev.ambix.schema.Change;
import dev.ambix.schema.Schema;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What a history lacks that the models have, on each engine. Immutable.
public final class ModelDrafts {
  private final Map<String, Draft> drafts;

  private ModelDrafts(Map<String, Draft> drafts) {
    this.drafts = drafts;
  }

  /// Compares on each engine.
  ///
  /// @param scratches one for each engine
  /// @param table the table that remembers revisions, which is passed over
  /// @param renames what has another name now
  public static ModelDrafts of(
      History history,
      Schema models,
      List<Scratch> scratches,
      String table,
      List<Change.Rename> renames) {
    var drafts = new LinkedHashMap<String, Draft>();
    for (var scratch : scratches) {
      var engine = scratch.platform().name();
      var comparison = Autogenerate.in(scratch).only(name -> !name.name().equalsIgnoreCase(table));
      try (var area = scratch.open()) {
        Replay.on(area.connection(), engine).run(new Plan(Direction.UPGRADE, history.revisions()));
        drafts.put(engine, comparison.draft(area.connection(), models, renames));
      } catch (SQLException e) {
        throw refused(engine, e);
      }
    }
    return new ModelDrafts(drafts);
  }

  private static UsageException refused(String engine, SQLException error) {
    return new UsageException(
        "ScratchFailed",
        engine
            + ": a throw-away database refused the work ("
            + String.valueOf(error.getMessage()).lines().findFirst().orElse("")
            + "); expected one that may be created. See the cause.",
        error);
  }

  /// Whether the history has all.
  public boolean isEmpty() {
    return drafts.values().stream().allMatch(Draft::isEmpty);
  }

  /// The changes, one line each, with the engine.
  public List<String> changes() {
    return drafts.entrySet().stream()
        .flatMap(it ->
            it.getValue().changes().stream().map(change -> it.getKey() + ": " + Summary.of(change)))
        .toList();
  }

  /// What may be a new name, likeliest first, as `--rename` takes it.
  public List<String> likelyRenames() {
    return drafts.values().stream()
        .flatMap(it -> it.likelyRenames().stream())
        .map(Renames::text)
        .distinct()
        .toList();
  }

  /// Makes sure that nothing is guessed and nothing lost unasked.
  ///
  /// @throws UsageException `RenameUnclear` or `DropRefused`, with what to say
  public void requireClear(boolean allowDrop) {
    if (allowDrop) {
      return;
    }
    var likely = likelyRenames();
    if (!likely.isEmpty()) {
      throw new UsageException(
          "RenameUnclear",
          "revision: got what may be a new name, or a drop and an addition: "
              + String.join(", ", likely)
              + "; expected to be told. Add --rename "
              + likely.getFirst()
              + " to keep the data, or --allow-drop to lose it.");
    }
    var drops =
        drafts.values().stream()
            .flatMap(it -> it.drops().stream())
            .map(Summary::of)
            .distinct()
            .toList();
    if (!drops.isEmpty()) {
      throw new UsageException(
          "DropRefused",
          "revision: got what loses data: "
              + String.join(", ", drops)
              + "; expected to be told. Add --allow-drop.");
    }
  }

  /// The sections of a revision: for all engines together where they agree.
  ///
  /// @param safe whether those of PostgreSQL are written so that no table is locked for long
  public List<Part> parts(boolean safe) {
    return Stream.of(Direction.values()).flatMap(it -> parts(it, safe).stream()).toList();
  }

  private List<Part> parts(Direction direction, boolean safe) {
    var parts = new ArrayList<Part>();
    drafts.forEach((engine, draft) -> {
      var plain = direction == Direction.UPGRADE ? draft.upgrade() : draft.downgrade();
      var script = safe && engine.equals("postgresql") ? SafeForm.of(plain) : plain;
      parts.add(
          new Part(
              direction,
              engine,
              script.foreignKeysOff(),
              script.statements().stream().map(ModelDrafts::text).toList()));
    });
    var general = new ArrayList<Part>();
    parts.forEach(it -> general.add(new Part(direction, "", it.foreignKeysOff(), it.statements())));
    return general.stream().distinct().count() == 1 ? List.of(general.getFirst()) : parts;
  }

  static String text(Script.Statement statement) {
    var text = new StringBuilder();
    statement.note().lines().forEach(line -> text.append("-- ").append(line).append('\n'));
    if (statement.outside()) {
      text.append("-- outside transaction\n");
    }
    return text.append(statement.sql()).append(";").toString();
  }
}
