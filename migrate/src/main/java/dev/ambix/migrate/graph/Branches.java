package dev.ambix.migrate.graph;

import dev.ambix.error.UsageException;
import dev.ambix.migrate.revision.Revision;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Set;

/// What belongs to a branch: a revision, all after it, and those before it up to where another
/// branch leaves.
final class Branches {
  private final History history;

  Branches(History history) {
    this.history = history;
  }

  static void requireLabelsOnce(Collection<Revision> revisions) {
    var files = new HashMap<String, String>();
    for (var revision : revisions) {
      for (var label : revision.labels()) {
        var other = files.put(label, revision.file());
        if (other != null) {
          throw new UsageException(
              "DuplicateLabel",
              revision.file()
                  + ": its label "
                  + label
                  + " is also that of "
                  + other
                  + "; expected one file to have it. Remove it from one.");
        }
      }
    }
  }

  /// The branch that this revision is on.
  Set<String> of(String id) {
    var branch = new LinkedHashSet<>(history.withDescendants(Set.of(id)));
    var at = history.require(id);
    while (at.parents().size() == 1) {
      at = history.require(at.parents().getFirst());
      if (history.followers(at.id()).size() > 1) {
        break;
      }
      branch.add(at.id());
    }
    return branch;
  }
}
