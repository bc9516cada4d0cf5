package dev.ambix.jdbc;

import dev.ambix.dialect.Sql;
import dev.ambix.json.JsonText;
import dev.ambix.schema.SqlType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes a list of column values as a JSON array, for SQLite's `json_each`.
final class JsonArray {
  private JsonArray() {}

  static String of(Sql.Many many) {
    var out = new StringBuilder(many.values().size() * 12 + 2).append('[');
    for (var value : many.values()) {
      separate(out);
      element(out, value, many.type());
    }
    return out.append(']').toString();
  }

  private static void separate(StringBuilder out) {
    if (out.charAt(out.length() - 1) != '[') {
      out.append(',');
    }
  }

  private static void element(StringBuilder out, @Nullable Object value, SqlType type) {
    switch (value) {
      case null -> out.append("null");
      case Boolean bool -> out.append(bool ? '1' : '0');
      case Integer number -> out.append(number.intValue());
      case Long number -> out.append(number.longValue());
      case Float number -> real(out, number);
      case Double number -> real(out, number);
      case BigDecimal number -> {
        if (SqliteBinder.isText(type)) {
          JsonText.quote(out, SqliteBinder.wide(number, (SqlType.Numeric) type));
        } else {
          out.append(number.toPlainString());
        }
      }
      case List<?> array when type instanceof SqlType.Array(SqlType element) ->
          JsonText.quote(out, of(new Sql.Many(new ArrayList<>(array), element)));
      case List<?> row -> row(out, row);
      case byte[] bytes -> JsonText.quote(out, HexFormat.of().formatHex(bytes));
      default -> JsonText.quote(out, SqliteBinder.text(value));
    }
  }

  private static void row(StringBuilder out, List<?> row) {
    out.append('[');
    for (var each : row) {
      separate(out);
      var one = (Sql.One) each;
      element(out, one.value(), one.type());
    }
    out.append(']');
  }

  /// JSON has no word for infinity: a number too great for a double is one to SQLite.
  private static void real(StringBuilder out, double number) {
    SqliteBinder.number(number);
    if (Double.isInfinite(number)) {
      out.append(number > 0 ? "9e999" : "-9e999");
    } else {
      out.append(number);
    }
  }
}
