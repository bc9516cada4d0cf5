package dev.ambix.entity;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The sets of columns that the UPDATE statements of one entity name. They are few, so that engines
/// can keep the statements prepared: after [#MOST] different sets, an update that needs yet another
/// one names all columns, which the version makes safe: nobody else has changed them. Without a
/// version it would undo what others have written, so it then names what has changed, whatever the
/// number of sets. Safe for any thread.
public final class Shapes {
  static final int MOST = 32;

  private final Set<BitSet> seen = ConcurrentHashMap.newKeySet();
  private final BitSet all = new BitSet();

  private final boolean versioned;

  /// @param versioned whether a version guards the rows
  Shapes(int columns, List<Integer> keyColumns, boolean versioned) {
    this.versioned = versioned;
    all.set(0, columns);
    keyColumns.forEach(all::clear);
  }

  /// The columns to name when these have changed: themselves, or all but the key.
  public BitSet of(BitSet changed) {
    if (!versioned || seen.contains(changed)) {
      return changed;
    }
    if (seen.size() < MOST) {
      seen.add((BitSet) changed.clone());
      return changed;
    }
    return all;
  }
}
