package dev.ambix.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ambix.error.UsageException;
import dev.ambix.mapping.Column;
import dev.ambix.mapping.ProjectionMapping;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Compiles projections, loads what was generated, and uses it.
class ProjectionTest {
  private static final Compiled RICH =
      Compiler.of("shop/Product.java", Samples.read("Product.java"))
          .with("shop/Size.java", Samples.read("Size.java"))
          .compile()
          .clean();

  @Test
  void namesTheColumnsThatItReads() {
    var card = RICH.projection("shop.Product_Card_");

    assertThat(card.type().getName()).isEqualTo("shop.Product$Card");
    assertThat(card.entity().getName()).isEqualTo("shop.Product");
    assertThat(card.labels())
        .startsWith("id", "size", "place_city", "place_street", "place_point_latitude")
        .endsWith("box_width", "box_height", "tags");
    assertThat(card.columns())
        .extracting(column -> ((Column<?, ?>) column).attribute().column())
        .isEqualTo(card.labels());
  }

  @Test
  void readsAnEntitysColumns() {
    var card = RICH.projection("shop.Product_Card_");
    var row = ArrayRow.of(columns(card), 1).after(2);

    assertThat(card.read(row, 2).toString())
        .startsWith(
            "Card[id=1, size=LARGE, place=Place[city=t1, street=t1, point=Point[latitude=1.0")
        .endsWith("flag=1, rent=1], box=Box[width=1, height=1], tags=[t1]]");
  }

  @Test
  void readsNullForARecordWithoutValues() {
    var card = RICH.projection("shop.Product_Card_");
    var row = ArrayRow.of(columns(card), 1);
    int tags = card.columns().size() - 1;
    row.values()[tags - 1] = null;
    row.values()[tags - 2] = null;

    assertThat(card.read(row, 0).toString()).contains("box=null");
  }

  @Test
  void readsTheRowsOfASqlText() {
    var totals = RICH.projection("shop.Product_Totals_");

    assertThat(totals.entity()).isEqualTo(void.class);
    assertThat(totals.columns()).isEmpty();
    assertThat(totals.labels())
        .containsExactly("size", "count", "maximum", "sum", "box_width", "box_height", "words");
    assertThat(totals.read(row("SMALL", 2L, null, new BigDecimal("1.25"), 3, null, "a b"), 0))
        .hasToString(
            "Totals[size=SMALL, count=2, maximum=null, sum=1.25, box=Box[width=3, height=null], words=[a, b]]");
  }

  @Test
  void refusesNullWhereTheRecordHasNoPlaceForIt() {
    var totals = RICH.projection("shop.Product_Totals_");
    var row = row("SMALL", null, null, BigDecimal.ONE, null, null, "a");

    assertThatThrownBy(() -> totals.read(row, 0))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("[UnexpectedNull] Totals: ")
        .hasMessageContaining("got NULL in column count");
  }

  @Test
  void mapsClassesThatHaveTheNamesOfOurs() {
    var view =
        """
        package shop;

        import dev.ambix.mapping.Projection;

        @Projection(of = Column.class)
        public record Attribute(long id, String name) {}
        """;
    var column =
        """
        package shop;

        import dev.ambix.mapping.*;

        @Entity
        public final class Column {
          @Id private long id;
          private String name;
        }
        """;

    var compiled =
        Compiler.of("shop/Attribute.java", view)
            .with("shop/Column.java", column)
            .with("shop/Constraint.java", column.replace("class Column", "class Constraint"))
            .with("shop/Snapshot.java", column.replace("class Column", "class Snapshot"))
            .with("shop/Row.java", column.replace("class Column", "class Row"))
            .with("shop/Type.java", column.replace("class Column", "class Type"))
            .compile();

    assertThat(compiled.clean().projection("shop.Attribute_").columns())
        .extracting(each -> ((Column<?, ?>) each).attribute().table())
        .containsExactly("column", "column");
  }

  private static List<? extends Column<?, ?>> columns(ProjectionMapping<?> mapping) {
    return mapping.columns().stream().<Column<?, ?>>map(each -> (Column<?, ?>) each).toList();
  }

  private static ArrayRow row(@Nullable Object... values) {
    return new ArrayRow(values);
  }
}
