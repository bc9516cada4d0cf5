package dev.ambix.helidon;

import io.helidon.common.buffers.BufferData;
import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.http.Method;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionListener;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.time.Duration;
import java.util.Set;

/// HTTP/1.1 connections that end when the client is silent for too long, and that send no body in
/// answer to HEAD. Helidon 4.5.0 does neither: its read timeout is never set on the socket, and a
/// request of which half has come holds a connection for ever.
///
/// ```java
/// WebServer.builder()
///     .protocolsDiscoverServices(false) // or Helidon's own connections come first
///     .addConnectionSelector(HttpConnections.within(Duration.ofSeconds(30)))…
/// ```
public final class HttpConnections implements ServerConnectionSelector {
  private final Duration patience;
  private final Http1ConnectionSelector http1;

  private HttpConnections(Duration patience) {
    this.patience = patience;
    this.http1 =
        Http1ConnectionSelector.builder()
            .config(Http1Config.builder().addReceiveListener(new Progress()).build())
            .build();
  }

  /// Closes a connection when the next request, the head of one that has begun, or its body does
  /// not arrive within this time, each as a whole.
  public static HttpConnections within(Duration patience) {
    return new HttpConnections(patience);
  }

  @Override
  public int bytesToIdentifyConnection() {
    return http1.bytesToIdentifyConnection();
  }

  @Override
  public Support supports(BufferData data) {
    return http1.supports(data);
  }

  @Override
  public Set<String> supportedApplicationProtocols() {
    return http1.supportedApplicationProtocols();
  }

  @Override
  public ServerConnection connection(ConnectionContext context) {
    return http1.connection(new BoundedConnection(context, patience));
  }

  /// Tells the connection how far a request is, on the connection's thread.
  private static final class Progress implements Http1ConnectionListener {
    @Override
    public void prologue(ConnectionContext context, HttpPrologue prologue) {
      if (context instanceof BoundedConnection connection) {
        connection.requestBegins(prologue.method().equals(Method.HEAD));
      }
    }

    @Override
    public void headers(ConnectionContext context, Headers headers) {
      if (context instanceof BoundedConnection connection) {
        connection.headEnds();
      }
    }
  }
}
