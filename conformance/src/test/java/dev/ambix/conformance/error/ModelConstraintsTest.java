package dev.ambix.conformance.error;

import static dev.ambix.conformance.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.conformance.EveryEngine;
import dev.ambix.error.CheckViolation;
import dev.ambix.error.UniqueViolation;
import dev.ambix.session.Session;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// The constraints that a model states in SQL.
@EveryEngine
class ModelConstraintsTest {
  @Test
  void aCheckNamesItself(Session db) {
    db.add(new Locker("ann", 100));

    assertFails(CheckViolation.class, db::flush)
        .satisfies(error -> {
          assertThat(error.table()).isEqualTo("lockers");
          assertThat(error.constraint()).isEqualTo("ck_locker_usable");
        });
  }

  @Test
  void aUniqueIndexHoldsForTheRowsOfItsCondition(Session db) {
    var first = db.add(new Locker("ann", 1));
    db.flush();
    first.returned(Instant.EPOCH);
    db.flush();
    db.add(new Locker("ann", 2));
    db.flush();
    assertThat(db.select(Locker.class).list()).hasSize(2);

    db.add(new Locker("ann", 3));
    assertFails(UniqueViolation.class, db::flush)
        .satisfies(error -> {
          assertThat(error.table()).isEqualTo("lockers");
          assertThat(error.constraint()).isEqualTo("ix_lockers_owner");
          assertThat(error.columns()).containsExactly("owner");
        });
  }

  @Test
  void aRowThatLeavesTheConditionMakesRoomInOneFlush(Session db) {
    var first = db.add(new Locker("ann", 1));
    var gone = db.add(new Locker("bob", 2));
    db.flush();

    first.returned(Instant.EPOCH);
    db.add(new Locker("ann", 3));
    db.remove(gone);
    db.add(new Locker("bob", 4));
    db.flush();

    assertThat(db.select(Locker.class).list()).hasSize(3);
  }

  @Test
  void aRowThatEntersTheConditionWaitsForTheDeletion(Session db) {
    var old = db.add(new Locker("ann", 1));
    old.returned(Instant.EPOCH);
    db.flush();
    var now = db.add(new Locker("ann", 2));
    db.flush();

    old.returned(null);
    db.remove(now);
    db.flush();

    assertThat(db.select(Locker.class).list()).containsExactly(old);
  }
}
