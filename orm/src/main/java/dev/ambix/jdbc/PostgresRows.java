package dev.ambix.jdbc;

import dev.ambix.driver.Rows;
import dev.ambix.schema.SqlType;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Rows of pgjdbc.
final class PostgresRows implements Rows {
  private final ResultSet rows;
  private final Failure failure;

  PostgresRows(ResultSet rows, Failure failure) {
    this.rows = rows;
    this.failure = failure;
  }

  @Override
  public boolean next() {
    try {
      return rows.next();
    } catch (SQLException e) {
      throw failure.of(e);
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

  /// Asks for the bytes, which are there for any type: other readers convert.
  @Override
  public boolean isNull(int column) {
    try {
      return rows.getBytes(column + 1) == null;
    } catch (SQLException e) {
      throw failure.of(e);
    }
  }

  @Override
  public boolean getBoolean(int column) {
    try {
      return rows.getBoolean(column + 1);
    } catch (SQLException e) {
      throw failure.of(e);
    }
  }

  @Override
  public int getInt(int column) {
    try {
      return rows.getInt(column + 1);
    } catch (SQLException e) {
      throw failure.of(e);
    }
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
      return rows.getBigDecimal(column + 1);
    } catch (SQLException e) {
      throw failure.of(e);
    }
  }

  @Override
  public @Nullable UUID getUuid(int column) {
    return object(column, UUID.class);
  }

  @Override
  public @Nullable Instant getInstant(int column) {
    var time = object(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  @Override
  public @Nullable LocalDate getLocalDate(int column) {
    return object(column, LocalDate.class);
  }

  @Override
  public @Nullable LocalTime getLocalTime(int column) {
    return object(column, LocalTime.class);
  }

  @Override
  public @Nullable LocalDateTime getLocalDateTime(int column) {
    return object(column, LocalDateTime.class);
  }

  @Override
  public @Nullable List<Object> getList(int column, SqlType element) {
    try {
      var array = rows.getArray(column + 1);
      if (array == null) {
        return null;
      }
      return ListElements.of(Arrays.asList((@Nullable Object[]) array.getArray()), element);
    } catch (SQLException e) {
      throw failure.of(e);
    }
  }

  private <T> @Nullable T object(int column, Class<T> type) {
    try {
      return rows.getObject(column + 1, type);
    } catch (SQLException e) {
      throw failure.of(e);
    }
  }

  @Override
  public void require(int column, Class<?> type) {
    try {
      if (!ColumnTypes.fits(rows, column + 1, type) && rows.getBytes(column + 1) != null) {
        throw ColumnTypes.mismatch(rows, column + 1, type);
      }
    } catch (SQLException e) {
      throw failure.of(e);
    }
  }
}
