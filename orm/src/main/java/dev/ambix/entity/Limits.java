package dev.ambix.entity;

import dev.ambix.error.ValueRejected;
import dev.ambix.mapping.Column.Attribute;
import dev.ambix.schema.SqlType;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// The limits of columns, which every engine has to keep alike.
final class Limits {
  private Limits() {}

  static void check(Attribute<?, ?> attribute, @Nullable Object value) {
    var type = attribute.type().sqlType();
    switch (value) {
      case String text when type instanceof SqlType.Varchar(int length) -> {
        if (text.length() > length && text.codePointCount(0, text.length()) > length) {
          throw rejected(attribute, "got more than the " + length + " characters that it holds");
        }
      }
      case BigDecimal number when type instanceof SqlType.Numeric(int size, int scale) -> {
        if (number.precision() - number.scale() > size - scale) {
          throw rejected(
              attribute, "got more than the " + (size - scale) + " digits before the point");
        }
      }
      case null, default -> {}
    }
  }

  private static ValueRejected rejected(Attribute<?, ?> attribute, String problem) {
    return new ValueRejected(attribute.table(), attribute.column(), problem, null);
  }
}
