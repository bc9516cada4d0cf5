package dev.ambix.accounts.operations;

import dev.ambix.error.AmbixException;
import dev.ambix.session.Database;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpFeature;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Tells whoever watches the service how it is: `/health/live` that the process answers,
/// `/health/ready` that it should be sent requests, which needs the database and is over as soon as
/// the service is about to stop.
public final class Health implements HttpFeature {
  private static final Logger LOG = System.getLogger("dev.ambix.accounts");
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Database database;
  private CompletableFuture<Boolean> check = CompletableFuture.completedFuture(true);
  private volatile boolean stopping;

  private Health(Database database) {
    this.database = database;
  }

  public static Health of(Database database) {
    return new Health(database);
  }

  /// From now on the service is not ready.
  public void stopping() {
    stopping = true;
  }

  @Override
  public void setup(HttpRouting.Builder routing) {
    routing.get("/health/live", (_, response) -> answer(response, true));
    routing.get("/health/ready", this::ready);
  }

  private void ready(ServerRequest request, ServerResponse response) {
    answer(response, !stopping && databaseAnswers());
  }

  private static void answer(ServerResponse response, boolean up) {
    response.status(up ? Status.OK_200 : Status.SERVICE_UNAVAILABLE_503);
    response.header(HeaderNames.CONTENT_TYPE, "application/json");
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    response.send(up ? "{\"status\":\"up\"}" : "{\"status\":\"down\"}");
  }

  private boolean databaseAnswers() {
    return check().completeOnTimeout(false, PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
  }

  /// One check at a time, however many ask: a database that does not answer must not be asked by
  /// more and more threads.
  private synchronized CompletableFuture<Boolean> check() {
    if (check.isDone()) {
      check = CompletableFuture.supplyAsync(this::select, Thread::startVirtualThread);
    }
    return check.copy();
  }

  private boolean select() {
    try {
      return database
          .transaction()
          .statementTimeout(PATIENCE)
          .read(db -> db.sql("select 1").optional(Integer.class).isPresent());
    } catch (AmbixException unreachable) {
      LOG.log(Level.WARNING, () -> "[NotReady] " + unreachable.getMessage());
      return false;
    }
  }
}
