package dev.ambix.jdbc;

import dev.ambix.error.ValueRejected;
import dev.ambix.schema.SqlType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Turns the elements that a driver, or JSON, has of an array into column values.
final class ListElements {
  private ListElements() {}

  static List<Object> of(List<? extends @Nullable Object> values, SqlType type) {
    var elements = new ArrayList<Object>(values.size());
    for (var value : values) {
      elements.add(element(value, type));
    }
    return elements;
  }

  private static Object element(@Nullable Object value, SqlType type) {
    return switch (value) {
      case Boolean bool when type instanceof SqlType.Bool -> bool;
      case String text when type instanceof SqlType.Uuid -> UUID.fromString(text);
      case String text when isText(type) -> text;
      case UUID uuid when type instanceof SqlType.Uuid -> uuid;
      case Number number -> number(number, type);
      case null, default ->
          throw new ValueRejected(
              "", "", "an array read holds NULL, or what is no value of its type", null);
    };
  }

  private static boolean isText(SqlType type) {
    return type instanceof SqlType.Text || type instanceof SqlType.Enumeration;
  }

  /// The exact number: one of JSON is a `BigDecimal`, and there truth is 1.
  private static Object number(Number number, SqlType type) {
    var exact = number instanceof BigDecimal decimal ? decimal : null;
    return switch (type) {
      case SqlType.SmallInt _, SqlType.Int _ ->
          exact == null ? number.intValue() : exact.intValueExact();
      case SqlType.BigInt _ -> exact == null ? number.longValue() : exact.longValueExact();
      case SqlType.Real _ -> number.floatValue();
      case SqlType.DoublePrecision _ -> number.doubleValue();
      case SqlType.Bool _ -> number.intValue() != 0;
      default -> throw new IllegalArgumentException("no array of numbers");
    };
  }
}
