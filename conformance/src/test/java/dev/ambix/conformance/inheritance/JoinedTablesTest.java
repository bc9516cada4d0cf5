package dev.ambix.conformance.inheritance;

import static dev.ambix.conformance.Failures.assertFails;
import static dev.ambix.conformance.Failures.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.conformance.EveryEngine;
import dev.ambix.conformance.asset.Asset;
import dev.ambix.conformance.asset.Asset_;
import dev.ambix.conformance.asset.Garage;
import dev.ambix.conformance.asset.Garage_;
import dev.ambix.conformance.asset.House;
import dev.ambix.conformance.asset.House_;
import dev.ambix.conformance.asset.Idea;
import dev.ambix.conformance.asset.Policy;
import dev.ambix.conformance.asset.Policy_;
import dev.ambix.conformance.asset.Vehicle;
import dev.ambix.conformance.asset.Vehicle_;
import dev.ambix.error.ForeignKeyViolation;
import dev.ambix.error.StaleEntity;
import dev.ambix.error.UniqueViolation;
import dev.ambix.query.Condition;
import dev.ambix.session.Session;
import dev.ambix.testing.Statements;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// A hierarchy whose subtypes have tables of their own.
@EveryEngine
class JoinedTablesTest {
  private long van;
  private long villa;
  private long idea;

  @BeforeEach
  void fill(Session db) {
    var garage = new Garage("north");
    var added =
        List.of(
            db.add(new Vehicle("van", "N-1", 6, garage)),
            db.add(new House("villa", 200)),
            db.add(new Idea("idea")));
    db.commit();
    van = added.get(0).id();
    villa = added.get(1).id();
    idea = added.get(2).id();
    db.rollback();
  }

  @Nested
  class Reading {
    @Test
    void rootGivesTheSubtypesInOneStatement(Session db, Statements statements) {
      statements.clear();
      var all = db.select(Asset.class).orderBy(Asset_.name.asc()).list();

      assertThat(statements.all()).hasSize(1);
      assertThat(all).hasExactlyElementsOfTypes(Idea.class, Vehicle.class, House.class);
      assertThat(((Vehicle) all.get(1)).plate()).isEqualTo("N-1");
      assertThat(((Vehicle) all.get(1)).size()).isEqualTo(6);
      assertThat(((House) all.get(2)).size()).isEqualTo(200);
    }

    @Test
    void subtypeGivesItsOwn(Session db, Statements statements) {
      statements.clear();
      assertThat(db.select(House.class).single().id()).isEqualTo(villa);
      assertThat(db.select(House.class).where(House_.size.gt(100)).count()).isOne();
      assertThat(statements.all()).hasSize(2);
      assertThat(db.find(House.class, van)).isEmpty();
      assertThat(db.find(Vehicle.class, van)).containsSame((Vehicle) db.get(Asset.class, van));
    }

    @Test
    void conditionsAndOrdersJoinTheTables(Session db) {
      var either =
          db.select(Asset.class)
              .where(Condition.any(Vehicle_.plate.eq("N-1"), House_.size.gt(100)))
              .orderBy(Vehicle_.size.desc(), Asset_.id.asc());
      assertThat(either.list()).extracting(Asset::id).containsExactlyInAnyOrder(van, villa);
      assertThat(db.select(Asset.class).where(Vehicle_.garage.place.eq("north")).single().id())
          .isEqualTo(van);
      var query = db.select(Asset.class).orderBy(House_.size.asc());
      var first = query.page(2, null);
      assertThat(first.items()).hasSize(2);
      assertThat(query.page(5, first.next()).items())
          .singleElement()
          .satisfies(each -> assertThat(first.items()).doesNotContain(each));
    }

    @Test
    void rowsAreLocked(Session db) {
      assertThat(db.select(Asset.class).forUpdate().list()).hasSize(3);
    }
  }

  @Nested
  class Writing {
    @Test
    void updateKeepsToTheTablesThatChanged(Session db, Statements statements) {
      var vehicle = db.get(Vehicle.class, van);
      vehicle.name("bus");
      statements.clear();
      db.flush();
      assertThat(statements.texts()).singleElement().asString().contains("update \"assets\"");

      vehicle.plate("N-2");
      statements.clear();
      db.flush();
      assertThat(statements.texts())
          .satisfiesExactly(
              first -> assertThat(first).contains("update \"assets\"").contains("\"version\""),
              second -> assertThat(second).contains("update \"vehicles\""));
      assertThat(vehicle.version()).isEqualTo(2);
      db.refresh(vehicle);
      assertThat(vehicle.plate()).isEqualTo("N-2");
      assertThat(vehicle.name()).isEqualTo("bus");
    }

    @Test
    void versionGuardsThePart(Session db) {
      var house = db.get(House.class, villa);
      db.sql("update assets set version = version + 1").execute();
      house.size(1);
      assertFails(StaleEntity.class, db::flush);
    }

    @Test
    void deletionTakesThePartAlong(Session db, Statements statements) {
      db.remove(db.get(House.class, villa));
      statements.clear();
      db.flush();

      assertThat(statements.texts()).singleElement().asString().contains("delete from \"assets\"");
      assertThat(db.sql("select count(*) from houses").list(Long.class)).containsExactly(0L);
    }

