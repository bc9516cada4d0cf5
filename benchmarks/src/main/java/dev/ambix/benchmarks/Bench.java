package dev.ambix.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import dev.ambix.benchmarks.report.Machine;
import dev.ambix.benchmarks.report.Report;
import dev.ambix.testing.PostgresServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// The command: measures what it is told to, round by round, and writes the report.
public final class Bench {
  private final Settings settings;
  private final List<RunResult> results = new ArrayList<>();
  private final Instant start = Instant.now();

  private Bench(Settings settings) {
    this.settings = settings;
  }

  public static void main(String[] arguments) throws Exception {
    Settings settings;
    try {
      settings = Settings.parse(arguments);
    } catch (IllegalArgumentException error) {
      System.err.println(error.getMessage() + ". See ./bench --help.");
      System.exit(2);
      return;
    }
    new Bench(settings).run();
  }

  private void run() throws IOException, RunnerException, SQLException {
    var machine = Machine.here();
    try (var server = PostgresServer.start()) {
      var address = address(server.createDatabase());
      for (int round = 1; round <= settings.rounds(); round++) {
        for (var work : settings.works()) {
          measure(work, address, round);
        }
      }
      var folder =
          settings.complete()
              ? Path.of("benchmarks", "results", settings.name())
              : Path.of("benchmarks", "target", "results");
      new Report(machine, versions(address), settings.name(), results)
          .write(folder, start, Instant.now());
      say("wrote " + folder.resolve("README.md"));
    }
  }

  private void measure(Work work, String address, int round) throws RunnerException {
    for (var engine : settings.engines()) {
      var contestants = settings.contestants(work, engine);
      if (contestants.isEmpty()) {
        continue;
      }
      say(
          "round %d of %d, %s, %s; %d of %d done after %d s"
              .formatted(
                  round,
                  settings.rounds(),
                  work,
                  engine,
                  results.size(),
                  settings.measurements(),
                  Duration.between(start, Instant.now()).toSeconds()));
      for (var result : new Runner(options(work, engine, contestants, address)).run()) {
        results.add(result);
        say(
            "  %-20s %10.1f µs"
                .formatted(
                    result.getParams().getParam("contestant"),
                    result.getPrimaryResult().getScore()));
      }
    }
  }

  private Options options(Work work, Engine engine, List<Contestant> contestants, String address) {
    var builder =
        new OptionsBuilder()
            .include("\\Q" + Measurements.class.getName() + "." + work.method() + "\\E$")
            .param("engine", engine.name())
            .param("contestant", contestants.stream().map(Enum::name).toArray(String[]::new))
            .addProfiler(GCProfiler.class)
            .forks(1)
            .warmupIterations(settings.quick() ? 4 : 5)
            .warmupTime(time(Duration.ofMillis(settings.quick() ? 500 : 1_000)))
            .measurementIterations(5)
            .measurementTime(time(Duration.ofMillis(settings.quick() ? 200 : 1_000)))
            .jvmArgs(
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow", // JMH 1.37
                "-Xms1g",
                "-Xmx1g",
                "-Djava.util.logging.config.file=benchmarks/logging.properties",
                "-D" + Stage.SERVER + "=" + address)
            .verbosity(settings.profilers().isEmpty() ? VerboseMode.SILENT : VerboseMode.NORMAL)
            .shouldFailOnError(true)
            .shouldDoGC(!settings.quick()); // it waits half a second for each iteration
    settings.profilers().forEach(builder::addProfiler);
    return builder.build();
  }

  private static TimeValue time(Duration duration) {
    return TimeValue.milliseconds(duration.toMillis());
  }

  private static String address(String url) {
    return url.substring(url.indexOf('@') + 1);
  }

  private static List<String> versions(String address) throws IOException, SQLException {
    try (var connection =
        DriverManager.getConnection("jdbc:postgresql://" + address + "?user=postgres")) {
      var data = connection.getMetaData();
      return List.of(
          "PostgreSQL " + data.getDatabaseProductVersion(),
          "pgjdbc " + data.getDriverVersion(),
          "sqlite-jdbc " + org.sqlite.SQLiteJDBCLoader.getVersion(),
          "Hibernate " + org.hibernate.Version.getVersionString(),
          "jOOQ " + org.jooq.Constants.FULL_VERSION,
          "HikariCP " + hikariVersion());
    }
  }

  /// HikariCP says its version only where Maven has left it.
  private static String hikariVersion() throws IOException {
    var path = "/META-INF/maven/com.zaxxer/HikariCP/pom.properties";
    try (var in = HikariDataSource.class.getResourceAsStream(path)) {
      var properties = new Properties();
      if (in != null) {
        properties.load(in);
      }
      return properties.getProperty("version", "of unknown version");
    }
  }

  private static void say(String line) {
    System.err.println("bench: " + line);
  }
}
