package dev.ambix.benchmarks.report;

import dev.ambix.benchmarks.Contestant;
import dev.ambix.benchmarks.Engine;
import dev.ambix.benchmarks.Work;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The table on top of the page: the time of each, as a multiple of what hand-written JDBC takes.
final class Summary {
  private static final List<Contestant> COLUMNS =
      Arrays.stream(Contestant.values()).filter(each -> each != Contestant.JDBC).toList();

  private final Figures figures;

  Summary(Figures figures) {
    this.figures = figures;
  }

  void append(StringBuilder page) {
    page.append("| time, JDBC = 1 | engine |");
    COLUMNS.forEach(each -> page.append(" ").append(each.title()).append(" |"));
    page.append("\n| --- | --- |").append(" ---: |".repeat(COLUMNS.size())).append("\n");
    for (var work : Work.values()) {
      for (var engine : Engine.values()) {
        figures.of(work, engine, Contestant.JDBC).ifPresent(base -> row(page, work, engine, base));
      }
    }
    page.append("\n");
  }

  private void row(StringBuilder page, Work work, Engine engine, Figure base) {
    page.append("| %s | %s |".formatted(work.title(), engine.title()));
    for (var contestant : COLUMNS) {
      var ratio =
          figures
              .of(work, engine, contestant)
              .map(figure -> String.format(Locale.ROOT, "%.2f", figure.micros() / base.micros()));
      page.append(" ").append(ratio.orElse("")).append(" |");
    }
    page.append("\n");
  }
}
