package dev.ambix.benchmarks.peer;

import dev.ambix.benchmarks.Engine;
import dev.ambix.dialect.FixedTime;
import java.time.Instant;
import org.jooq.Converter;
import org.jooq.DataType;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

/// The table as jOOQ's code generator would write it, without what is not used here. Times are text
/// on SQLite, by a converter, as all contestants keep them there.
@SuppressWarnings("serial") // nobody serializes it
final class JooqCustomers extends TableImpl<Record> {
  final transient TableField<Record, Long> id =
      createField(DSL.name("id"), SQLDataType.BIGINT.nullable(false), this, "");
  final transient TableField<Record, String> name =
      createField(DSL.name("name"), SQLDataType.VARCHAR(64).nullable(false), this, "");
  final transient TableField<Record, String> email =
      createField(DSL.name("email"), SQLDataType.CLOB.nullable(false), this, "");
  final transient TableField<Record, String> phone =
      createField(DSL.name("phone"), SQLDataType.CLOB, this, "");
  final transient TableField<Record, Integer> points =
      createField(DSL.name("points"), SQLDataType.INTEGER.nullable(false), this, "");
  final transient TableField<Record, Boolean> active =
      createField(DSL.name("active"), SQLDataType.BOOLEAN.nullable(false), this, "");
  final transient TableField<Record, Instant> joined;

  JooqCustomers(Engine engine) {
    super(DSL.name(Sample.TABLE));
    joined = createField(DSL.name("joined"), time(engine).nullable(false), this, "");
  }

  private static DataType<Instant> time(Engine engine) {
    return switch (engine) {
      case POSTGRESQL -> SQLDataType.INSTANT;
      case SQLITE ->
          SQLDataType.VARCHAR.asConvertedDataType(
              Converter.ofNullable(String.class, Instant.class, FixedTime::instant, FixedTime::of));
    };
  }
}
