package dev.ambix.helidon;

import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.common.socket.PeerInfo;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ListenerContext;
import io.helidon.webserver.ProxyProtocolData;
import io.helidon.webserver.Router;
import io.helidon.webserver.ServerConnectionException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A connection whose reads have a deadline. When it passes, the socket is closed, which ends the
/// read: an interrupt would do the same, but might hit the thread just after. Confined to the
/// connection's thread, but for the closing.
final class BoundedConnection implements ConnectionContext {
  private final ConnectionContext inner;
  private final long patience;
  private final DataReader reader;
  private final AnswerWriter writer;
  private boolean inHead;
  private long deadline;

  BoundedConnection(ConnectionContext inner, Duration patience) {
    this.inner = inner;
    this.patience = patience.toNanos();
    this.reader = DataReader.create(this::read);
    this.writer = new AnswerWriter(inner.dataWriter(), this::restartClock);
    restartClock();
  }

  void requestBegins(boolean head) {
    writer.requestBegins(head);
    inHead = true;
    restartClock();
  }

  void headEnds() {
    inHead = false;
    restartClock();
  }

  void restartClock() {
    deadline = System.nanoTime() + patience;
  }

  private byte @Nullable [] read() {
    int read = inner.dataReader().available(); // by whoever had to find out the protocol
    if (read > 0) {
      return inner.dataReader().readBytes(read);
    }
    long left = deadline - System.nanoTime();
    if (left <= 0) {
      throw new CloseConnectionException("the request did not arrive in time");
    }
    var socket = inner.serverSocket();
    var closing =
        ForkJoinPool.commonPool().schedule(() -> close(socket), left, TimeUnit.NANOSECONDS);
    try {
      var bytes = socket.get();
      if (bytes == null && inHead) {
        throw new CloseConnectionException("the request ended early");
      }
      return bytes;
    } catch (UncheckedIOException error) {
      if (inHead || deadline - System.nanoTime() <= 0) {
        throw new CloseConnectionException("the request did not arrive", error);
      }
      throw new ServerConnectionException("the connection is gone", error);
    } finally {
      closing.cancel(false);
    }
  }

  private static void close(HelidonSocket socket) {
    try {
      socket.close();
    } catch (UncheckedIOException closedAlready) {
      // as it should be
    }
  }

  @Override
  public DataReader dataReader() {
    return reader;
  }

  @Override
  public DataWriter dataWriter() {
    return writer;
  }

  @Override
  public ListenerContext listenerContext() {
    return inner.listenerContext();
  }

  @Override
  public ExecutorService executor() {
    return inner.executor();
  }

  @Override
  public Router router() {
    return inner.router();
  }

  @Override
  public Optional<ProxyProtocolData> proxyProtocolData() {
    return inner.proxyProtocolData();
  }

  @Override
  public HelidonSocket serverSocket() {
    return inner.serverSocket();
  }

  @Override
  public PeerInfo remotePeer() {
    return inner.remotePeer();
  }

  @Override
  public PeerInfo localPeer() {
    return inner.localPeer();
  }

  @Override
  public boolean isSecure() {
    return inner.isSecure();
  }

  @Override
  public String socketId() {
    return inner.socketId();
  }

  @Override
  public String childSocketId() {
    return inner.childSocketId();
  }
}
