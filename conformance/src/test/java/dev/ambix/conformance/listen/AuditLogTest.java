package dev.ambix.conformance.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ambix.conformance.EveryEngine;
import dev.ambix.conformance.shop.Customer;
import dev.ambix.conformance.shop.Customer_;
import dev.ambix.conformance.shop.Remark;
import dev.ambix.conformance.shop.Shop;
import dev.ambix.conformance.shop.Stock;
import dev.ambix.session.Database;
import java.util.List;
import org.junit.jupiter.api.Test;

/// An audit log, written as an ordinary user of listeners.
@EveryEngine
class AuditLogTest {
  @Test
  void tellsWhatChangedInARow(Database plain) {
    long id = Shop.customer(plain, "ann");
    var database = plain.listening(new AuditLog());

    database.write(db -> {
      var ann = db.get(Customer.class, id);
      ann.name("anna").tier(Customer.Tier.GOLD).secret("hash");
    });

    assertThat(log(plain))
        .filteredOn(line -> !line.contains("updatedAt"))
        .containsExactly(
            "UPDATE Customer %d.name: ann -> anna".formatted(id),
            "UPDATE Customer %d.tier: BRONZE -> GOLD".formatted(id),
            "UPDATE Customer %d.version: 0 -> 1".formatted(id));
  }

  @Test
  void tellsOfNewRowsAndGoneOnes(Database plain) {
    var database = plain.listening(new AuditLog());
    database.write(db -> {
      var place = db.add(new Stock("a", 1, 10));
      db.flush();
      db.remove(place);
    });

    assertThat(log(plain))
        .containsExactly(
            "INSERT Stock [a, 1].warehouse: null -> a",
            "INSERT Stock [a, 1].shelf: null -> 1",
            "INSERT Stock [a, 1].pieces: null -> 10",
            "DELETE Stock [a, 1].warehouse: a -> null",
            "DELETE Stock [a, 1].shelf: 1 -> null",
            "DELETE Stock [a, 1].pieces: 10 -> null");
  }

  @Test
  void knowsTheIdsThatTheDatabaseGave(Database plain) {
    var database = plain.listening(new AuditLog());
    long id = Shop.customer(database, "ann");

    assertThat(log(plain))
        .contains("INSERT Customer %d.id: null -> %d".formatted(id, id))
        .contains("INSERT Customer %d.credit: null -> 5".formatted(id))
        .noneMatch(line -> line.contains("secret"));
  }

  @Test
  void isRolledBackWithTheChange(Database plain) {
    var database = plain.listening(new AuditLog());
    assertThatThrownBy(() ->
            database.write(db -> {
              Shop.customers(db, "ann");
              throw new IllegalStateException("on purpose");
            }))
        .hasMessage("on purpose");

    assertThat(log(plain)).isEmpty();
  }

  @Test
  void hearsNothingOfUnchangedObjects(Database plain) {
    Shop.customer(plain, "ann");
    var database = plain.listening(new AuditLog());
    database.write(db -> {
      var ann = db.select(Customer.class).where(Customer_.name.eq("ann")).single();
      ann.name("anna").name("ann");
      db.add(new Remark(ann, "hello"));
    });

    assertThat(log(plain)).isNotEmpty().allMatch(line -> line.startsWith("INSERT Remark"));
  }

  private static List<String> log(Database database) {
    return database.read(db ->
        db.select(AuditEntry.class).orderBy(AuditEntry_.id.asc()).list().stream()
            .map(AuditEntry::toString)
            .toList());
  }
}
