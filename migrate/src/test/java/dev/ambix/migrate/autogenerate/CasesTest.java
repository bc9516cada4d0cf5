package dev.ambix.migrate.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.migrate.ddl.Script;
import dev.ambix.testing.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Every case on every engine that knows it, and the page that shows what comes out.
///
/// `-Dambix.golden=write` writes the page.
class CasesTest {
  private static final Path PAGE = Path.of("../docs/migration-cases.md");

  @Test
  void everyCaseGoesForthAndBack() throws IOException {
    var failures = new ArrayList<String>();
    var page = new StringBuilder(HEAD);
    try (var server = PostgresServer.start()) {
      var postgres = new ReusedScratch(Scratch.postgresql(server.url("postgres")));
      var engines = List.of(Scratch.sqlite(), postgres);
      var group = "";
      for (var it : Case.all()) {
        if (!it.group().equals(group)) {
          group = it.group();
          page.append("\n## ").append(group).append("\n\n").append(COLUMNS);
        }
        page.append(row(it, engines, failures));
      }
    }
    assertThat(failures).isEmpty();
    if (System.getProperty("ambix.golden", "").equals("write")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(page.toString());
  }

  private static final String HEAD =
      """
      # Cases of autogenerate

      What autogenerate makes of a database as it is and one as it is to be. A test runs each row on
      the engines it is for: generate, upgrade with a row in the table, generate again (nothing is left),
      downgrade (all is as before). It writes this page too; the databases of each row stand in
      `migrate/src/test/resources/migration-cases.txt`.
      """;

  private static final String COLUMNS =
      """
      | case | SQLite | PostgreSQL |
      | --- | --- | --- |
      """;

  private static String row(Case it, List<Scratch> engines, List<String> failures) {
    var cells = new ArrayList<String>();
    for (var scratch : engines) {
      var engine = scratch.platform().name();
      if (!it.runsOn(engine)) {
        cells.add("");
        continue;
      }
      try {
        cells.add(cell(new CaseRun(scratch).run(it)));
      } catch (SQLException | RuntimeException | AssertionError e) {
        failures.add(engine + ", " + it.group() + ", " + it.name() + ": " + e.getMessage());
      }
    }
    return cells.stream().collect(Collectors.joining(" | ", "| " + it.name() + " | ", " |\n"));
  }

  private static String cell(Draft draft) {
    if (draft.isEmpty()) {
      return "nothing";
    }
    var changes = draft.changes().stream().map(Summary::of).collect(Collectors.joining("<br>"));
    boolean outside = draft.upgrade().statements().stream().anyMatch(Script.Statement::outside);
    return changes
        + (draft.upgrade().foreignKeysOff() ? "<br>*by a rebuild*" : "")
        + (outside ? "<br>*outside of a transaction*" : "");
  }
}
