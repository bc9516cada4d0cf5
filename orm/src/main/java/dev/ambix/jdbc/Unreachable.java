package dev.ambix.jdbc;

import dev.ambix.error.DatabaseUnavailable;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Says why a database cannot be reached, and what to do about it where waiting does not help.
final class Unreachable {
  private Unreachable() {}

  /// What kept a connection to PostgreSQL from being opened.
  static DatabaseUnavailable server(String state, SQLException error, DriverSettings settings) {
    var cause = EngineError.of(state, error);
    var code = " (" + state + ")";
    var address = address(settings.url());
    return switch (state) {
      case "28P01", "28000" ->
          new DatabaseUnavailable(
              "the server refused the user or the password" + code,
              "Correct the user or the password in the URL.",
              cause);
      case "3D000" ->
          new DatabaseUnavailable(
              "the server has no database of this name" + code,
              "Create it, or correct the name.",
              cause);
      case "53300" -> new DatabaseUnavailable("the server has no connection left" + code, cause);
      case "57P03" -> new DatabaseUnavailable("the server is starting or stopping" + code, cause);
      case "08004" -> rejected(address, code, settings, cause);
      default -> network(address, code, error, cause);
    };
  }

  private static DatabaseUnavailable rejected(
      String address, String code, DriverSettings settings, EngineError cause) {
    return settings.properties().containsKey("password")
        ? new DatabaseUnavailable(
            address + " rejects the way of signing in" + code,
            "Correct the user or the password in the URL.",
            cause)
        : new DatabaseUnavailable(
            address + " wants a password, and the URL has none" + code,
            "Add it: postgresql://user:password@host/name.",
            cause);
  }

  private static DatabaseUnavailable network(
      String address, String code, SQLException error, EngineError cause) {
    if (has(error, UnknownHostException.class)) {
      return new DatabaseUnavailable(
          "the host of " + address + " is unknown" + code, "Correct the host in the URL.", cause);
    }
    if (has(error, ConnectException.class)) {
      return new DatabaseUnavailable(
          "nothing listens at " + address + code,
          "Start the server, or correct the host and the port in the URL.",
          cause);
    }
    return new DatabaseUnavailable("no connection to " + address + code, cause);
  }

  private static boolean has(Throwable error, Class<? extends Throwable> type) {
    for (@Nullable Throwable next = error; next != null; next = next.getCause()) {
      if (type.isInstance(next)) {
        return true;
      }
    }
    return false;
  }

  /// `host:port` of a URL that has neither credentials nor parameters.
  private static String address(String url) {
    int start = url.indexOf("//") + 2;
    var hosts = url.substring(start, url.indexOf('/', start));
    return hosts.matches(".*:\\d+") || hosts.indexOf(',') >= 0 ? hosts : hosts + ":5432";
  }

  /// What keeps a file of SQLite from being used.
  ///
  /// @param problem such as `its file cannot be opened`
  /// @param code SQLite's name of the error; `JDBC` when the driver itself has found it
  static DatabaseUnavailable file(String problem, String code, EngineError cause) {
    var text = problem + " (" + code + ")";
    if (code.startsWith("SQLITE_CANTOPEN") || code.equals("JDBC")) {
      return new DatabaseUnavailable(text, "The folder must exist and be writable.", cause);
    }
    if (code.equals("SQLITE_NOTADB")) {
      return new DatabaseUnavailable(
          text, "The file is no SQLite database: name another, or remove it.", cause);
    }
    return new DatabaseUnavailable(text, cause);
  }
}
