package shop;

import dev.ambix.mapping.ProjectionMapping;
import dev.ambix.type.Row;
import dev.ambix.type.Type;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/// How `Product.Totals` is read from rows.
@Generated("dev.ambix.processor.AmbixProcessor")
@SuppressWarnings("unchecked")
public final class Product_Totals_ extends ProjectionMapping<Product.Totals> {
  private static final Type<Size> SIZE_TYPE = Type.enumeration(Size.class);
  private static final Type<Long> MAXIMUM_TYPE = Type.LONG;
  private static final Type<Integer> BOX_HEIGHT_TYPE = Type.INTEGER;
  private static final Type<Set<String>> WORDS_TYPE =
      Type.converted((Class<Set<String>>) (Class<?>) Set.class, new Product.Words(), Type.TEXT);
  private static final int[] REQUIRED = {0, 1, 3, 6};

  public Product_Totals_() {
    super(
        Product.Totals.class,
        void.class,
        List.of("size", "count", "maximum", "sum", "box_width", "box_height", "words"),
        List.of());
  }

  @Override
  @SuppressWarnings("NullAway") // the schema keeps NULL out
  public Product.Totals read(Row row, int first, Lists its) {
    requireValues(row, first, REQUIRED);
    return new Product.Totals(
        SIZE_TYPE.read(row, first),
        row.getLong(first + 1),
        MAXIMUM_TYPE.read(row, first + 2),
        row.getBigDecimal(first + 3),
        boxFrom(row, first + 4),
        WORDS_TYPE.read(row, first + 6));
  }

  private static Product.@Nullable Box boxFrom(Row row, int first) {
    if (row.isNull(first)
        && row.isNull(first + 1)) {
      return null;
    }
    return new Product.Box(
        row.getInt(first),
        BOX_HEIGHT_TYPE.read(row, first + 1));
  }
}
