package dev.ambix.accounts.server;

import dev.ambix.error.AmbixException;
import dev.ambix.migrate.Migrations;
import dev.ambix.session.Database;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.regex.Pattern;

/// Starts the service. See `--help`.
public final class Main {
  /// What comes before the host, or after the name, may hold a password.
  private static final Pattern SECRET = Pattern.compile("(?<=//).*@|\\?.*");

  private Main() {}

  public static void main(String[] arguments) {
    Logging.install();
    if (arguments.length == 1 && arguments[0].equals("--help")) {
      System.out.println(help());
      return;
    }
    if (arguments.length > 0) {
      fail(
          2,
          new BadSettings(
              List.of(
                  "[BadArgument] accounts: got arguments, expected none. Settings are environment"
                      + " variables: see --help.")));
    }
    try {
      start(Settings.parse(System.getenv()));
    } catch (BadSettings wrong) {
      fail(2, wrong);
    } catch (AmbixException | StartFailed reason) {
      fail(1, reason);
    }
  }

  private static void start(Settings settings) {
    Logging.configure(settings.logLevel());
    var database = Database.open(settings.databaseUrl());
    prepare(settings, database);
    var service = Service.start(settings, database, System.out::println);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(service, database), "stop"));
    var host = settings.host().equals("127.0.0.1") ? "localhost" : settings.host();
    var url = "http://" + host + ":" + service.port();
    log(
        "accounts: {0}/users, its description: {0}/docs, its database: {1}",
        url, SECRET.matcher(settings.databaseUrl()).replaceAll(""));
  }

  /// Brings the tables up to date, or makes sure that they are.
  private static void prepare(Settings settings, Database database) {
    if (settings.databaseUrl().contains(":memory:")) {
      database.createAll(); // nobody else can reach it
      return;
    }
    var migrations = Migrations.of(settings.databaseUrl());
    if (settings.migrate()) {
      for (var revision : migrations.upgrade("heads")) {
        log("accounts: upgraded the database to {0}", revision.title());
      }
    }
    migrations.requireCurrent();
  }

  private static void stop(Service service, Database database) {
    log("accounts: stopping");
    service.stop();
    database.close();
    log("accounts: stopped");
  }

  /// Asks for the logger each time: one made with this class would come before its configuration.
  private static void log(String message, Object... parameters) {
    System.getLogger("dev.ambix.accounts").log(Level.INFO, message, parameters);
  }

  /// The reason in a line, without a stack trace: it is the operator's to correct.
  private static void fail(int status, RuntimeException reason) {
    System.err.println(reason.getMessage());
    System.exit(status);
  }

  private static String help() {
    return """
    Serves user accounts as a JSON API. Settings are environment variables:

    %s

    The API is described at /openapi.json and shown at /docs.\
    """
        .formatted(Setting.help());
  }
}
