package dev.ambix.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DiffTest {
  private static final Column ID = column("id", "integer");

  private static Column column(String name, String type) {
    return new Column(name, new SqlType.Spelled(type), true, Optional.empty(), false);
  }

  private static ForeignKey refers(String table, String column, String target) {
    return new ForeignKey(
        "fk_" + table + "_" + column,
        List.of(column),
        target,
        List.of("id"),
        OnDelete.NO_ACTION,
        false);
  }

  private static Table table(
      String name, List<Column> columns, List<ForeignKey> keys, List<Index> indexes) {
    return new Table(
        name,
        columns,
        new PrimaryKey("pk_" + name, List.of("id")),
        List.of(),
        keys,
        List.of(),
        indexes,
        Optional.empty());
  }

  private static Table table(String name, Column... columns) {
    return table(name, List.of(columns), List.of(), List.of());
  }

  private static List<String> kinds(List<Change> changes) {
    return changes.stream().map(each -> each.getClass().getSimpleName()).toList();
  }

  @Test
  void sameSchemasDoNotDiffer() {
    var schema = new Schema(List.of(table("t", ID, column("a", "text"))));
    var reordered = new Schema(List.of(table("t", column("a", "text"), ID)));

    assertThat(Diff.between(schema, schema)).isEmpty();
    assertThat(Diff.between(schema, reordered)).isEmpty();
  }

  @Test
  void addsParentsFirstAndCyclesAfterBoth() {
    var a =
        table(
            "a",
            List.of(ID, column("b_id", "integer")),
            List.of(refers("a", "b_id", "b")),
            List.of());
    var b =
        table(
            "b",
            List.of(ID, column("a_id", "integer")),
            List.of(refers("b", "a_id", "a")),
            List.of());

    var changes = Diff.between(new Schema(List.of()), new Schema(List.of(a, b)));

    assertThat(changes)
        .containsExactly(
            new Change.AddTable(b.withForeignKeys(List.of())),
            new Change.AddTable(a),
            new Change.AddConstraint(b.id(), b.foreignKeys().getFirst()));
  }

  @Test
  void dropsChildrenFirstAndCyclesApart() {
    var a =
        table(
            "a",
            List.of(ID, column("b_id", "integer")),
            List.of(refers("a", "b_id", "b")),
            List.of());
    var b =
        table(
            "b",
            List.of(ID, column("a_id", "integer")),
            List.of(refers("b", "a_id", "a")),
            List.of());

    var changes = Diff.between(new Schema(List.of(a, b)), new Schema(List.of()));

    assertThat(changes)
        .containsExactly(
            new Change.DropConstraint(b.id(), b.foreignKeys().getFirst()),
            new Change.DropTable(a),
            new Change.DropTable(b.withForeignKeys(List.of())));
  }

  @Test
  void makesTheNewIndexBeforeTheOldOneGoes() {
    var before = table("t", List.of(ID), List.of(), List.of(new Index("ix_old", List.of("id"))));
    var after =
        table(
            "t",
            List.of(ID, column("a", "text")),
            List.of(),
            List.of(new Index("ix_new", List.of("a"))));

    var changes = Diff.between(new Schema(List.of(before)), new Schema(List.of(after)));

    assertThat(kinds(changes)).containsExactly("AddColumn", "AddIndex", "DropIndex");
  }

  @Test
  void makesWayForOneOfTheSameName() {
    var before = table("t", List.of(ID), List.of(), List.of(new Index("ix", List.of("id"))));
    var after =
        table(
            "t",
            List.of(ID, column("a", "text")),
            List.of(),
            List.of(new Index("ix", List.of("a"))));

    var changes = Diff.between(new Schema(List.of(before)), new Schema(List.of(after)));

    assertThat(kinds(changes)).containsExactly("DropIndex", "AddColumn", "AddIndex");
  }

  @Test
  void losesDataLast() {
    var before = new Schema(List.of(table("gone", ID), table("t", ID, column("a", "text"))));
    var after = new Schema(List.of(table("fresh", ID), table("t", ID, column("b", "text"))));

    assertThat(kinds(Diff.between(before, after)))
        .containsExactly("AddColumn", "AddTable", "DropColumn", "DropTable");
  }

  @Test
  void findsAConstraintUnderAnotherName() {
    var before = table("t", ID);
    var after =
        new Table(
            "t",
            List.of(ID),
            new PrimaryKey("t_pkey", List.of("id")),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty());

    assertThat(Diff.between(new Schema(List.of(before)), new Schema(List.of(after))))
        .containsExactly(new Change.RenameConstraint(before.id(), before.primaryKey(), "t_pkey"));
  }

  @Test
  void tellsWhatMayBeARename() {
    var before = new Schema(List.of(table("people", ID, column("name", "text"))));
    var renamedTable = new Schema(List.of(table("users", ID, column("name", "text"))));
    var renamedColumn = new Schema(List.of(table("people", ID, column("full_name", "text"))));
    var other = new Schema(List.of(table("people", ID, column("age", "integer"))));

    assertThat(LikelyRenames.among(Diff.between(before, renamedTable)))
        .containsExactly(new Change.RenameTable(TableName.of("people"), TableName.of("users")));
    assertThat(LikelyRenames.among(Diff.between(before, renamedColumn)))
        .containsExactly(new Change.RenameColumn(TableName.of("people"), "name", "full_name"));
    assertThat(LikelyRenames.among(Diff.between(before, other))).isEmpty();
  }

  @Test
  void addsLabelsOnlyWhenAllOthersKeepTheirOrder() {
    var id = TableName.of("mood");
    var two = new EnumType(id, List.of("a", "b"));

    assertThat(new Change.AlterEnum(two, new EnumType(id, List.of("a", "x", "b"))).adds()).isTrue();
    assertThat(new Change.AlterEnum(two, new EnumType(id, List.of("b", "a", "x"))).adds())
        .isFalse();
    assertThat(new Change.AlterEnum(two, new EnumType(id, List.of("a"))).adds()).isFalse();
  }

  @Test
  void theWayBackIsTheInverseOfTheWayThere() {
    var random = new Random(7);
    for (int i = 0; i < 300; i++) {
      var before = any(random);
      var after = any(random);

      var forth = Diff.between(before, after);
      var back = Diff.between(after, before);

      assertThat(new HashSet<>(whole(back)))
          .as("%s -> %s", before, after)
          .isEqualTo(new HashSet<>(whole(Change.inverse(forth))));
      assertThat(Diff.between(shuffled(before, random), shuffled(after, random))).isEqualTo(forth);
    }
  }

  /// Without the foreign keys of tables that come or go, which are part of them or stand apart.
  private static List<Change> whole(List<Change> changes) {
    var all = new ArrayList<Change>();
    for (var change : changes) {
      if (change instanceof Change.AddTable(Table table)) {
        all.add(new Change.AddTable(table.withForeignKeys(List.of())));
        table.foreignKeys().forEach(key -> all.add(new Change.AddConstraint(table.id(), key)));
      } else if (change instanceof Change.DropTable(Table table)) {
        all.add(new Change.DropTable(table.withForeignKeys(List.of())));
        table.foreignKeys().forEach(key -> all.add(new Change.DropConstraint(table.id(), key)));
      } else {
        all.add(change);
      }
    }
    return all;
  }

  private static Schema shuffled(Schema schema, Random random) {
    var tables = new ArrayList<>(schema.tables());
    Collections.shuffle(tables, random);
    return new Schema(tables);
  }

  private static Schema any(Random random) {
    var names = new ArrayList<>(List.of("a", "b", "c", "d"));
    Collections.shuffle(names, random);
    var kept = List.copyOf(names.subList(0, random.nextInt(5)));
    return new Schema(kept.stream().map(name -> any(name, kept, random)).toList());
  }

  private static Table any(String name, List<String> targets, Random random) {
    var columns = new ArrayList<>(List.of(ID));
    var keys = new ArrayList<ForeignKey>();
    var indexes = new ArrayList<Index>();
    for (var column : List.of("x", "y", "z")) {
      if (random.nextBoolean()) {
        columns.add(column(column, random.nextBoolean() ? "integer" : "text"));
        if (random.nextBoolean()) {
          keys.add(refers(name, column, targets.get(random.nextInt(targets.size()))));
        }
        if (random.nextBoolean()) {
          indexes.add(new Index("ix_" + name + "_" + column, List.of(column)));
        }
      }
    }
    return table(name, columns, keys, indexes);
  }
}
