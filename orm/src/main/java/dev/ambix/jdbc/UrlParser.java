package dev.ambix.jdbc;

import dev.ambix.error.UsageException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads database URLs. Its errors name parts of the URL, never their text: any of it may be a
/// piece of a password that somebody forgot to encode.
final class UrlParser {
  private static final Set<String> OWN =
      Set.of("pool", "pool_timeout", "statement_timeout", "lock_timeout", "max_lifetime", "pooler");
  private static final List<String> KNOWN =
      Stream.concat(OWN.stream(), Stream.of("user", "password")).sorted().toList();
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h)");
  private static final Pattern HOSTS =
      Pattern.compile(
          "(\\[[0-9a-fA-F:.%]+]|[\\w.-]+)(:\\d{1,5})?(,(\\[[0-9a-fA-F:.]+]|[\\w.-]+)(:\\d{1,5})?)*");

  private final Map<String, String> parameters = new LinkedHashMap<>();

  private UrlParser() {}

  static DriverSettings parse(String url) {
    var plain = url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url;
    var parser = new UrlParser();
    if (plain.startsWith("sqlite:")) {
      return parser.sqlite(plain.substring("sqlite:".length()));
    }
    for (var scheme : new String[] {"postgresql:", "postgres:"}) {
      if (plain.startsWith(scheme)) {
        return parser.postgresql(plain.substring(scheme.length()));
      }
    }
    throw bad("its scheme is unknown; expected sqlite: or postgresql:");
  }

  private DriverSettings sqlite(String rest) {
    var path = cutParameters(rest, false);
    if (path.isEmpty()) {
      throw bad("it names no file; expected such as sqlite:accounts.db or sqlite::memory:");
    }
    var readers = Math.max(2, Runtime.getRuntime().availableProcessors());
    return path.startsWith("file:")
        ? withParameters(settings("jdbc:sqlite:" + path, readers))
        : settings("jdbc:sqlite:" + path, readers);
  }

  /// The parameters of a file's URI are SQLite's own: they stay where they are.
  private static DriverSettings withParameters(DriverSettings settings) {
    var pairs = new TreeMap<>(settings.properties());
    var query = new StringJoiner("&", pairs.isEmpty() ? "" : "?", "");
    pairs.forEach((name, value) -> query.add(name + "=" + value));
    return new DriverSettings(
        settings.url() + query,
        Map.of(),
        settings.poolSize(),
        settings.acquireTimeout(),
        settings.statementTimeout(),
        settings.lockTimeout(),
        settings.maxLifetime(),
        settings.poolerTransaction());
  }

  private DriverSettings postgresql(String rest) {
    var plain = cutParameters(rest, true);
    var hosts = "localhost";
    var database = plain;
    if (plain.startsWith("//")) {
      var slash = plain.indexOf('/', 2);
      var authority = plain.substring(2, slash < 0 ? plain.length() : slash);
      database = slash < 0 ? "" : plain.substring(slash + 1);
      var at = authority.lastIndexOf('@');
      if (at >= 0) {
        credentials(authority.substring(0, at));
      }
      hosts = authority.substring(at + 1);
    }
    if (!HOSTS.matcher(hosts).matches()) {
      throw bad(
          "its host is none; expected host or host:port, and / @ : in a password encoded as %2F %40 %3A");
    }
    if (database.isEmpty() || database.indexOf('/') >= 0) {
      throw bad("it names no database; expected such as postgresql://host/name");
    }
    return settings("jdbc:postgresql://" + hosts + "/" + database, 10);
  }

  private void credentials(String userInfo) {
    var colon = userInfo.indexOf(':');
    parameters.put("user", decode("user", colon < 0 ? userInfo : userInfo.substring(0, colon)));
    if (colon >= 0) {
      parameters.put("password", decode("password", userInfo.substring(colon + 1)));
    }
  }

  private String cutParameters(String rest, boolean encoded) {
    var mark = rest.indexOf('?');
    if (mark < 0) {
      return rest;
    }
    for (var pair : rest.substring(mark + 1).split("&", -1)) {
      if (pair.isEmpty()) {
        continue;
      }
      var equals = pair.indexOf('=');
      if (equals < 1) {
        throw bad("a parameter has no name or no value; expected name=value");
      }
      var name = pair.substring(0, equals);
      var value = pair.substring(equals + 1);
      requireKnown(name);
      parameters.put(name, encoded ? decode(name, value) : value);
    }
    return rest.substring(0, mark);
  }

  /// A misspelt parameter of ours would go on to the JDBC driver, which passes over what it does
  /// not know.
  private static void requireKnown(String name) {
    var folded = name.replaceAll("[_-]", "").toLowerCase(Locale.ROOT);
    for (var own : OWN) {
      if (!name.equals(own) && folded.equals(own.replace("_", ""))) {
        throw bad("its parameter " + name + " is misspelt; expected " + own);
      }
    }
    for (var own : KNOWN) {
      if (!KNOWN.contains(name)
          && distance(folded, own.replace("_", "")) <= Math.min(2, own.length() / 4)) {
        throw bad("one of its parameters is misspelt; expected " + own);
      }
    }
    if (folded.startsWith("pool") && !OWN.contains(name)) {
      throw bad("one of its parameters is unknown; expected pool, pool_timeout or pooler");
    }
  }

  /// How many letters to add, drop or change to make one of the other.
  private static int distance(String one, String other) {
    var row = new int[other.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }

  private static String decode(String what, String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw bad("its " + what + " has a % that encodes nothing; expected %25 for a % sign");
    }
  }

  private DriverSettings settings(String jdbcUrl, int defaultPool) {
    var pool = pool(defaultPool);
    var acquire = duration("pool_timeout", Duration.ofSeconds(5), false);
    var statement = duration("statement_timeout", Duration.ofSeconds(30), true);
    var lock = duration("lock_timeout", Duration.ofSeconds(10), true);
    var lifetime = duration("max_lifetime", Duration.ofMinutes(30), false);
    var pooler = parameters.remove("pooler");
    if (pooler != null && !pooler.equals("transaction") && !pooler.equals("session")) {
      throw bad("its pooler is neither; expected transaction or session");
    }
    return new DriverSettings(
        jdbcUrl,
        parameters,
        pool,
        acquire,
        statement,
        lock,
        lifetime,
        "transaction".equals(pooler));
  }

  private int pool(int defaultPool) {
    var text = parameters.remove("pool");
    if (text == null) {
      return defaultPool;
    }
    if (!text.matches("[1-9]\\d{0,3}")) {
      throw bad("its pool is no size; expected a number from 1 to 9999");
    }
    return Integer.parseInt(text);
  }

  private Duration duration(String name, Duration otherwise, boolean zeroAllowed) {
    var text = parameters.remove(name);
    if (text == null) {
      return otherwise;
    }
    var matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      throw bad("its " + name + " is no duration; expected such as 500ms, 5s, 2m or 1h");
    }
    var number = Long.parseLong(matcher.group(1));
    if (number == 0 && !zeroAllowed) {
      throw bad("its " + name + " is zero; expected more");
    }
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      default -> Duration.ofHours(number);
    };
  }

  private static UsageException bad(String problem) {
    return new UsageException("BadUrl", "database URL: " + problem + ". Correct the URL.");
  }
}
