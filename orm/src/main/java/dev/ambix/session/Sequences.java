package dev.ambix.session;

import dev.ambix.dialect.Dialect;
import dev.ambix.schema.Sequence;
import dev.ambix.type.Row;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/// Numbers taken from sequences in blocks, and not yet given out. One for a database; safe for any
/// thread. Where a rollback gives blocks back, none is kept from one flush to the next, and so just
/// the numbers that are needed are taken.
final class Sequences {
  private final Map<String, Queue<Long>> left = new HashMap<>();

  /// Takes `count` numbers, asking the database with at most one statement.
  List<Long> take(Sequence sequence, int count, Dialect dialect, Connector connector) {
    var numbers = new ArrayList<Long>(count);
    boolean keeps = !dialect.transactionalSequences();
    if (keeps) {
      poll(sequence, count, numbers);
    }
    int missing = count - numbers.size();
    if (missing == 0) {
      return numbers;
    }
    int size = keeps ? sequence.increment() : missing;
    var firsts =
        connector.queryInTransaction(
            dialect.nextBlocks(sequence.name(), size, Math.ceilDiv(missing, size)),
            Sequences::first);
    var fresh = new ArrayDeque<Long>();
    for (long start : firsts) {
      for (int i = 0; i < size; i++) {
        fresh.add(start + i);
      }
    }
    for (int i = 0; i < missing; i++) {
      numbers.add(fresh.remove());
    }
    if (keeps) {
      keep(sequence, fresh);
    }
    return numbers;
  }

  private static long first(Row row) {
    return row.getLong(0);
  }

  /// Forgets what is left, because the sequences are no more.
  synchronized void clear() {
    left.clear();
  }

  private synchronized void poll(Sequence sequence, int count, List<Long> numbers) {
    var queue = left.computeIfAbsent(sequence.name(), _ -> new ArrayDeque<>());
    while (numbers.size() < count && !queue.isEmpty()) {
      numbers.add(queue.remove());
    }
  }

  private synchronized void keep(Sequence sequence, Queue<Long> fresh) {
    left.computeIfAbsent(sequence.name(), _ -> new ArrayDeque<>()).addAll(fresh);
  }
}
