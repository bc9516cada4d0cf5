package dev.ambix.accounts.server;

import dev.ambix.accounts.http.MethodsAllowed;
import dev.ambix.accounts.http.PlainPaths;
import dev.ambix.accounts.http.ServiceProblems;
import dev.ambix.accounts.operations.AccessLog;
import dev.ambix.accounts.operations.Docs;
import dev.ambix.accounts.operations.Health;
import dev.ambix.accounts.operations.OpenApi;
import dev.ambix.helidon.HeadRequests;
import dev.ambix.helidon.HttpConnections;
import dev.ambix.helidon.JsonBodies;
import dev.ambix.helidon.ProblemAnswers;
import dev.ambix.helidon.RequestSessions;
import dev.ambix.session.Database;
import io.avaje.inject.BeanScope;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.HttpFeature;
import io.helidon.webserver.http.HttpRouting;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// The running service: the whole way of a request is in [#routing].
public final class Service {
  private final Settings settings;
  private final Health health;
  private final WebServer server;

  private Service(Settings settings, Health health, WebServer server) {
    this.settings = settings;
    this.health = health;
    this.server = server;
  }

  /// Starts it on a database that has its tables.
  ///
  /// @param accessLog takes a line for each request
  public static Service start(Settings settings, Database database, Consumer<String> accessLog) {
    var health = Health.of(database);
    var beans = BeanScope.builder().bean(Settings.class, settings).shutdownHook(false).build();
    var log = AccessLog.to(accessLog);
    var routing = routing(database, health, log, beans);
    WebServer server;
    try {
      server = server(settings, routing, log).build().start();
    } catch (IllegalArgumentException unknownHost) {
      throw StartFailed.cannotListen(settings);
    }
    if (!server.isRunning()) { // Helidon only logs why
      throw StartFailed.cannotListen(settings);
    }
    return new Service(settings, health, server);
  }

  private static HttpRouting.Builder routing(
      Database database, Health health, AccessLog log, BeanScope beans) {
    var api = OpenApi.load();
    var routing =
        HttpRouting.builder()
            .addFeature(log)
            .addFeature(RequestSessions.of(database))
            .addFeature(HeadRequests.likeGet())
            .addFeature(PlainPaths.only())
            .addFeature(health)
            .addFeature(Docs.of(api))
            .addFeature(MethodsAllowed.of(api.methods(), Docs.PATHS))
            .addFeature(JsonBodies.only());
    beans.list(HttpFeature.class).forEach(routing::addFeature);
    var problems = ServiceProblems.naming(Map.of("usernameKey", "username"));
    return routing.addFeature(ProblemAnswers.with(problems::of));
  }

  private static WebServerConfig.Builder server(
      Settings settings, HttpRouting.Builder routing, AccessLog log) {
    return WebServer.builder()
        .host(settings.host())
        .port(settings.port())
        .featuresDiscoverServices(false)
        .errorHandling(errors -> errors.includeEntity(true)) // tells ProblemAnswers what is wrong
        .shutdownHook(false) // ours says first that the service is not ready
        .shutdownGracePeriod(settings.shutdownGrace())
        .maxPayloadSize(settings.maxBodyBytes())
        .maxTcpConnections(4_096)
        .backlog(1_024)
        .protocolsDiscoverServices(false)
        .addConnectionSelector(HttpConnections.within(settings.requestTimeout()))
        .connectionOptions(options -> options.tcpNoDelay(true))
        .directHandlers(ProblemAnswers.direct(log))
        .addRouting(routing);
  }

  /// The port that it listens on.
  public int port() {
    return server.port();
  }

  /// Stops it: says that it is not ready, waits for the delay, takes no more requests, and lets
  /// those that run finish.
  public void stop() {
    health.stopping();
    LockSupport.parkNanos(settings.shutdownDelay().toNanos());
    server.stop();
  }
}
