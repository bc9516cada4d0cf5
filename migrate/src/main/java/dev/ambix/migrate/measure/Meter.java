package dev.ambix.migrate.measure;

import dev.ambix.migrate.run.Replay;
import java.util.List;

/// Looks at the statements of one revision.
interface Meter extends Replay.Around {
  /// What they did, so far.
  List<Measured> measured();
}
