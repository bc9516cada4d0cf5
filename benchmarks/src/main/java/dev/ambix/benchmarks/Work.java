package dev.ambix.benchmarks;

import static dev.ambix.benchmarks.Contestant.AMBIX;
import static dev.ambix.benchmarks.Contestant.AMBIX_INSERT;
import static dev.ambix.benchmarks.Contestant.HIBERNATE;
import static dev.ambix.benchmarks.Contestant.HIBERNATE_STATELESS;
import static dev.ambix.benchmarks.Contestant.JDBC;
import static dev.ambix.benchmarks.Contestant.JOOQ;

import java.util.List;
import java.util.Locale;

/// What is measured, and of whom.
public enum Work {
  FIND(
      "Read one row by id",
      "A session or connection from the pool, one row of 10,000, an entity.",
      JDBC,
      AMBIX,
      HIBERNATE,
      HIBERNATE_STATELESS,
      JOOQ),
  READ(
      "Read 1,000 rows into entities",
      "One query with an order, 1,000 entities of seven columns.",
      JDBC,
      AMBIX,
      HIBERNATE,
      HIBERNATE_STATELESS,
      JOOQ),
  JOIN(
      "Read 1,000 rows with what they refer to",
      "1,000 books with their 100 writers, in one query with a join. jOOQ makes a writer for each"
          + " book, the others one for all books of a writer.",
      JDBC,
      AMBIX,
      HIBERNATE,
      HIBERNATE_STATELESS,
      JOOQ),
  COLLECT(
      "Read 100 rows with the collections of all",
      "100 writers with their 1,000 books. JDBC and Ambix send a second query with the ids,"
          + " Hibernate one with a subselect, its stateless session a join; jOOQ sends one query"
          + " with a MULTISET.",
      JDBC,
      AMBIX,
      HIBERNATE,
      HIBERNATE_STATELESS,
      JOOQ),
  INSERT(
      "Insert 10,000 entities, ids back",
      "In one transaction, into an empty table; the objects know their ids afterwards.",
      JDBC,
      AMBIX,
      AMBIX_INSERT,
      HIBERNATE,
      HIBERNATE_STATELESS,
      JOOQ),
  UPDATE(
      "Update 1,000 of 10,000 loaded",
      "Change a number in every tenth object, find out which, write them, commit.",
      JDBC,
      AMBIX,
      HIBERNATE,
      JOOQ),
  FLUSH(
      "Flush 1,000 unchanged entities",
      "Find out that there is nothing to write. JDBC and jOOQ have no such thing.",
      AMBIX,
      HIBERNATE),
  RENDER(
      "Render a typical query",
      "Build a query of three conditions, two orders and a limit, and write its SQL. Hibernate"
          + " caches what it has translated, and gives no text.",
      AMBIX,
      JOOQ);

  private final String title;
  private final String explanation;

  @SuppressWarnings("ImmutableEnumChecker") // List.of makes it
  private final List<Contestant> contestants;

  Work(String title, String explanation, Contestant... contestants) {
    this.title = title;
    this.explanation = explanation;
    this.contestants = List.of(contestants);
  }

  /// Its name for readers.
  public String title() {
    return title;
  }

  /// What is done, in a sentence or two.
  public String explanation() {
    return explanation;
  }

  /// Who does it.
  public List<Contestant> contestants() {
    return contestants;
  }

  /// The method of [Measurements] that does it.
  String method() {
    return name().toLowerCase(Locale.ROOT);
  }
}
