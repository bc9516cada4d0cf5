package dev.ambix.jdbc;

import dev.ambix.dialect.FixedTime;
import dev.ambix.dialect.Sql;
import dev.ambix.error.ValueRejected;
import dev.ambix.schema.SqlType;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Binds column values to statements of sqlite-jdbc. A list goes as a JSON array.
final class SqliteBinder {
  private static final int EXACT_DIGITS = 15;

  private SqliteBinder() {}

  static void bind(PreparedStatement statement, List<Sql.Bind> binds) throws SQLException {
    for (int i = 0; i < binds.size(); i++) {
      switch (binds.get(i)) {
        case Sql.One one -> bind(statement, i + 1, one.value(), one.type());
        case Sql.Many many -> statement.setString(i + 1, JsonArray.of(many));
      }
    }
  }

  static void bind(PreparedStatement statement, int index, @Nullable Object value, SqlType type)
      throws SQLException {
    switch (value) {
      case null -> statement.setNull(index, Types.NULL);
      case Boolean bool -> statement.setInt(index, bool ? 1 : 0);
      case Integer number -> statement.setInt(index, number);
      case Long number -> statement.setLong(index, number);
      case Float number -> statement.setDouble(index, number(number));
      case Double number -> statement.setDouble(index, number(number));
      case byte[] bytes -> statement.setBytes(index, bytes);
      case BigDecimal number -> decimal(statement, index, number, type);
      case List<?> list when type instanceof SqlType.Array array ->
          statement.setString(
              index, JsonArray.of(new Sql.Many(new ArrayList<>(list), array.element())));
      default -> statement.setString(index, text(value));
    }
  }

  /// What stands for the value in a column of text.
  static String text(Object value) {
    return switch (value) {
      case String text -> Texts.require(text);
      case UUID uuid -> uuid.toString();
      case Instant instant -> FixedTime.of(instant);
      case LocalDate date -> FixedTime.of(date);
      case LocalTime time -> FixedTime.of(time);
      case LocalDateTime time -> FixedTime.of(time);
      default -> throw PostgresBinder.unknown(value);
    };
  }

  /// Whether numbers of this type are text; see the dialect's tables.
  static boolean isText(SqlType type) {
    return type instanceof SqlType.Numeric numeric && numeric.precision() > EXACT_DIGITS;
  }

  static double number(double number) {
    if (Double.isNaN(number)) {
      throw new ValueRejected("", "", "a number is NaN, which SQLite takes for NULL", null);
    }
    return number;
  }

  private static void decimal(
      PreparedStatement statement, int index, BigDecimal number, SqlType type) throws SQLException {
    if (isText(type)) {
      statement.setString(index, wide(number, (SqlType.Numeric) type));
    } else if (number.stripTrailingZeros().scale() <= 0
        && number.precision() - number.scale() <= 18) {
      statement.setLong(index, number.longValueExact());
    } else {
      statement.setDouble(index, number.doubleValue());
    }
  }

  /// The text of a number of many digits, which no check of the engine guards.
  static String wide(BigDecimal number, SqlType.Numeric type) {
    if (number.precision() - number.scale() > type.precision() - type.scale()) {
      throw new ValueRejected("", "", "a number is out of range for its column", null);
    }
    int scale = Math.max(type.scale(), number.stripTrailingZeros().scale());
    return number.setScale(scale, java.math.RoundingMode.UNNECESSARY).toPlainString();
  }
}
