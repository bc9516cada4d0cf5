package dev.ambix.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ambix.mapping.Column;
import dev.ambix.mapping.Column.Attribute;
import dev.ambix.mapping.EntityMapping;
import dev.ambix.mapping.EntityMapping.Constraint;
import dev.ambix.mapping.EntityMapping.Renamed;
import dev.ambix.schema.OnDelete;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Compiles entities, loads what was generated, and uses it.
class EntityTest {
  private static final Compiled RICH =
      Compiler.of("shop/Product.java", Samples.read("Product.java"))
          .with("shop/Size.java", Samples.read("Size.java"))
          .compile()
          .clean();

  private static final EntityMapping<Object> PRODUCT = RICH.entity("shop.Product_");

  private static Object product(int number) {
    var product = PRODUCT.create();
    PRODUCT.read(product, ArrayRow.of(PRODUCT.columns(), number), 0);
    return product;
  }

  private static int index(String attribute) {
    return IntStream.range(0, PRODUCT.columns().size())
        .filter(i -> PRODUCT.columns().get(i).attribute().name().equals(attribute))
        .findFirst()
        .orElseThrow();
  }

  private static BitSet changes(Object product, Object snapshot) {
    var changed = new BitSet();
    PRODUCT.changes(product, snapshot, changed);
    return changed;
  }

  private static BitSet only(String attribute) {
    var bits = new BitSet();
    bits.set(index(attribute));
    return bits;
  }

  private static Stream<DynamicTest> eachColumn(ColumnTest test) {
    return IntStream.range(0, PRODUCT.columns().size())
        .mapToObj(i -> {
          Column<Object, ?> column = PRODUCT.columns().get(i);
          return DynamicTest.dynamicTest(column.attribute().name(), () -> test.run(column, i));
        });
  }

  @FunctionalInterface
  private interface ColumnTest {
    void run(Column<Object, ?> column, int index);
  }

  @TestFactory
  Stream<DynamicTest> readsWhatTheRowHolds() {
    var row = ArrayRow.of(PRODUCT.columns(), 7).after(3);
    var product = PRODUCT.create();
    PRODUCT.read(product, row, 3);
    return eachColumn((_, i) -> assertThat(PRODUCT.get(product, i)).isEqualTo(row.values()[3 + i]));
  }

  @TestFactory
  Stream<DynamicTest> setsOneColumnAndMarksItAlone() {
    return eachColumn((column, i) -> {
      var product = product(1);
      var snapshot = PRODUCT.snapshot(product);
      var value = ArrayRow.value(column, 2);

      PRODUCT.set(product, i, value);

      assertThat(PRODUCT.get(product, i)).isEqualTo(value);
      assertThat(changes(product, snapshot)).isEqualTo(only(column.attribute().name()));
    });
  }

  @TestFactory
  Stream<DynamicTest> restoresEachColumn() {
    return eachColumn((column, i) -> {
      var product = product(1);
      var snapshot = PRODUCT.snapshot(product);
      PRODUCT.set(product, i, ArrayRow.value(column, 2));

      PRODUCT.restore(product, snapshot);

      assertThat(PRODUCT.get(product, i)).isEqualTo(ArrayRow.value(column, 1));
      assertThat(changes(product, snapshot).isEmpty()).isTrue();
    });
  }

  @TestFactory
  Stream<DynamicTest> keepsNullWhereItIsAllowed() {
    return eachColumn((column, i) -> {
      if (column.attribute().nullable() && !column.attribute().name().startsWith("box.")) {
        var product = product(1);
        PRODUCT.set(product, i, null);
        assertThat(PRODUCT.get(product, i)).isNull();
      }
    });
  }

  @Test
  void newObjectHasNoChangesAndNoErrors() {
    var product = PRODUCT.create();

    var snapshot = PRODUCT.snapshot(product);

    assertThat(changes(product, snapshot).isEmpty()).isTrue();
    PRODUCT.restore(product, snapshot);
    IntStream.range(0, PRODUCT.columns().size()).forEach(i -> PRODUCT.get(product, i));
  }

  @Test
  void ignoresWhatTheColumnCannotKeep() {
    var product = product(1);
    var snapshot = PRODUCT.snapshot(product);
    int createdAt = index("createdAt");

    PRODUCT.set(product, createdAt, Instant.ofEpochSecond(1, 123_456_789));

    assertThat(changes(product, snapshot).isEmpty()).isTrue();
    assertThat(PRODUCT.get(product, createdAt)).isEqualTo(Instant.ofEpochSecond(1, 123_456_000));
  }

  @Test
  void seesBytesThatChangeInPlace() {
    var product = product(1);
    var snapshot = PRODUCT.snapshot(product);

    var picture = (byte[]) Objects.requireNonNull(PRODUCT.get(product, index("picture")));
    picture[0] = 9;
    assertThat(changes(product, snapshot)).isEqualTo(only("picture"));

    PRODUCT.restore(product, snapshot);
    assertThat(PRODUCT.get(product, index("picture"))).isEqualTo(new byte[] {1});
  }

