package dev.ambix.migrate.command;

import dev.ambix.migrate.graph.History;
import dev.ambix.migrate.revision.Revision;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/// Prints lists of revisions.
///
/// @param history what they stand in
/// @param applied those that the database has, where that was asked
record Listing(Project project, History history, Optional<Set<String>> applied) {
  Listing {
    applied = applied.map(Set::copyOf);
  }

  static Listing of(Project project, History history) {
    return new Listing(project, history, Optional.empty());
  }

  void print(Collection<Revision> revisions, boolean verbose) {
    if (project.json()) {
      project.console().print(Json.write(revisions.stream().map(this::json).toList()));
      return;
    }
    for (var revision : revisions) {
      project.console().print(verbose ? verbose(revision) : line(revision));
    }
  }

  private String line(Revision revision) {
    var console = project.console();
    return console.colored(33, revision.id())
        + (revision.message().isEmpty() ? "" : "  " + revision.message())
        + notes(revision);
  }

  private String notes(Revision revision) {
    var notes = new StringJoiner(", ", "  (", ")").setEmptyValue("");
    if (revision.parents().isEmpty()) {
      notes.add("base");
    }
    if (history.followers(revision.id()).isEmpty()) {
      notes.add("head");
    }
    if (revision.merges()) {
      notes.add("merge");
    }
    if (history.followers(revision.id()).size() > 1) {
      notes.add("branch point");
    }
    revision.labels().forEach(notes::add);
    if (applied.filter(it -> it.contains(revision.id())).isPresent()) {
      notes.add("applied");
    }
    return notes.toString();
  }

  private String verbose(Revision revision) {
    var text = new StringBuilder(line(revision)).append('\n');
    entry(text, "parents", String.join(", ", revision.parents()));
    entry(text, "depends on", String.join(", ", revision.dependsOn()));
    entry(
        text,
        "created",
        revision.created().equals(Instant.EPOCH) ? "" : revision.created().toString());
    entry(text, "file", revision.file());
    return text.toString();
  }

  private static void entry(StringBuilder text, String name, String value) {
    if (!value.isEmpty()) {
      text.append("    ").append(name).append(": ").append(value).append('\n');
    }
  }

  private Map<String, Object> json(Revision revision) {
    var object =
        Json.object(
            "revision", revision.id(),
            "parents", revision.parents(),
            "dependsOn", revision.dependsOn(),
            "labels", revision.labels(),
            "message", revision.message(),
            "created", revision.created(),
            "file", revision.file(),
            "followers", history.followers(revision.id()),
            "head", history.followers(revision.id()).isEmpty());
    applied.ifPresent(ids -> object.put("applied", ids.contains(revision.id())));
    return object;
  }

  /// Prints what was done with revisions.
  static void done(Project project, String verb, List<Revision> revisions) {
    if (project.json()) {
      project
          .console()
          .print(Json.write(Json.object(verb, revisions.stream().map(Revision::id).toList())));
    } else if (revisions.isEmpty()) {
      project.console().print("nothing to do");
    } else {
      project.console().print(verb + " " + count(revisions.size()));
    }
  }

  /// A number of revisions in words.
  static String count(int revisions) {
    return revisions + (revisions == 1 ? " revision" : " revisions");
  }
}
