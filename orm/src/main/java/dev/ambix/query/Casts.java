package dev.ambix.query;

import dev.ambix.schema.SqlType;

/// Which values every engine turns into the same ones of another type.
final class Casts {
  private Casts() {}

  static boolean areAlike(SqlType from, SqlType to) {
    if (to instanceof SqlType.Text) {
      return isText(from) || isInteger(from) || from instanceof SqlType.Uuid;
    }
    return isNumber(to) && (isNumber(from) || isText(from));
  }

  private static boolean isText(SqlType type) {
    return type instanceof SqlType.Text
        || type instanceof SqlType.Varchar
        || type instanceof SqlType.Enumeration;
  }

  private static boolean isInteger(SqlType type) {
    return type instanceof SqlType.SmallInt
        || type instanceof SqlType.Int
        || type instanceof SqlType.BigInt;
  }

  private static boolean isNumber(SqlType type) {
    return isInteger(type)
        || type instanceof SqlType.Numeric
        || type instanceof SqlType.Real
        || type instanceof SqlType.DoublePrecision;
  }
}