    @Test
    void keysOfPartsGoFromOneToTheNext(Session db) {
      db.remove(db.get(Vehicle.class, van));
      db.add(new Vehicle("car", "N-1", 4, null));
      db.flush();
      db.add(new Vehicle("van", "N-1", 4, null));
      assertFails(UniqueViolation.class, db::flush)
          .satisfies(error -> assertThat(error.table()).isEqualTo("vehicles"));
    }

    @Test
    void listsAreInsertedTableByTable(Session db, Statements statements) {
      var rows =
          List.<Asset>of(
              new House("a", 1), new Vehicle("b", "B", 2, null), new House("c", 3), new Idea("d"));
      statements.clear();
      db.insert(rows);

      assertThat(statements.all()).hasSize(4);
      assertThat(rows).allSatisfy(each -> assertThat(each.id()).isPositive());
      assertThat(db.select(House.class).orderBy(House_.size.asc()).list())
          .extracting(House::name)
          .containsExactly("a", "c", "villa");
    }

    @Test
    void bulkStatementsKeepToTheTableOfTheRoot(Session db) {
      var house = db.get(House.class, villa);
      assertThat(db.update(House.class).set(House_.name, "hut").where(Condition.all()).execute())
          .isOne();
      assertThat(house.name()).isEqualTo("hut");
      assertThat(house.version()).isOne();
      assertThat(house.size()).isEqualTo(200);
      assertRefused("SeveralTables", () -> db.update(House.class).set(House_.size, 1));
      assertRefused("SeveralTables", () -> db.upsert(house).execute());

      assertThat(db.delete(Asset.class).where(House_.size.eq(200)).execute()).isOne();
      assertThat(db.contains(house)).isFalse();
      assertThat(db.delete(Idea.class).where(Condition.all()).execute()).isOne();
      assertThat(db.select(Asset.class).single().id()).isEqualTo(van);
    }
  }

  @Nested
  class References {
    @Test
    void leadToTheRightSubtype(Session db, Statements statements) {
      var vehicle = db.get(Vehicle.class, van);
      db.add(new Policy(vehicle, vehicle));
      db.commit();
      db.rollback();
      statements.clear();
      var policy = db.select(Policy.class).with(Policy_.asset, Policy_.vehicle).single();

      assertThat(statements.all()).hasSize(1);
      assertThat(policy.asset().get()).isInstanceOf(Vehicle.class);
      assertThat(policy.vehicle().get()).isSameAs(policy.asset().get());
      assertThat(db.select(Policy.class).where(Policy_.vehicle.name.eq("van")).exists()).isTrue();
      assertThat(db.select(Policy.class).where(Policy_.vehicle.plate.eq("N-1")).exists()).isTrue();
      assertThat(db.select(VehiclePlate.class).single().vehicle().plate()).isEqualTo("N-1");
    }

    @Test
    void toASubtypeMeetItsTable(Session db) {
      db.add(new Policy(db.get(House.class, villa), null));
      db.flush();
      assertFails(
          ForeignKeyViolation.class,
          () -> db.sql("update policies set vehicle_id = asset_id").execute());
    }

    @Test
    void newObjectsAreInsertedInOrder(Session db) {
      var vehicle = new Vehicle("car", "C", 1, new Garage("south"));
      db.add(new Policy(vehicle, vehicle));
      db.commit();
      db.rollback();

      var policy = db.select(Policy.class).with(Policy_.vehicle.garage()).single();
      assertThat(policy.vehicle().get().garage().get().place()).isEqualTo("south");
    }

    @Test
    void collectionsHoldSubtypes(Session db, Statements statements) {
      statements.clear();
      var garage = db.select(Garage.class).with(Garage_.vehicles).single();
      assertThat(statements.all()).hasSize(2);
      var vehicle = garage.vehicles().iterator().next();
      assertThat(vehicle.id()).isEqualTo(van);
      assertThat(vehicle.garage().get()).isSameAs(garage);

      garage.vehicles().remove(vehicle);
      db.commit();
      db.refresh(vehicle);
      assertThat(vehicle.garage().isEmpty()).isTrue();
    }

    @Test
    void conditionsAskCollectionsOfSubtypes(Session db) {
      var query = db.select(Garage.class);
      assertThat(query.where(Garage_.vehicles.any(Vehicle_.plate.eq("N-1"))).exists()).isTrue();
      assertThat(query.where(Garage_.vehicles.any(Vehicle_.name.eq("villa"))).exists()).isFalse();
    }

    @Test
    void followWhatTheDatabaseDeletes(Session db) {
      var vehicle = db.get(Vehicle.class, van);
      var house = db.get(House.class, villa);
      var both = db.add(new Policy(vehicle, vehicle));
      var one = db.add(new Policy(house, vehicle));
      db.flush();
      db.remove(vehicle);
      db.flush();

      assertThat(db.contains(both)).isFalse();
      assertThat(one.vehicle().key()).isNull();
      assertThat(db.select(Policy.class).list()).containsExactly(one);
      assertThat(db.find(Asset.class, idea)).isPresent();
    }
  }
}
