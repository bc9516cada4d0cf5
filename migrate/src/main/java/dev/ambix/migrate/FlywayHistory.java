package dev.ambix.migrate;

import dev.ambix.dialect.Sql;
import dev.ambix.driver.Driver;
import dev.ambix.error.UsageException;
import dev.ambix.jdbc.DriverSettings;
import dev.ambix.jdbc.Drivers;
import dev.ambix.migrate.revision.Direction;
import dev.ambix.migrate.revision.RevisionParser;
import dev.ambix.migrate.revision.RevisionWriter;
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
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The files and the table that Flyway has left, to be adopted: the files become revisions, one
/// after the other, and those that the table has count as applied. Nothing runs.
public final class FlywayHistory {
  private static final Pattern FILE = Pattern.compile("([VU])([0-9]+(?:[._][0-9]+)*)__(.*)\\.sql");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^}\\s]+}");

  private final TreeMap<Version, Path> files = new TreeMap<>();
  private final Map<Version, Path> undo = new TreeMap<>();
  private final List<String> notes = new ArrayList<>();

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
    var file = path.getFileName().toString();
    var matcher = FILE.matcher(file);
    if (file.startsWith("R__")) {
      notes.add(path + ": it is repeatable, and stays with you");
    } else if (matcher.matches()) {
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

  /// What somebody has to look at: files that are left out, and placeholders, which revisions do
  /// not have.
  public List<String> notes() {
    var all = new ArrayList<>(notes);
    for (var path : files.values()) {
      PLACEHOLDER
          .matcher(read(path))
          .results()
          .map(it -> path + ": write the value of " + it.group() + " into its revision")
          .distinct()
          .forEach(all::add);
    }
    return List.copyOf(all);
  }

  /// Writes a revision for each file that has none yet; all of them or, when one cannot be, none.
  ///
  /// @param engine what the files are for; empty for all
  /// @return how many were written
  /// @throws UsageException `FlywayFiles` with the file that does not fit into a revision
  public int write(RevisionFolder folder, String engine) {
    var history = folder.known();
    var drafts = new ArrayList<Draft>();
    var parents = List.<String>of();
    var start = Instant.now().minusSeconds(files.size());
    for (var entry : files.entrySet()) {
      var id = id(entry.getKey());
      if (history.find(id).isEmpty()) {
        var created = start.plusSeconds(drafts.size());
        var draft = draft(entry.getKey(), entry.getValue(), parents, engine, created);
        requireFits(draft, entry.getValue());
        drafts.add(draft);
      }
      parents = List.of(id);
    }
    drafts.forEach(it -> folder.save(folder.known(), it));
    return drafts.size();
  }

  private static void requireFits(Draft draft, Path file) {
    try {
      RevisionParser.parse(file.toString(), RevisionWriter.text(draft));
    } catch (UsageException e) {
      throw new UsageException(
          "FlywayFiles",
          file
              + ": it does not fit into a revision; got: "
              + String.valueOf(e.getMessage()).replaceFirst("^(\\[\\w+]) .*?:\\d+: ", "$1 ")
              + " Correct the file, and import again.",
          e);
    }
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
    var applied = new TreeSet<Version>();
    var baseline = versions(url, table, applied);
    if (applied.isEmpty()) {
      return Optional.empty();
    }
    var last = applied.last();
    if (!files.containsKey(last)) {
      throw state(
          table,
          "it has version " + last.text() + ", which no file has",
          "the file of the last version",
          "Add it, if need be empty");
    }
    for (var version : files.headMap(last).keySet()) {
      if (!applied.contains(version)
          && baseline.filter(it -> it.compareTo(version) >= 0).isEmpty()) {
        throw state(
            table,
            "it lacks version " + version.text() + ", and has " + last.text(),
            "all before the last",
            "Run it with Flyway first, or take its file away");
      }
    }
    return Optional.of(id(last));
  }

  /// Collects the versions that were applied, without those that were undone or deleted.
  ///
  /// @return the version that counts as applied with all before it
  private static Optional<Version> versions(String url, String table, Set<Version> applied) {
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
            var baseline = Optional.<Version>empty();
            while (rows.next()) {
              var version = Version.of(String.valueOf(rows.getString(0)));
              var type = String.valueOf(rows.getString(2));
              if (!rows.getBoolean(1)) {
                throw state(
                    table,
                    "its version " + version.text() + " has failed",
                    "none that has",
                    "Repair it with Flyway first");
              }
              if (type.startsWith("UNDO") || type.equals("DELETE")) {
                applied.remove(version);
              } else {
                applied.add(version);
              }
              if (type.contains("BASELINE")) {
                baseline = Optional.of(version);
              }
            }
            return baseline;
          });
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
