package dev.ambix.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShapesTest {
  private static final int COLUMNS = 8;

  private static BitSet columns(int mask) {
    return BitSet.valueOf(new long[] {(long) mask << 1});
  }

  private static Shapes used(boolean versioned) {
    var shapes = new Shapes(COLUMNS, List.of(0), versioned);
    for (int mask = 1; mask <= Shapes.MOST; mask++) {
      assertThat(shapes.of(columns(mask))).isEqualTo(columns(mask));
    }
    return shapes;
  }

  @Test
  void areFewWhereAVersionGuardsTheRow() {
    var shapes = used(true);

    assertThat(shapes.of(columns(Shapes.MOST + 1)).cardinality()).isEqualTo(COLUMNS - 1);
    assertThat(shapes.of(columns(1))).isEqualTo(columns(1));
  }

  @Test
  void nameOnlyWhatChangedWithoutAVersion() {
    var shapes = used(false);

    assertThat(shapes.of(columns(Shapes.MOST + 1))).isEqualTo(columns(Shapes.MOST + 1));
  }
}
