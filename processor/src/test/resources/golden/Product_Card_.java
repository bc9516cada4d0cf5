package shop;

import dev.ambix.mapping.ProjectionMapping;
import dev.ambix.type.Row;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/// How `Product.Card` is read from rows.
@Generated("dev.ambix.processor.AmbixProcessor")
public final class Product_Card_ extends ProjectionMapping<Product.Card> {
  public Product_Card_() {
    super(
        Product.Card.class,
        Product.class,
        List.of(
            "id",
            "size",
            "place_city",
            "place_street",
            "place_point_latitude",
            "place_point_longitude",
            "place_point_since",
            "place_point_size",
            "place_point_level",
            "place_point_mark",
            "place_point_site",
            "place_point_depth",
            "place_point_raw",
            "place_point_words",
            "place_flag",
            "place_rent",
            "box_width",
            "box_height",
            "tags"),
        List.of(
            Product_.id,
            Product_.size,
            Product_.place.city,
            Product_.place.street,
            Product_.place.point.latitude,
            Product_.place.point.longitude,
            Product_.place.point.since,
            Product_.place.point.size,
            Product_.place.point.level,
            Product_.place.point.mark,
            Product_.place.point.site,
            Product_.place.point.depth,
            Product_.place.point.raw,
            Product_.place.point.words,
            Product_.place.flag,
            Product_.place.rent,
            Product_.box.width,
            Product_.box.height,
            Product_.tags));
  }

  @Override
  @SuppressWarnings("NullAway") // the schema keeps NULL out
  public Product.Card read(Row row, int first, Lists its) {
    return new Product.Card(
        row.getLong(first),
        Product_.size.read(row, first + 1),
        placeFrom(row, first + 2),
        boxFrom(row, first + 16),
        Product_.tags.read(row, first + 18));
  }

  @SuppressWarnings("NullAway") // the schema keeps NULL out
  private static Product.Place placeFrom(Row row, int first) {
    return new Product.Place(
        row.getString(first),
        row.getString(first + 1),
        placePointFrom(row, first + 2),
        (int) Objects.requireNonNull(Product_.place.flag.read(row, first + 12)),
        Product_.place.rent.read(row, first + 13));
  }

  @SuppressWarnings("NullAway") // the schema keeps NULL out
  private static Product.Point placePointFrom(Row row, int first) {
    return new Product.Point(
        row.getDouble(first),
        row.getDouble(first + 1),
        row.getInstant(first + 2),
        Product_.place.point.size.read(row, first + 3),
        (byte) row.getInt(first + 4),
        (char) Objects.requireNonNull(Product_.place.point.mark.read(row, first + 5)),
        Product_.place.point.site.read(row, first + 6),
        Product_.place.point.depth.read(row, first + 7),
        row.getBytes(first + 8),
        Product_.place.point.words.read(row, first + 9));
  }

  private static Product.@Nullable Box boxFrom(Row row, int first) {
    if (row.isNull(first)
        && row.isNull(first + 1)) {
      return null;
    }
    return new Product.Box(
        row.getInt(first),
        Product_.box.height.read(row, first + 1));
  }
}
