package dev.ambix.jdbc;

import dev.ambix.dialect.FixedTime;
import dev.ambix.driver.Rows;
import dev.ambix.error.ValueRejected;
import dev.ambix.json.JsonText;
import dev.ambix.schema.SqlType;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Rows of sqlite-jdbc.
final class SqliteRows implements Rows {
  private final ResultSet rows;
  private final Failure failure;
  private final Deadline deadline;

  SqliteRows(ResultSet rows, Deadline deadline, Failure failure) {
    this.rows = rows;
    this.deadline = deadline;
    this.failure = failure;
  }

  @Override
  public boolean next() {
    deadline.stepIn();
    try {
      return rows.next();
    } catch (SQLException e) {
      throw failure.of(e);
    } finally {
      deadline.stepOut();
    }
  }

  @Override
  public List<String> labels() {
    try {
      var labels = new ArrayList<String>();
      var meta = rows.getMetaData();
      for (int i = 1; i <= meta.getColumnCount(); i++) {
        labels.add(meta.getColumnLabel(i));
      }
      return labels;
    } catch (SQLException e) {
      throw failure.of(e);
    }
  }

  /// `wasNull` asks for the type of the column read last; reading it as an int makes nothing.
  @Override
  public boolean isNull(int column) {
    try {
      return rows.getInt(column + 1) == 0 && rows.wasNull();
    } catch (SQLException e) {
      throw failure.of(e);
    }
  }

  @Override
  public boolean getBoolean(int column) {
    try {
      return rows.getInt(column + 1) != 0;
    } catch (SQLException e) {
      throw failure.of(e);
    }
  }

  /// Columns hold 64 bits here whatever their type: arithmetic may have gone beyond 32.
  @Override
  public int getInt(int column) {
    long number = getLong(column);
    if (number != (int) number) {
      throw new ValueRejected("", "", "a number read is out of range for its column", null);
    }
    return (int) number;
  }

  @Override
  public long getLong(int column) {
    try {
      return rows.getLong(column + 1);
    } catch (SQLException e) {
      throw failure.of(e);
    }
  }

  @Override
  public float getFloat(int column) {
    try {
      return rows.getFloat(column + 1);
    } catch (SQLException e) {
      throw failure.of(e);
    }
  }

  @Override
  public double getDouble(int column) {
    try {
      return rows.getDouble(column + 1);
    } catch (SQLException e) {
      throw failure.of(e);
    }
  }

  @Override
  public @Nullable String getString(int column) {
    try {
      return rows.getString(column + 1);
    } catch (SQLException e) {
      throw failure.of(e);
    }
  }

  @Override
  public byte @Nullable [] getBytes(int column) {
    try {
      return rows.getBytes(column + 1);
    } catch (SQLException e) {
      throw failure.of(e);
    }
  }

  @Override
  public @Nullable BigDecimal getBigDecimal(int column) {
    try {
      return switch (rows.getObject(column + 1)) {
        case null -> null;
        case Double number -> BigDecimal.valueOf(number);
        case Number number -> BigDecimal.valueOf(number.longValue());
        case Object _ -> parsed(column, BigDecimal::new);
      };
    } catch (SQLException e) {
      throw failure.of(e);
    }
  }

  @Override
  public @Nullable UUID getUuid(int column) {
    return parsed(column, UUID::fromString);
  }

  @Override
  public @Nullable Instant getInstant(int column) {
    return parsed(column, FixedTime::instant);
  }

  @Override
  public @Nullable LocalDate getLocalDate(int column) {
    return parsed(column, FixedTime::date);
  }

  @Override
  public @Nullable LocalTime getLocalTime(int column) {
    return parsed(column, FixedTime::time);
  }

  @Override
  public @Nullable LocalDateTime getLocalDateTime(int column) {
    return parsed(column, FixedTime::dateTime);
  }

  /// An array is a text of JSON.
  @Override
  public @Nullable List<Object> getList(int column, SqlType element) {
    return parsed(
        column,
        text -> {
          if (JsonText.parse(text) instanceof List<?> values) {
            return ListElements.of(values, element);
          }
          throw new IllegalArgumentException("no array");
        });
  }

  @Override
  public void require(int column, Class<?> type) {
    try {
      var value = rows.getObject(column + 1);
      if (value != null && !(ColumnTypes.fits(value, type) && parses(column, value, type))) {
        throw ColumnTypes.mismatch(rows, column + 1, value, type);
      }
    } catch (SQLException e) {
      throw failure.of(e);
    }
  }

  /// Whether a text is one of the type that is kept as text.
  private boolean parses(int column, Object value, Class<?> type) {
    try {
      return !(value instanceof String) || read(column, type) != null;
    } catch (ValueRejected _) {
      return false;
    }
  }

  private @Nullable Object read(int column, Class<?> type) {
    return switch (type.getSimpleName()) {
      case "BigDecimal" -> getBigDecimal(column);
      case "UUID" -> getUuid(column);
      case "Instant" -> getInstant(column);
      case "LocalDate" -> getLocalDate(column);
      case "LocalTime" -> getLocalTime(column);
      default -> getLocalDateTime(column);
    };
  }

  private <T> @Nullable T parsed(int column, Function<String, T> parser) {
    var text = getString(column);
    if (text == null) {
      return null;
    }
    try {
      return parser.apply(text);
    } catch (DateTimeException
        | IllegalArgumentException
        | ArithmeticException
        | IndexOutOfBoundsException _) {
      throw new ValueRejected("", "", "a text read is no value of its column's type", null);
    }
  }
}
