package dev.ambix.session;

import dev.ambix.driver.Rows;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// The objects of an open statement, in constant memory. They are read a chunk at a time, and each
/// chunk has a [Context] of its own: within it there is one object for a row, and the session knows
/// none of them.
///
/// @param <T> what a row is read into
final class RowStream<T> extends AbstractSpliterator<T> {
  private static final int CHUNK = 1_000;

  private final Session session;
  private final OpenRows rows;
  private final BiFunction<Context, Rows, Reading<T>> opener;
  private Context context;
  private Iterator<T> chunk = List.<T>of().iterator();

  private RowStream(Session session, OpenRows rows, BiFunction<Context, Rows, Reading<T>> opener) {
    super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
    this.session = session;
    this.rows = rows;
    this.opener = opener;
    this.context = newContext();
  }

  /// Sends the statement and reads the first chunk.
  ///
  /// @param opener begins to read a chunk of the rows, with the context that is to know its objects
  static <T> Stream<T> of(
      Session session, OpenRows rows, BiFunction<Context, Rows, Reading<T>> opener) {
    var stream = new RowStream<>(session, rows, opener);
    try {
      stream.readChunk();
    } catch (RuntimeException | Error failure) {
      rows.close();
      throw failure;
    }
    return StreamSupport.stream(stream, false).onClose(stream::close);
  }

  @Override
  public boolean tryAdvance(Consumer<? super T> action) {
    session.checkUsable();
    rows.requireOpen();
    if (!chunk.hasNext()) {
      readChunk();
      if (!chunk.hasNext()) {
        return false;
      }
    }
    action.accept(chunk.next());
    return true;
  }

  private void readChunk() {
    endChunk();
    if (!rows.isExhausted()) {
      var known = context;
      chunk = rows.next(CHUNK, row -> opener.apply(known, row)).finish().iterator();
    }
  }

  private Context newContext() {
    return new Context(session.entities(), session.relations(), session.connector().observer());
  }

  private void endChunk() {
    var ended = context;
    context = newContext();
    ended.requireUnchanged();
  }

  private void close() {
    rows.close();
    endChunk();
  }
}
