package dev.ambix.migrate.command;

import dev.ambix.migrate.revision.Direction;
import dev.ambix.migrate.revision.Revision;
import dev.ambix.migrate.revision.Step;
import dev.ambix.migrate.run.RunListener;
import java.time.Duration;

/// Says on the console how a run goes on.
record ProgressLines(Console console) implements RunListener {
  @Override
  public void waiting(String holder) {
    console.say("waiting for another runner: " + holder);
  }

  @Override
  public void started(Revision revision, Direction direction) {
    console.say(
        (direction == Direction.UPGRADE ? console.colored(32, "up  ") : console.colored(33, "down"))
            + " "
            + revision.title());
  }

  @Override
  public void step(Revision revision, Step step) {
    console.progress("     " + step.summary());
  }

  @Override
  public void retrying(Revision revision, Step step, int attempt) {
    console.say("     a lock was not to be had, trying again (" + attempt + "): " + step.summary());
  }

  @Override
  public void finished(Revision revision, Direction direction, Duration took) {
    if (took.toMillis() >= 1_000) {
      console.say("     " + took.toMillis() + " ms");
    }
  }
}
