package dev.ambix.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.session.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

@AmbixTest(engines = {Engine.SQLITE, Engine.POSTGRESQL})
@Committed
class CommittedTest {
  @RepeatedTest(2)
  void givesEachTestAnEmptyDatabase(Database database) {
    assertThat(Books.count(database)).isZero();

    Books.add(database, "Emma");

    assertThat(Books.count(database)).isEqualTo(1);
  }

  @Test
  void hasRealTransactions(Database database) {
    try (var writer = database.open();
        var reader = database.open()) {
      writer.add(new Book("Emma"));
      writer.flush();
      assertThat(reader.select(Book.class).count()).isZero();

      writer.commit();
      reader.rollback();
      assertThat(reader.select(Book.class).count()).isEqualTo(1);
    }
  }

  @Test
  void canBeOpenedByItsUrl(Database database, TestDatabase test, Engine engine) {
    Books.add(database, "Emma");

    try (var other = Database.open(test.url())) {
      assertThat(Books.count(other)).isEqualTo(1);
      assertThat(other.engine()).isEqualToIgnoringCase(engine.toString());
      assertThat(test.engine()).isEqualTo(engine);
    }
  }

  @Test
  void canBeOpenedWithOtherSettings(Database database, TestDatabase test, Statements statements) {
    var other = test.open("pool=2");

    Books.add(other, "Emma");

    assertThat(other.pool().size()).isBetween(2, 3); // SQLite has a writer besides
    assertThat(Books.count(database)).isEqualTo(1);
    statements.expectTexts("insert into books", "count");
  }

  @Test
  void isGoneAfterTheTest() {
    var urls =
        TestKit.run(Leaves.class).allEvents().reportingEntryPublished().stream()
            .map(event -> TestKit.entry(event, "url"))
            .toList();

    assertThat(urls).hasSize(2).doesNotHaveDuplicates();
    assertThat(urls)
        .allSatisfy(url -> {
          var file = Path.of(url.substring("sqlite:".length()));
          assertThat(file).doesNotExist();
          assertThat(Files.exists(file.getParent())).isFalse();
        });
  }

  @AmbixTest
  static class Leaves {
    @Committed
    @RepeatedTest(2)
    void something(Database database, TestDatabase test, TestReporter reporter) {
      Books.add(database, "Emma");
      assertThat(Path.of(test.url().substring("sqlite:".length()))).isNotEmptyFile();
      reporter.publishEntry("url", test.url());
    }
  }
}
