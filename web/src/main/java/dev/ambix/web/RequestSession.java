package dev.ambix.web;

import dev.ambix.error.UsageException;
import dev.ambix.session.Database;
import dev.ambix.session.Session;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The session of one request: opened when it is first asked for, and ended once, before the first
/// byte of the answer. An adapter for a server makes one for each request, calls [#end] when the
/// status is known and nothing is sent yet, and [#close] when the request is over. It is confined
/// to the thread of the request.
///
/// ```
/// NEW ──session()──▶ OPEN ──end(status)──▶ ENDED
///  └───────────────end, close────────────────▲
/// ```
public final class RequestSession implements AutoCloseable {
  /// The methods that RFC 9110 calls safe: they get a session that only reads.
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE", "QUERY");

  private final Database database;
  private final boolean readOnly;
  private State state = State.NEW;
  private @Nullable Session session;
  private @Nullable RuntimeException failure;
  private boolean failed;

  private RequestSession(Database database, boolean readOnly) {
    this.database = database;
    this.readOnly = readOnly;
  }

  /// The session of a request with this method, which opens nothing yet.
  ///
  /// @param method the HTTP method, in upper case
  public static RequestSession of(Database database, String method) {
    return new RequestSession(database, SAFE.contains(method));
  }

  /// The session, opened now if it was not before.
  ///
  /// @throws UsageException `RequestEnded` when the answer has begun
  public Session session() {
    if (state == State.ENDED) {
      throw new UsageException(
          "RequestEnded",
          "request: its session has ended with the first byte of the answer; got a use of it, expected"
              + " none. A handler that streams, and background work, open their own: Database.read.");
    }
    if (session == null) {
      session = database.transaction().open(readOnly);
      state = State.OPEN;
    }
    return session;
  }

  /// Says that an error is on its way to the client: whatever status it gets, the session rolls
  /// back.
  public void fail() {
    failed = true;
  }

  /// What the commit threw, if it failed. Servers may wrap what their hook throws; this is the
  /// error that the client is to be told of.
  public Optional<RuntimeException> failure() {
    return Optional.ofNullable(failure);
  }

  /// Ends the session: commits for a status below 400, rolls back for others and after [#fail].
  /// Only the first call does anything, so that the answer to a commit that failed does not commit
  /// again; but as long as an answer claims success after such a failure, the call fails again.
  ///
  /// @throws dev.ambix.error.AmbixException when the commit fails; then nothing is kept, and the
  ///   answer must become an error
  public void end(int status) {
    boolean success = status < 400 && !failed;
    if (failure != null && success) {
      throw failure;
    }
    var open = session;
    boolean first = state != State.ENDED;
    state = State.ENDED;
    if (open == null) {
      return;
    }
    try {
      if (first && success) {
        open.commit();
      }
    } catch (RuntimeException error) {
      failure = error;
      throw error;
    } catch (Error error) {
      failure = new IllegalStateException("the commit ended in an error", error);
      throw error;
    } finally {
      release(open);
    }
  }

  /// A session that cannot be closed on this thread is kept, for [#close] on its own.
  private void release(Session open) {
    try {
      open.close();
      session = null;
    } catch (UsageException otherThread) {
      if (failure == null) {
        failure = otherThread;
      }
    }
  }

  /// Rolls back what was not ended: nothing was sent, so nothing is kept.
  @Override
  public void close() {
    fail();
    end(500);
  }

  private enum State {
    NEW,
    OPEN,
    ENDED
  }
}
