package dev.ambix.migrate.run;

import dev.ambix.error.UsageException;
import dev.ambix.migrate.graph.History;
import dev.ambix.migrate.revision.Direction;
import dev.ambix.migrate.revision.Revision;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// How a database stands to a history.
///
/// @param rows what the database remembers
/// @param missing the revisions that it does not have, in the order in which they would run
/// @param unknown what it has and the history does not know: a newer program was here
/// @param edited the revisions whose files are not what was applied
public record Status(
    List<Applied> rows, List<Revision> missing, List<Applied> unknown, List<Revision> edited) {
  public Status {
    rows = List.copyOf(rows);
    missing = List.copyOf(missing);
    unknown = List.copyOf(unknown);
    edited = List.copyOf(edited);
  }

  static Status of(History history, List<Applied> rows) {
    var has = ids(rows);
    return new Status(
        rows,
        history.revisions().stream().filter(it -> !has.contains(it.id())).toList(),
        rows.stream().filter(it -> history.find(it.id()).isEmpty()).toList(),
        history.revisions().stream()
            .filter(it -> rows.stream().anyMatch(row -> edited(row, it)))
            .toList());
  }

  private static boolean edited(Applied row, Revision revision) {
    return row.id().equals(revision.id())
        && row.half().isEmpty()
        && !row.checksum().equals(revision.checksum());
  }

  private static Set<String> ids(List<Applied> rows) {
    return rows.stream()
        .filter(Applied::counts)
        .map(Applied::id)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// The ids of the revisions that the database has.
  public Set<String> applied() {
    return ids(rows);
  }

  /// What a run left half done.
  public List<Applied> half() {
    return rows.stream().filter(it -> it.half().isPresent()).toList();
  }

  /// Whether it has all and nothing else.
  public boolean current() {
    return missing.isEmpty() && unknown.isEmpty() && half().isEmpty();
  }

  /// Makes sure that the database has all revisions and no other.
  ///
  /// @throws UsageException `DatabaseBehind`, `DatabaseAhead` or `RevisionEdited`, with the
  ///   revisions
  public void requireCurrent() {
    requireUnedited();
    requireKnown();
    if (!missing.isEmpty() || !half().isEmpty()) {
      var titles =
          missing.isEmpty()
              ? List.of(half().getFirst().id())
              : missing.stream().map(Revision::title).toList();
      throw new UsageException(
          "DatabaseBehind",
          "database: it lacks "
              + titles.size()
              + " of the revisions: "
              + shortened(titles)
              + "; expected all. Run `ambix upgrade heads`.");
    }
  }

  void requireKnown() {
    if (!unknown.isEmpty()) {
      var titles = unknown.stream().map(it -> it.id() + " (" + it.message() + ")").toList();
      throw new UsageException(
          "DatabaseAhead",
          "database: it has revisions that no file has: "
              + shortened(titles)
              + "; expected known ones. Deploy the program that has them, or restore the files.");
    }
  }

  void requireUnedited() {
    if (!edited.isEmpty()) {
      throw new UsageException(
          "RevisionEdited",
          edited.getFirst().file()
              + ": it was changed after it was applied"
              + (edited.size() > 1 ? ", as were " + (edited.size() - 1) + " more" : "")
              + "; got another checksum than the database has. Restore it, and write a new revision"
              + " for the change; or accept the text: `ambix stamp current`.");
    }
  }

  /// Checks what is half done against its file.
  void requireSameStart(History history) {
    for (var row : half()) {
      var revision = history.find(row.id());
      var direction = row.half().orElse(Direction.UPGRADE);
      if (revision.isPresent() && !sameStart(row, revision.get(), direction)) {
        throw new UsageException(
            "RevisionEdited",
            revision.get().file()
                + ": its first "
                + row.done()
                + " steps were changed after they ran, and"
                + " the rest did not; expected changes behind them only. Restore them; or finish by"
                + " hand, and `ambix stamp`.");
      }
    }
  }

  private static boolean sameStart(Applied row, Revision revision, Direction direction) {
    return List.of("postgresql", "sqlite").stream()
        .flatMap(dialect -> revision.section(direction, dialect).stream())
        .anyMatch(it ->
            it.steps().size() >= row.done()
                && Progress.checksum(it.steps(), row.done()).equals(row.checksum()));
  }

  private static String shortened(List<String> titles) {
    return titles.size() <= 5
        ? String.join(", ", titles)
        : String.join(", ", titles.subList(0, 5)) + " and " + (titles.size() - 5) + " more";
  }
}
