package dev.ambix.migrate.graph;

import dev.ambix.error.UsageException;
import dev.ambix.migrate.revision.Revision;
import java.util.List;
import java.util.stream.Collectors;

/// What is wrong with a target, and what to write instead.
final class TargetErrors {
  private TargetErrors() {}

  static UsageException notApplied(String text, Revision revision) {
    return new UsageException(
        "NotApplied",
        "target "
            + text
            + ": the database does not have "
            + revision.title()
            + "; expected one that it has. See `ambix current`.");
  }

  static UsageException severalHeads(String text, List<Revision> heads) {
    return new UsageException(
        "SeveralHeads",
        "target "
            + text
            + ": the history has "
            + heads.size()
            + " heads: "
            + titles(heads)
            + "; expected one. Run `ambix merge`, or say which: heads for all, an"
            + " id, or label@head.");
  }

  static UsageException tooFar(Target target, int done) {
    return new UsageException(
        "TooFar",
        "target "
            + target.text()
            + ": got "
            + Math.abs(target.steps())
            + " steps, expected at most "
            + done
            + ". See `ambix history`.");
  }

  static UsageException ambiguous(String text, String what, List<Revision> found, String fix) {
    return new UsageException(
        "AmbiguousTarget",
        "target "
            + text
            + ": "
            + found.size()
            + " "
            + what
            + ": "
            + titles(found)
            + "; expected one. "
            + fix
            + ".");
  }

  static UsageException wrongDirection(String text, String command, String other) {
    return new UsageException(
        "WrongDirection",
        "target "
            + text
            + ": got it for "
            + command
            + ", expected it for "
            + other
            + ". Run `ambix "
            + other
            + " -- "
            + text
            + "`.");
  }

  private static String titles(List<Revision> revisions) {
    return revisions.stream().map(Revision::title).collect(Collectors.joining(", "));
  }
}