  @Test
  void distinguishesZeroesAndRecognisesNaN() {
    var product = product(1);
    int weight = index("weight");
    PRODUCT.set(product, weight, 0.0);
    var snapshot = PRODUCT.snapshot(product);

    PRODUCT.set(product, weight, -0.0);
    assertThat(changes(product, snapshot)).isEqualTo(only("weight"));

    PRODUCT.set(product, weight, Double.NaN);
    assertThat(changes(product, PRODUCT.snapshot(product)).isEmpty()).isTrue();
  }

  @Test
  void nullableRecordIsNullWhenAllItsColumnsAre() {
    var product = PRODUCT.create();
    var row = ArrayRow.of(PRODUCT.columns(), 1);
    for (int i = 0; i < PRODUCT.columns().size(); i++) {
      if (PRODUCT.columns().get(i).attribute().name().startsWith("box.")) {
        row.values()[i] = null;
      }
    }
    PRODUCT.read(product, row, 0);
    assertThat(PRODUCT.get(product, index("box.width"))).isNull();

    PRODUCT.set(product, index("box.height"), 5);
    assertThat(PRODUCT.get(product, index("box.width"))).isEqualTo(0);
    assertThat(PRODUCT.get(product, index("box.height"))).isEqualTo(5);
  }

  @Test
  void refusesColumnsThatItDoesNotHave() {
    var product = PRODUCT.create();

    assertThatThrownBy(() -> PRODUCT.get(product, 99))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> PRODUCT.set(product, -1, null))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void describesTheTable() {
    assertThat(PRODUCT.type()).isEqualTo(PRODUCT.create().getClass());
    assertThat(PRODUCT.table()).isEqualTo("products");
    assertThat(PRODUCT.constraints())
        .contains(
            new Constraint.Unique("", List.of("name")),
            new Constraint.Unique("uq_size", List.of("size", "box_width")),
            indexed(List.of("price")),
            new Constraint.Reference(List.of("parent"), PRODUCT.type(), OnDelete.SET_NULL, true),
            indexed(List.of("parent")),
            new Constraint.Indexed("ix_active", List.of("name"), true, "active"),
            new Constraint.Check("ck_height", "height > 0 and secret <> '\\'"))
        .hasSize(7);
  }

  @Test
  void describesTheColumns() {
    var attributes = PRODUCT.columns().stream().map(Column::attribute).toList();

    assertThat(attributes)
        .extracting(Attribute::name)
        .startsWith("id", "name", "secret", "createdAt", "version")
        .contains("box.width", "type", "TYPE", "value", "java");
    assertThat(attributes.get(0).source()).isEqualTo(Attribute.Source.IDENTITY);
    assertThat(attributes.get(0).key()).isTrue();
    assertThat(attributes.get(2).sensitive()).isTrue();
    assertThat(attributes.get(index("box.width")).column()).isEqualTo("box_width");
    assertThat(attributes.get(index("TYPE")).column()).isEqualTo("upper_type");
    assertThat(attributes.get(index("pause")).defaultValue().orElseThrow())
        .hasToString("Literal[text=300000000]");
  }

  @Test
  void knowsFormerNames() {
    assertThat(PRODUCT.renames())
        .containsExactly(new Renamed("products", "place_city", "place_town"));
  }

  @Test
  void knowsTheFormerNameOfAKeyInEachTableOfAJoinedHierarchy() {
    var root =
        """
        package shop;

        import dev.ambix.mapping.*;

        @Entity
        @Inheritance(Inheritance.Strategy.JOINED)
        abstract sealed class Animal permits Dog {
          @Id @RenamedFrom("id") private long number;
          @RenamedFrom("title") private String name;
        }
        """;
    var subtype =
        """
        package shop;

        import dev.ambix.mapping.*;

        @Entity
        final class Dog extends Animal {
          @RenamedFrom("legs") private int paws;
        }
        """;
    var compiled =
        Compiler.of("shop/Animal.java", root).with("shop/Dog.java", subtype).compile().clean();

    assertThat(compiled.entity("shop.Dog_").renames())
        .containsExactly(
            new Renamed("animal", "number", "id"),
            new Renamed("dog", "number", "id"),
            new Renamed("animal", "name", "title"),
            new Renamed("dog", "paws", "legs"));
  }

  @Test
  void columnsAreFieldsOfTheGeneratedClass() throws ReflectiveOperationException {
    var generated = RICH.load("shop.Product_");

    assertThat(generated.getField("name").get(null)).isInstanceOf(Column.class);
    var box = generated.getField("box").get(null);
    assertThat(box.getClass().getField("width").get(box)).isInstanceOf(Column.class);
  }

  private static Constraint indexed(List<String> columns) {
    return new Constraint.Indexed("", columns, false, "");
  }
}
