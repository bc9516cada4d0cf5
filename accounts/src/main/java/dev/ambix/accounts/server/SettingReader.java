package dev.ambix.accounts.server;

import dev.ambix.error.UsageException;
import dev.ambix.session.Database;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Reads settings one by one and remembers all that are wrong, so that nobody has to correct them
/// one start at a time.
final class SettingReader {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,6})(ms|s|m)");

  private final Map<String, String> environment;
  private final List<String> wrong = new ArrayList<>();

  SettingReader(Map<String, String> environment) {
    this.environment = environment;
  }

  void throwIfWrong() {
    if (!wrong.isEmpty()) {
      throw new BadSettings(wrong);
    }
  }

  String text(Setting setting) {
    var value = environment.getOrDefault(setting.name(), "").strip();
    return value.isEmpty() ? setting.initial() : value;
  }

  int number(Setting setting, int least, int most) {
    var text = text(setting);
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // told like a number out of range
    }
    reject(setting, text, "a number from " + least + " to " + most);
    return least;
  }

  Duration duration(Setting setting) {
    var text = text(setting);
    var match = DURATION.matcher(text);
    if (!match.matches()) {
      reject(setting, text, "a duration such as 500ms, 10s or 2m");
      return Duration.ZERO;
    }
    long number = Long.parseLong(match.group(1));
    return switch (match.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      default -> Duration.ofMinutes(number);
    };
  }

  Level level(Setting setting) {
    var text = text(setting);
    try {
      var level = Level.valueOf(text);
      if (level != Level.ALL) {
        return level;
      }
    } catch (IllegalArgumentException unknown) {
      // told below
    }
    reject(setting, text, "one of TRACE, DEBUG, INFO, WARNING, ERROR and OFF");
    return Level.INFO;
  }

  /// The one setting whose value is never shown: it may hold a password.
  String databaseUrl(Setting setting) {
    var url = text(setting);
    try {
      Database.open(url).close();
    } catch (UsageException error) {
      wrong.add("[BadSetting] " + setting + ": " + error.getMessage());
    }
    return url;
  }

  /// Whether to upgrade the database; `auto` does where it is this service's own.
  boolean migrate(Setting setting, Setting url) {
    var text = text(setting);
    return switch (text) {
      case "yes" -> true;
      case "no" -> false;
      case "auto" -> text(url).replaceFirst("^jdbc:", "").startsWith("sqlite:");
      default -> {
        reject(setting, text, "yes, no or auto");
        yield false;
      }
    };
  }

  private void reject(Setting setting, String value, String expected) {
    wrong.add("[BadSetting] %s: got \"%s\", expected %s.".formatted(setting, value, expected));
  }
}
