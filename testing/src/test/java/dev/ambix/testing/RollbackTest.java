package dev.ambix.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ambix.error.UniqueViolation;
import dev.ambix.session.Database;
import dev.ambix.session.Session;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

/// Each test runs twice, and all leave something behind, which none of them finds.
@AmbixTest(engines = {Engine.SQLITE, Engine.POSTGRESQL})
class RollbackTest {
  @BeforeEach
  void findsNothing(Database database) {
    assertThat(Books.count(database)).isZero();
  }

  @RepeatedTest(2)
  void undoesWriteBlocks(Database database) {
    Books.add(database, "Emma");
    Books.add(database, "Persuasion");

    assertThat(Books.count(database)).isEqualTo(2);
  }

  @RepeatedTest(2)
  void undoesTheSessionOfTheTest(Session db) {
    db.add(new Book("Emma"));
    db.commit();
    db.add(new Book("Persuasion"));
    db.flush();

    assertThat(db.select(Book.class).count()).isEqualTo(2);
  }

  @RepeatedTest(2)
  void undoesTheWorkOfOtherThreads(Database database) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var tasks =
          IntStream.range(0, 20)
              .<Callable<Object>>mapToObj(
                  i -> Executors.callable(() -> Books.add(database, "Volume " + i)))
              .toList();
      for (var task : threads.invokeAll(tasks)) {
        task.get();
      }
    }

    assertThat(Books.count(database)).isEqualTo(20);
  }

  @RepeatedTest(2)
  void undoesSavepoints(Database database) {
    database.write(db -> {
      db.add(new Book("Emma"));
      db.savepoint(() -> {
        db.add(new Book("Persuasion"));
        db.savepoint(() -> {
          db.add(new Book("Sanditon"));
        });
      });
    });

    assertThat(Books.count(database)).isEqualTo(3);
  }

  @RepeatedTest(2)
  void goesOnAfterAStatementThatFailed(Database database) {
    Books.add(database, "Emma");

    assertThatThrownBy(() -> Books.add(database, "Emma")).isInstanceOf(UniqueViolation.class);
    assertThat(Books.count(database)).isEqualTo(1);
  }

  @RepeatedTest(2)
  void undoesWhatABlockThatThrewHadWritten(Database database) {
    Consumer<Session> block =
        db -> {
          db.add(new Book("Emma"));
          db.flush();
          throw new IllegalStateException("out of ink");
        };

    assertThatThrownBy(() -> database.write(block)).hasMessage("out of ink");

    assertThat(Books.count(database)).isZero();
    Books.add(database, "Emma");
  }
}
