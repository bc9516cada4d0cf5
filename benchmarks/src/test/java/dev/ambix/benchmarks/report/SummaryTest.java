package dev.ambix.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.benchmarks.Contestant;
import dev.ambix.benchmarks.Engine;
import dev.ambix.benchmarks.Work;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {
  @Test
  void comparesTimesWithJdbcOnTheSameEngine() {
    var figures = new Figures();
    figures.put(Work.FIND, Engine.SQLITE, Contestant.JDBC, took(10));
    figures.put(Work.FIND, Engine.SQLITE, Contestant.AMBIX, took(15));
    figures.put(Work.FIND, Engine.POSTGRESQL, Contestant.JDBC, took(100));
    figures.put(Work.FIND, Engine.POSTGRESQL, Contestant.AMBIX, took(110));
    figures.put(Work.FIND, Engine.POSTGRESQL, Contestant.JOOQ, took(225));

    assertThat(lines(figures))
        .containsExactly(
            "| time, JDBC = 1 | engine | Ambix | Ambix, insert(list) | Hibernate"
                + " | Hibernate, stateless | jOOQ |",
            "| --- | --- | ---: | ---: | ---: | ---: | ---: |",
            "| Read one row by id | SQLite | 1.50 |  |  |  |  |",
            "| Read one row by id | PostgreSQL | 1.10 |  |  |  | 2.25 |");
  }

  @Test
  void leavesOutWhatJdbcDoesNotDo() {
    var figures = new Figures();
    figures.put(Work.FLUSH, Engine.SQLITE, Contestant.AMBIX, took(15));

    assertThat(lines(figures)).hasSize(2);
  }

  private static Figure took(double micros) {
    return new Figure(micros, micros, 1);
  }

  private static List<String> lines(Figures figures) {
    var page = new StringBuilder();
    new Summary(figures).append(page);
    return page.toString().lines().filter(line -> !line.isEmpty()).toList();
  }
}
