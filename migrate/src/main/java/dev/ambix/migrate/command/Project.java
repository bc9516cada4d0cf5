package dev.ambix.migrate.command;

import dev.ambix.error.UsageException;
import dev.ambix.migrate.Migrations;
import dev.ambix.migrate.RevisionFolder;
import dev.ambix.migrate.autogenerate.Ignored;
import dev.ambix.migrate.autogenerate.Scratch;
import dev.ambix.migrate.graph.History;
import dev.ambix.migrate.models.Comparison;
import dev.ambix.migrate.models.Models;
import dev.ambix.migrate.run.RunSettings;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that all commands have, and what `ambix.properties` says. Options come first, then
/// the environment (`AMBIX_URL`), then the file.
final class Project {
  static final String FILE = "ambix.properties";
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(?::([^}]*))?}");

  @Option(names = "--config", paramLabel = "FILE", description = "The settings (ambix.properties).")
  private @Nullable Path config;

  @Option(names = "--url", paramLabel = "URL", description = "The database.")
  private @Nullable String url;

  @Option(names = "--revisions", paramLabel = "FOLDER", description = "The folder of revisions.")
  private @Nullable Path revisions;

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      description = "How long to wait for another runner (60).")
  private int patience = 60;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  private final Console console;
  private @Nullable Properties properties;

  Project(Console console) {
    this.console = console;
  }

  Console console() {
    return console;
  }

  boolean json() {
    return json;
  }

  /// The file of settings.
  Path file() {
    return console.folder().resolve(config == null ? Path.of(FILE) : config);
  }

  private String setting(String name, String otherwise) {
    var known = properties;
    if (known == null) {
      known = read(file());
      properties = known;
    }
    return resolved(known.getProperty(name, otherwise));
  }

  private Properties read(Path file) {
    var properties = new Properties();
    if (config != null && !Files.exists(file)) {
      throw unread(file, "it is not there");
    }
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      } catch (IllegalArgumentException | CharacterCodingException e) {
        throw unread(file, "it is no file of properties in UTF-8 (" + e.getMessage() + ")");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return properties;
  }

  private static UsageException unread(Path file, String problem) {
    return new UsageException(
        "SettingsUnread",
        file + ": " + problem + "; expected the settings. Correct it, or --config.");
  }

  /// With `${NAME}` and `${NAME:default}` from the environment.
  private String resolved(String value) {
    return VARIABLE
        .matcher(value)
        .replaceAll(match -> {
          var found = console.environment().get(match.group(1));
          var otherwise = match.group(2) == null ? "" : match.group(2);
          return java.util.regex.Matcher.quoteReplacement(found == null ? otherwise : found);
        })
        .strip();
  }

  /// The URL of the database.
  String url() {
    return knownUrl()
        .orElseThrow(() ->
            new UsageException(
                "UrlMissing",
                "ambix: got no database, expected one. Give --url, set AMBIX_URL, or add url= to "
                    + file()
                    + "."));
  }

  /// The URL of the database, if somebody has said it.
  Optional<String> knownUrl() {
    var given = url != null ? url : console.environment().getOrDefault("AMBIX_URL", "");
    return Optional.of(given.isEmpty() ? setting("url", "") : given).filter(it -> !it.isEmpty());
  }

  /// The engines that revisions are for.
  List<String> engines() {
    return list("engines", "sqlite,postgresql");
  }

  private List<String> list(String name, String otherwise) {
    return Stream.of(setting(name, otherwise).split(","))
        .map(String::strip)
        .filter(it -> !it.isEmpty())
        .toList();
  }

  /// The folder of revisions.
  RevisionFolder folder() {
    var path =
        revisions != null
            ? revisions
            : Path.of(setting("revisions", "src/main/resources/db/revisions"));
    return RevisionFolder.of(console.folder().resolve(path));
  }

  RunSettings settings() {
    return RunSettings.defaults()
        .table(setting("table", "ambix_revision"), setting("schema", ""))
        .waiting(Duration.ofSeconds(patience));
  }

  History history() {
    return folder().history();
  }

  Migrations migrations() {
    return migrations(url());
  }

  /// The same revisions on another database.
  Migrations migrations(String other) {
    return Migrations.of(other)
        .from(folder().revisions())
        .with(settings())
        .listening(new ProgressLines(console));
  }

  /// Throw-away databases of an engine. Those of PostgreSQL are on the server of `scratch=`, or of
  /// the database itself, or on one that is started for that.
  Scratch scratch(String name) {
    return switch (name) {
      case "sqlite" -> Scratch.sqlite();
      case "postgresql" -> Scratch.postgresql(server());
      default ->
          throw new UsageException(
              "UnknownEngine",
              "engines: got " + name + ", expected sqlite or postgresql. Correct " + file() + ".");
    };
  }

  List<Scratch> scratches() {
    return engines().stream().map(this::scratch).toList();
  }

  /// The revisions and these models, on all engines.
  Comparison comparison(Models models) {
    console.progress("comparing on " + String.join(" and ", engines()));
    return Comparison.of(history(), models, scratches(), ignored());
  }

  /// What comparisons pass over: what remembers revisions, and what `ignore=` names.
  Ignored ignored() {
    var settings = settings();
    return new Ignored(
            List.of(
                settings.table(),
                (settings.schema().isEmpty() ? "*" : settings.schema()) + "." + settings.table()))
        .and(list("ignore", ""));
  }

  private String server() {
    var set = console.environment().getOrDefault("AMBIX_SCRATCH", setting("scratch", ""));
    if (!set.isEmpty()) {
      return set;
    }
    return knownUrl()
        .filter(it -> engine(it).equals("postgresql"))
        .or(EmbeddedServer::start)
        .orElseThrow(Project::noServer);
  }

  private static UsageException noServer() {
    return new UsageException(
        "ScratchMissing",
        "postgresql: got no server for throw-away databases, expected one. Set AMBIX_SCRATCH or"
            + " scratch= to postgresql://user:password@host/postgres, put ambix-testing on the class"
            + " path, which has one, or leave postgresql out of engines=.");
  }

  /// The engine of the database, as its URL says.
  String engine() {
    return engine(url());
  }

  private static String engine(String url) {
    return url.replaceFirst("^jdbc:", "").startsWith("sqlite") ? "sqlite" : "postgresql";
  }
}
