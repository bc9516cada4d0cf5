package dev.ambix.migrate;

import dev.ambix.dialect.Sql;
import dev.ambix.driver.Driver;
import dev.ambix.error.UsageException;
import dev.ambix.jdbc.DriverSettings;
import dev.ambix.jdbc.Drivers;
import dev.ambix.migrate.revision.Direction;
import dev.ambix.migrate.revision.RevisionWriter.Draft;
import dev.ambix.migrate.revision.RevisionWriter.Part;
import dev.ambix.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The files and the table that Flyway has left, to be adopted: the files become revisions, one
/// after the other, and those that the table has count as applied. Nothing runs.
public final class FlywayHistory {
  private static final Pattern FILE = Pattern.compile("([VU])([0-9]+(?:[._][0-9]+)*)__(.*)\\.sql");

  private final TreeMap<Version, Path> files = new TreeMap<>();
  private final Map<Version, Path> undo = new TreeMap<>();

  private FlywayHistory() {}

  /// Reads the names of the files in a folder and in those below.
  public static FlywayHistory of(Path folder) {
    var history = new FlywayHistory();
    try (var paths = Files.walk(folder)) {
      paths.filter(Files::isRegularFile).sorted().forEach(history::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (history.files.isEmpty()) {
      throw new UsageException(
          "FlywayFiles",
          folder
              + ": got no file such as V1__create_users.sql, expected those of Flyway. Name their"
              + " folder.");
    }
    return history;
  }

  private void add(Path path) {
    var matcher = FILE.matcher(path.getFileName().toString());
    if (matcher.matches()) {
      var version = Version.of(matcher.group(2));
      var twin = (matcher.group(1).equals("V") ? files : undo).put(version, path);
      if (twin != null) {
        throw new UsageException(
            "FlywayFiles",
            path
                + ": its version is also that of "
                + twin
                + "; expected one file a version. Remove"
                + " one.");
      }
    }
  }

  /// Writes a revision for each file that has none yet.
  ///
  /// @param engine what the files are for; empty for all
  /// @return how many were written
  public int write(RevisionFolder folder, String engine) {
    var parents = List.<String>of();
    int written = 0;
    var start = Instant.now().minusSeconds(files.size());
    for (var entry : files.entrySet()) {
      var history = folder.history();
      var id = id(entry.getKey());
      if (history.find(id).isEmpty()) {
        folder.save(
            history,
            draft(entry.getKey(), entry.getValue(), parents, engine, start.plusSeconds(written)));
        written++;
      }
      parents = List.of(id);
    }
    return written;
  }

  private Draft draft(
      Version version, Path file, List<String> parents, String engine, Instant created) {
    var parts = new ArrayList<Part>();
    parts.add(new Part(Direction.UPGRADE, engine, false, List.of(read(file))));
    var undoing = undo.get(version);
    if (undoing != null) {
      parts.add(new Part(Direction.DOWNGRADE, engine, false, List.of(read(undoing))));
    }
    var name = FILE.matcher(file.getFileName().toString()).replaceAll("$2 $3").replace('_', ' ');
    return new Draft(id(version), parents, List.of(), List.of(), name, created, parts);
  }

  /// The last revision whose file the table of Flyway has as applied; empty for none.
  ///
  /// @param url the database
  /// @param table such as `flyway_schema_history`
  /// @throws UsageException `FlywayState` when its migrations failed, or do not fit to the files
  public Optional<String> applied(String url, String table) {
    var last = Optional.<Version>empty();
    for (var version : versions(url, table)) {
      if (last.isEmpty() || version.compareTo(last.get()) > 0) {
        last = Optional.of(version);
      }
    }
    last.ifPresent(it -> requireFile(it, table));
    return last.map(FlywayHistory::id);
  }

  /// The versions that were applied, without those that were undone.
  private List<Version> versions(String url, String table) {
    var driver = Drivers.open(DriverSettings.parse(url), new Schema(List.of()));
    try (driver;
        var link = driver.acquire(Driver.Access.READ, () -> "flyway")) {
      var text =
          "select version, success, type from "
              + driver.dialect().quote(table)
              + " where version is not null order by installed_rank";
      return link.query(
          Sql.of(text),
          rows -> {
            var found = new ArrayList<Version>();
            while (rows.next()) {
              var version = String.valueOf(rows.getString(0));
              if (!rows.getBoolean(1)) {
                throw state(
                    table,
                    "its version " + version + " has failed",
                    "none that has",
                    "Repair it with Flyway first");
              }
              if (String.valueOf(rows.getString(2)).startsWith("UNDO")) {
                found.remove(Version.of(version));
              } else {
                found.add(Version.of(version));
              }
            }
            return found;
          });
    }
  }

  private void requireFile(Version last, String table) {
    if (!files.containsKey(last)) {
      throw state(
          table,
          "it has version " + last.text() + ", which no file has",
          "the file of the last version",
          "Add it, if need be empty");
    }
  }

  private static UsageException state(String table, String problem, String expected, String fix) {
    return new UsageException(
        "FlywayState", table + ": " + problem + "; expected " + expected + ". " + fix + ".");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The same version gives the same id, on every machine.
  private static String id(Version version) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var hash = digest.digest(("flyway " + version.text()).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /// A version of Flyway: numbers, compared one by one.
  private record Version(List<Long> numbers) implements Comparable<Version> {
    static Version of(String text) {
      var numbers = new ArrayList<Long>();
      for (var part : text.split("[._]", -1)) {
        numbers.add(Long.parseLong(part));
      }
      while (numbers.size() > 1 && numbers.getLast() == 0) {
        numbers.removeLast();
      }
      return new Version(List.copyOf(numbers));
    }

    String text() {
      return String.join(".", numbers.stream().map(String::valueOf).toList());
    }

    @Override
    public int compareTo(Version other) {
      for (int i = 0; i < Math.max(numbers.size(), other.numbers.size()); i++) {
        int order = Long.compare(at(i), other.at(i));
        if (order != 0) {
          return order;
        }
      }
      return 0;
    }

    private long at(int index) {
      return index < numbers.size() ? numbers.get(index) : 0;
    }
  }
}
