package dev.ambix.benchmarks.report;

import dev.ambix.benchmarks.Contestant;
import dev.ambix.benchmarks.Engine;
import dev.ambix.benchmarks.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;

/// Writes the results of a run into a folder: `README.md`, an SVG for each work, and `jmh.json`.
public final class Report {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Machine machine;
  private final List<String> versions;
  private final String mode;
  private final Figures figures;
  private final Collection<RunResult> results;

  /// @param versions the products that took part, with their versions
  /// @param mode how much was measured: quick or full
  public Report(
      Machine machine, List<String> versions, String mode, Collection<RunResult> results) {
    this.machine = machine;
    this.versions = List.copyOf(versions);
    this.mode = mode;
    this.results = results;
    this.figures = Figures.of(results);
  }

  /// Writes it, in place of what is there.
  public void write(Path folder, Instant start, Instant end) throws IOException {
    Files.createDirectories(folder);
    var page = new StringBuilder();
    head(page, start, end);
    new Summary(figures).append(page);
    for (var work : Work.values()) {
      if (results.stream().anyMatch(result -> isOf(result, work))) {
        section(page, work);
        Files.writeString(folder.resolve(chartName(work)), chart(work));
      }
    }
    Files.writeString(folder.resolve("README.md"), page);
    var raw = folder.resolve("jmh.json");
    ResultFormatFactory.getInstance(ResultFormatType.JSON, raw.toString()).writeOut(results);
    Files.writeString(raw, RawData.withoutPaths(Files.readString(raw)));
  }

  private void head(StringBuilder page, Instant start, Instant end) {
    page.append("# Ambix beside JDBC, Hibernate and jOOQ\n\n");
    page.append(
        "Written by `./bench --%s` on %s, in %d minutes. Do not edit: run it again.\n\n"
            .formatted(mode, DATE.format(start), minutes(start, end)));
    if (mode.equals("quick")) {
      page.append(QUICK);
    }
    page.append(
        "- %s, %s, %s\n".formatted(machine.processor(), machine.memory(), machine.system()));
    page.append("- %s\n".formatted(machine.java()));
    page.append("- %s\n".formatted(String.join(", ", versions)));
    page.append("- load average at the start: %s\n\n".formatted(machine.load()));
    page.append(CONDITIONS);
  }

  private static final String QUICK =
      """
      This was the quick mode: one round, each measurement in one JVM of its own, warmed up for two
      seconds and measured for one. That shows what is slow; a difference of a fifth may be chance.
      `./bench --full` takes about an hour and gives figures to quote.

      """;

  private static final String CONDITIONS =
      """
      Medians of all iterations of all rounds, and the best iteration, which is what the work takes
      when nobody else uses the machine. Ratios are to hand-written JDBC or, where there is none, to
      Ambix. The contestants take turns. All use the same tables, connections with the same
      settings (4 at most; HikariCP for all but Ambix, which has a pool of its own), and one
      thread. SQLite is a file with a write-ahead log, in memory where the system has `/dev/shm`;
      PostgreSQL runs on the same machine and does not wait for its disk. The raw data stands in
      [jmh.json](jmh.json).

      """;

  private static long minutes(Instant start, Instant end) {
    return Math.round((end.toEpochMilli() - start.toEpochMilli()) / 60_000.0);
  }

  private static boolean isOf(RunResult result, Work work) {
    return result.getParams().getBenchmark().endsWith("." + lower(work));
  }

  private static String chartName(Work work) {
    return lower(work) + ".svg";
  }

  private static String lower(Work work) {
    return work.name().toLowerCase(Locale.ROOT);
  }

  private void section(StringBuilder page, Work work) {
    page.append("## %s\n\n%s\n\n".formatted(work.title(), work.explanation()));
    page.append("![%s](%s)\n\n".formatted(work.title(), chartName(work)));
    page.append("| engine | contestant | time | ratio | best | ratio | allocated | ratio |\n");
    page.append("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |\n");
    for (var engine : Engine.values()) {
      for (var contestant : work.contestants()) {
        figures
            .of(work, engine, contestant)
            .ifPresent(figure -> {
              var base = figures.of(work, engine, work.contestants().getFirst()).orElse(figure);
              page.append(
                  "| %s | %s | %s | %.2f | %s | %.2f | %s | %.2f |\n"
                      .formatted(
                          engine.title(),
                          contestant.title(),
                          time(figure.micros()),
                          figure.micros() / base.micros(),
                          time(figure.best()),
                          figure.best() / base.best(),
                          bytes(figure.bytes()),
                          figure.bytes() / base.bytes()));
            });
      }
    }
    page.append("\n");
  }

  private String chart(Work work) {
    var chart = new Chart(work.title());
    for (var engine : Engine.values()) {
      if (figures.has(work, engine)) {
        var bars = new ArrayList<Chart.Bar>();
        for (var contestant : work.contestants()) {
          figures
              .of(work, engine, contestant)
              .ifPresent(figure -> bars.add(bar(contestant, figure)));
        }
        chart.add(engine.title(), bars);
      }
    }
    return chart.svg();
  }

  private static Chart.Bar bar(Contestant contestant, Figure figure) {
    return new Chart.Bar(
        contestant.title(),
        figure.micros(),
        time(figure.micros()) + ", " + bytes(figure.bytes()),
        contestant == Contestant.AMBIX || contestant == Contestant.AMBIX_INSERT);
  }

  static String time(double micros) {
    return micros < 1_000 ? number(micros) + " µs" : number(micros / 1_000) + " ms";
  }

  static String bytes(double bytes) {
    if (bytes < 1_000) {
      return number(bytes) + " B";
    }
    return bytes < 1_000_000 ? number(bytes / 1_000) + " kB" : number(bytes / 1_000_000) + " MB";
  }

  /// Three digits that count.
  private static String number(double value) {
    int digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }
}
