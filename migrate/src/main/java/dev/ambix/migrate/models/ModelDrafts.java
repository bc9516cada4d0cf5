package dev.ambix.migrate.models;

import dev.ambix.error.UsageException;
import dev.ambix.migrate.autogenerate.Draft;
import dev.ambix.migrate.autogenerate.Summary;
import dev.ambix.migrate.ddl.Script;
import dev.ambix.migrate.revision.Direction;
import dev.ambix.migrate.revision.RevisionWriter.Part;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What a history lacks that the models have, on each engine. Immutable.
public final class ModelDrafts {
  private final Map<String, Draft> drafts;

  ModelDrafts(Map<String, Draft> drafts) {
    this.drafts = drafts;
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
  /// @param different what is no new name, though it may look like one
  /// @param command what was asked for, as a command line
  /// @throws UsageException `RenameUnclear` or `DropRefused`, with what to say
  public void requireClear(boolean allowDrop, Collection<String> different, String command) {
    if (allowDrop) {
      return;
    }
    var likely = likelyRenames().stream().filter(it -> !different.contains(it)).toList();
    if (!likely.isEmpty()) {
      throw new UsageException(
          "RenameUnclear",
          "revision: got a drop and an addition that may be a new name: "
              + String.join(", ", likely)
              + "; expected to be told. Say @RenamedFrom in the model, or run one of\n  "
              + command
              + " --rename "
              + likely.getFirst()
              + "   # keeps the data\n  "
              + command
              + " --allow-drop   # loses it");
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
              + "; expected to be told. Run\n  "
              + command
              + " --allow-drop");
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
      boolean up = direction == Direction.UPGRADE;
      var plain = up ? draft.upgrade() : draft.downgrade();
      var script = safe && engine.equals("postgresql") ? SafeForm.of(plain) : plain;
      var remarks = up ? Remarks.upgrade(draft.changes()) : Remarks.downgrade(draft.changes());
      parts.add(
          new Part(
              direction, engine, script.foreignKeysOff(), texts(remarks, script.statements())));
    });
    var general = new ArrayList<Part>();
    parts.forEach(it -> general.add(new Part(direction, "", it.foreignKeysOff(), it.statements())));
    return general.stream().distinct().count() == 1 ? List.of(general.getFirst()) : parts;
  }

  /// The statements, and the remarks before the first of them.
  private static List<String> texts(List<String> remarks, List<Script.Statement> statements) {
    var texts = new ArrayList<>(statements.stream().map(ModelDrafts::text).toList());
    if (!remarks.isEmpty() && !texts.isEmpty()) {
      var lines = String.join("\n", remarks).replace("\n", "\n-- ");
      texts.set(0, "-- " + lines + "\n" + texts.getFirst());
    }
    return texts;
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
