package dev.ambix.migrate.autogenerate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A row of `migration-cases.txt`: a database before, and after.
///
/// A line is `name | before | after`. A side that does not begin with a statement is what follows
/// the key in `create table t (id integer primary key, …)`. `{pg}` or `{sqlite}` before the name
/// leaves the case to that engine; `{empty}` says that no row may stand in its way.
public record Case(
    String group, String name, String engine, boolean empty, String before, String after) {
  public static List<Case> all() throws IOException {
    var cases = new ArrayList<Case>();
    var group = "";
    for (var line : Files.readAllLines(Path.of("src/test/resources/migration-cases.txt"))) {
      if (line.startsWith("# ")) {
        group = line.substring(2);
      } else if (!line.isBlank()) {
        cases.add(parse(group, line));
      }
    }
    return cases;
  }

  private static Case parse(String group, String line) {
    var parts = line.split("\\s*(?<!\\|)\\|(?!\\|)\\s*", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException("not name | before | after: " + line);
    }
    var name = parts[0];
    boolean empty = name.contains("{empty}");
    var engine = name.contains("{pg}") ? "postgresql" : name.contains("{sqlite}") ? "sqlite" : "";
    return new Case(
        group,
        name.replaceAll("\\{.*?}\\s*", "").strip(),
        engine,
        empty,
        statements(parts[1]),
        statements(parts[2]));
  }

  private static String statements(String side) {
    if (side.equals("-")) {
      return "";
    }
    if (side.matches("(?is)(create|comment|alter)\\s.*")) {
      return side;
    }
    return "create table t (id integer primary key" + (side.isBlank() ? "" : ", " + side) + ")";
  }

  public boolean runsOn(String platform) {
    return engine.isEmpty() || engine.equals(platform);
  }

  public static List<String> split(String sql) {
    return List.of(sql.split(";\\s*")).stream().filter(each -> !each.isBlank()).toList();
  }
}
