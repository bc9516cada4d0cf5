package dev.ambix.dialect;

import dev.ambix.error.UsageException;
import dev.ambix.schema.Check;
import dev.ambix.schema.Column;
import dev.ambix.schema.Names;
import dev.ambix.schema.PrimaryKey;
import dev.ambix.schema.Sequence;
import dev.ambix.schema.SqlType;
import dev.ambix.schema.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How SQLite defines tables.
///
/// The tables are not STRICT: that has no NUMERIC, without which decimal numbers do not compare as
/// numbers. Lengths and enumerations are checked, times are text of a fixed width, UUIDs are text
/// in lower case.
final class SqliteTables implements TableWriter.Tables {
  /// How many digits a REAL keeps: numbers of more are text.
  static final int EXACT_DIGITS = 15;

  static boolean isText(SqlType.Numeric type) {
    return type.precision() > EXACT_DIGITS;
  }

  static String typeName(SqlType type) {
    return switch (type) {
      case SqlType.Bool _, SqlType.SmallInt _, SqlType.Int _, SqlType.BigInt _ -> "integer";
      case SqlType.Real _, SqlType.DoublePrecision _ -> "real";
      case SqlType.Numeric numeric ->
          isText(numeric)
              ? "text"
              : "numeric(" + numeric.precision() + ", " + numeric.scale() + ")";
      case SqlType.Bytes _ -> "blob";
      case SqlType.Spelled spelled -> spelled.sql();
      case SqlType.Varchar _,
          SqlType.Text _,
          SqlType.Enumeration _,
          SqlType.NativeEnum _,
          SqlType.Json _,
          SqlType.Array _,
          SqlType.Uuid _,
          SqlType.Date _,
          SqlType.Time _,
          SqlType.Timestamp _,
          SqlType.TimestampTz _ ->
          "text";
    };
  }

  @Override
  public String column(Column column, Table table) {
    var type = typeName(column.type());
    var definition = TableWriter.quote(column.name()) + (type.isEmpty() ? "" : " " + type);
    if (!column.identity()) {
      return definition + computed(column) + (column.nullable() ? "" : " not null");
    }
    if (!table.key().map(PrimaryKey::columns).equals(Optional.of(List.of(column.name())))) {
      throw new UsageException(
          "IdentityNotKey",
          "column "
              + table.name()
              + "."
              + column.name()
              + ": SQLite numbers the rows in the primary key only; got a column that is not all of"
              + " it. Make it the key, or use a sequence.");
    }
    return definition
        + " not null "
        + TableWriter.constraint(table.primaryKey().name())
        + "primary key autoincrement";
  }

  private static String computed(Column column) {
    return column
        .computed()
        .map(from ->
            " generated always as (" + from.sql() + ")" + (from.stored() ? " stored" : " virtual"))
        .orElse("");
  }

  @Override
  public boolean isKey(Column column) {
    return column.identity();
  }

  @Override
  public List<Check> checks(Table table) {
    var checks = new ArrayList<Check>();
    for (var column : table.columns()) {
      var name = Names.of("ck", table.name(), List.of(column.name()));
      if (column.type() instanceof SqlType.Enumeration enumeration) {
        checks.add(new Check(name, TableWriter.labels(column.name(), enumeration.labels())));
      } else if (column.type() instanceof SqlType.NativeEnum type) {
        checks.add(new Check(name, TableWriter.labels(column.name(), type.labels())));
      } else if (column.type() instanceof SqlType.Varchar varchar) {
        checks.add(
            new Check(
                name, "length(" + TableWriter.quote(column.name()) + ") <= " + varchar.length()));
      } else if (column.type() instanceof SqlType.SmallInt) {
        checks.add(range(name, column.name(), Short.MIN_VALUE, Short.MAX_VALUE));
      } else if (column.type() instanceof SqlType.Int && !column.identity()) {
        checks.add(range(name, column.name(), Integer.MIN_VALUE, Integer.MAX_VALUE));
      }
    }
    return checks;
  }

  /// Every integer of the engine has 64 bits.
  private static Check range(String name, String column, int least, int most) {
    return new Check(name, TableWriter.quote(column) + " between " + least + " and " + most);
  }

  /// The present time is written as our times are, which the engine's own word would not do.
  @Override
  public String expression(String sql, SqlType type) {
    var word = sql.strip().toLowerCase(Locale.ROOT);
    if (word.equals("current_timestamp") || word.equals("now()")) {
      if (type instanceof SqlType.TimestampTz) {
        return "(strftime('%Y-%m-%dT%H:%M:%f000Z', 'now'))";
      }
      if (type instanceof SqlType.Timestamp) {
        return "(strftime('%Y-%m-%dT%H:%M:%f000', 'now'))";
      }
    }
    return "(" + sql + ")";
  }

  @Override
  public Optional<String> addForeignKey(String quotedTable, String definition) {
    return Optional.empty();
  }

  @Override
  public String bool(boolean value) {
    return value ? "1" : "0";
  }

  @Override
  public String number(BigDecimal value, SqlType.Numeric type) {
    return isText(type)
        ? Literals.text(value.setScale(type.scale(), RoundingMode.HALF_UP).toPlainString())
        : value.toPlainString();
  }

  @Override
  public String bytes(String hex) {
    return "x'" + hex + "'";
  }

  @Override
  public List<String> createType(SqlType.NativeEnum type) {
    return List.of();
  }

  @Override
  public List<String> dropType(SqlType.NativeEnum type) {
    return List.of();
  }

  @Override
  public List<String> createSequence(Sequence sequence) {
    return List.of(
        "create table if not exists ambix_sequence (name text primary key not null, next integer not null)",
        "insert into ambix_sequence (name, next) values ("
            + Literals.text(sequence.name())
            + ", 1) on conflict (name) do nothing");
  }

  @Override
  public List<String> dropSequence(Sequence sequence) {
    return List.of("drop table if exists ambix_sequence");
  }

  @Override
  public String dropTable(String quoted) {
    return "drop table if exists " + quoted;
  }
}
