package dev.ambix.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.migrate.Migrations;
import dev.ambix.migrate.autogenerate.Scratch;
import dev.ambix.migrate.lint.Lint;
import dev.ambix.migrate.verify.Verify;
import dev.ambix.session.Database;
import dev.ambix.testing.AmbixTest;
import dev.ambix.testing.Committed;
import dev.ambix.testing.Engine;
import dev.ambix.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The revisions in the jar make the tables that the service needs, and undo them.
@AmbixTest(engines = {Engine.SQLITE, Engine.POSTGRESQL})
@Committed
class RevisionsTest {
  @Test
  void serveOnWhatTheyMake(Database database, TestDatabase own) {
    database.dropAll();
    var migrations = Migrations.of(own.url());
    assertThat(migrations.upgrade("heads")).isNotEmpty();
    migrations.requireCurrent();
    try (var service = RunningService.on(database)) {
      assertThat(service.post("/users", RunningService.signUp("ann")).status()).isEqualTo(201);
    }
    migrations.downgrade("base");
    assertThat(migrations.status().rows()).isEmpty();
  }

  @Test
  void makeWhatTheModelsHaveAndUndoIt(TestDatabase own) {
    var scratch = own.engine() == Engine.SQLITE ? Scratch.sqlite() : Scratch.postgresql(own.url());
    Verify.classPath().in(scratch).check();
  }

  @Test
  void hurtNobody() {
    var history = Migrations.of("sqlite::memory:").history();
    assertThat(Lint.of(history, List.of("sqlite", "postgresql")).findings(history.revisions()))
        .isEmpty();
  }
}
