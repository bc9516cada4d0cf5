package dev.ambix.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ambix.error.DatabaseUnavailable;
import dev.ambix.error.QueryFailed;
import dev.ambix.error.UsageException;
import dev.ambix.session.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What `Database.sandbox` does, on databases with real transactions.
@AmbixTest(engines = {Engine.SQLITE, Engine.POSTGRESQL})
@Committed
class SandboxTest {
  private Database database;

  @BeforeEach
  void fill(Database of) {
    database = of;
    Books.add(database, "Emma");
  }

  @Test
  void undoesWhatItsSessionsCommitted() {
    try (var sandbox = database.sandbox()) {
      Books.add(sandbox, "Persuasion");
      assertThat(Books.count(sandbox)).isEqualTo(2);
    }

    assertThat(Books.count(database)).isEqualTo(1);
  }

  @Test
  void letsSessionsThatOnlyReadStandAside() {
    try (var sandbox = database.sandbox();
        var reader = sandbox.open()) {
      assertThat(reader.select(Book.class).count()).isEqualTo(1);
      Books.add(sandbox, "Persuasion");
      assertThat(reader.select(Book.class).count()).isEqualTo(2);
    }
  }

  @Test
  void goesOnAfterAReadThatFailed() {
    try (var sandbox = database.sandbox()) {
      Books.add(sandbox, "Persuasion");

      assertThatThrownBy(() -> sandbox.read(db -> db.sql("select no_such").list(Long.class)))
          .isInstanceOf(QueryFailed.class);
      assertThat(Books.count(sandbox)).isEqualTo(2);
    }
  }

  @Test
  void refusesASecondTransactionOnOneThread() {
    try (var sandbox = database.sandbox();
        var first = sandbox.open()) {
      first.add(new Book("Persuasion"));
      first.flush();

      assertThatThrownBy(() -> Books.add(sandbox, "Sanditon"))
          .isInstanceOf(UsageException.class)
          .hasMessageStartingWith("[SandboxBusy] sandbox: got a second transaction on one thread,")
          .hasMessageContaining("last SQL: insert into");

      first.commit();
      Books.add(sandbox, "Sanditon");
      assertThat(Books.count(sandbox)).isEqualTo(3);
    }
  }

  @Test
  void cutsOffATransactionThatIsStillOpen() {
    var sandbox = database.sandbox();
    var left = sandbox.open();
    left.add(new Book("Persuasion"));
    left.flush();

    assertThatThrownBy(sandbox::close)
        .hasMessageStartingWith("[SandboxBusy] sandbox: got a transaction that is still open,");

    assertThat(Books.count(database)).isEqualTo(1);
    Books.add(database, "Persuasion");
    assertThatThrownBy(left::commit).isInstanceOf(DatabaseUnavailable.class);
    left.close();
    assertThat(Books.count(database)).isEqualTo(2);
  }

  @Test
  void isOfNoUseOnceClosed() {
    var sandbox = database.sandbox();
    Books.add(sandbox, "Persuasion");
    sandbox.close();
    sandbox.close();

    assertThatThrownBy(() -> Books.count(sandbox)).isInstanceOf(DatabaseUnavailable.class);
  }

  @Test
  void hasSandboxesOfItsOwn() {
    try (var outer = database.sandbox()) {
      Books.add(outer, "Persuasion");
      try (var inner = outer.sandbox()) {
        Books.add(inner, "Sanditon");
        assertThat(Books.count(inner)).isEqualTo(3);
      }
      assertThat(Books.count(outer)).isEqualTo(2);
    }
  }
}
