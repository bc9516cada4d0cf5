package dev.ambix.migrate.run;

import dev.ambix.error.AmbixException;
import dev.ambix.error.Conflict;
import dev.ambix.error.UsageException;
import dev.ambix.migrate.revision.Direction;
import dev.ambix.migrate.revision.Revision;
import dev.ambix.migrate.revision.Section;
import dev.ambix.migrate.revision.Step;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The errors of a run, which name file, line and statement.
final class Failures {
  private static final Set<String> TRANSIENT = Set.of("55P03", "40P01", "40001");

  private Failures() {}

  /// Whether the same can work a moment later.
  static boolean transientLock(Throwable error) {
    return error instanceof Conflict
        || (error instanceof SQLException sql
            && TRANSIENT.contains(String.valueOf(sql.getSQLState())));
  }

  /// A step that the engine refused, or, without one, the commit.
  ///
  /// @param kept whether earlier steps of the revision stay done
  static UsageException step(
      Revision revision, Section section, @Nullable Step step, Throwable cause, boolean kept) {
    var words = cause instanceof AmbixException own ? reason(own) : cause.getClass().getName();
    return new UsageException(
        "RevisionFailed",
        place(revision, section, step)
            + (step == null ? "the commit failed" : "`" + step.summary() + "` failed")
            + (step instanceof Step.Java java ? line(java, cause) : "")
            + "; got "
            + words
            + ", expected it to run. "
            + hint(words)
            + outcome(section.direction(), kept),
        cause);
  }

  /// A data migration that threw.
  static UsageException java(Revision revision, Step.Java step, Throwable cause) {
    return new UsageException(
        "RevisionFailed",
        revision.file()
            + ":"
            + step.line()
            + ": "
            + step.className()
            + " threw "
            + cause.getClass().getName()
            + line(step, cause)
            + "; expected it to return. "
            + (step.outside() ? "What it has committed stays" : "Its transaction was rolled back")
            + ". Correct the class, and run again.",
        cause);
  }

  /// A data migration that has begun a transaction of its own and not ended it.
  static UsageException leftOpen(Revision revision, Step.Java step) {
    return new UsageException(
        "TransactionLeftOpen",
        revision.file()
            + ":"
            + step.line()
            + ": "
            + step.className()
            + " returned within a transaction, which was rolled back; expected it to commit. Add the"
            + " `commit`, or setAutoCommit(true) where it was set to false, and run again.");
  }

  /// The line of the class that was at work, as its stack trace has it.
  private static String line(Step.Java step, Throwable error) {
    for (var it = error; it != null; it = it.getCause()) {
      for (var frame : it.getStackTrace()) {
        if (frame.getClassName().startsWith(step.className())) {
          return " at " + frame.getFileName() + ":" + frame.getLineNumber();
        }
      }
    }
    return "";
  }

  static UsageException orphans(Revision revision, Section section, Set<String> rows) {
    return new UsageException(
        "ForeignKeysBroken",
        place(revision, section, null)
            + "it leaves "
            + rows.size()
            + " rows that refer to none, such as: "
            + rows.iterator().next()
            + "; expected none. It was rolled back. Delete or mend them in the revision.");
  }

  private static String place(Revision revision, Section section, @Nullable Step step) {
    return revision.file() + ":" + (step == null ? section.line() : step.line()) + ": ";
  }

  /// The message without its code and without the statement, which stands before it.
  private static String reason(AmbixException error) {
    var message = String.valueOf(error.getMessage());
    var plain = message.replaceFirst("^\\[\\w+] (statement: )?", "");
    int sql = plain.lastIndexOf(" in: ");
    return (sql < 0 ? plain : plain.substring(0, sql))
        .replaceFirst("\\.?\\s*Run the whole block.*$", "")
        .replaceFirst("\\.$", "");
  }

  private static String hint(String words) {
    return words.contains("25001")
        ? "Put `-- outside transaction` on the line before it. "
        : "Correct the statement, or the rows. ";
  }

  private static String outcome(Direction direction, boolean kept) {
    return kept
        ? "What ran before it is kept, and the next run goes on with it."
        : "The database is as it was before this revision"
            + (direction == Direction.UPGRADE ? "." : " was to be undone.");
  }
}
