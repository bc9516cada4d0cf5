package dev.ambix.dialect;

import dev.ambix.query.Node;
import dev.ambix.query.Node.Calls;
import dev.ambix.schema.SqlType;
import java.util.Locale;

/// How PostgreSQL computes. What its functions give is cast to the type that the query expects.
final class PostgresFunctions implements FunctionGrammar {
  @Override
  public void call(Renderer out, FunctionWriter calls, Node.Call call) {
    var name =
        call.function() == Calls.JOINED_TEXT ? "string_agg" : FunctionWriter.name(call.function());
    boolean summed = call.function() == Calls.SUM || call.function() == Calls.AVG;
    if (!summed || call.type() instanceof SqlType.Numeric) {
      calls.call(name, call, out::node);
      return;
    }
    boolean real = call.function() == Calls.SUM && call.type() instanceof SqlType.DoublePrecision;
    out.text("cast(");
    calls.call(name, call, argument -> argument(out, argument, real));
    as(out, call.type());
  }

  /// The sum of numbers of 32 bits has no more bits than they.
  private static void argument(Renderer out, Node argument, boolean real) {
    if (real) {
      out.text("cast(").node(argument).text(" as double precision)");
    } else {
      out.node(argument);
    }
  }

  private static void as(Renderer out, SqlType type) {
    out.text(" as ").text(PostgresTables.elementName(type)).text(")");
  }

  @Override
  public void known(Renderer out, Node.Known known) {
    switch (known.function()) {
      case GREATEST, LEAST, FLOOR -> function(out, known.function().name(), known);
      case CEILING -> function(out, "ceil", known);
      case ROUND -> round(out, known);
      case DIVIDE -> infix(out, known, " / ");
      case REMAINDER -> infix(out, known, " % ");
      case NOW -> out.text("now()");
      case TODAY -> out.text("cast(now() at time zone 'UTC' as date)");
    }
  }

  private static void function(Renderer out, String name, Node.Known known) {
    out.text(name.toLowerCase(Locale.ROOT)).text("(").list(known.arguments(), out::node).text(")");
  }

  /// Only decimal numbers are rounded half away from zero.
  private static void round(Renderer out, Node.Known known) {
    boolean exact = known.type() instanceof SqlType.Numeric;
    out.text(exact ? "" : "cast(").text("round(cast(").node(known.arguments().getFirst());
    out.text(" as numeric), ").node(known.arguments().get(1)).text(")");
    if (!exact) {
      as(out, known.type());
    }
  }

  private static void infix(Renderer out, Node.Known known, String operator) {
    out.text("(").operand(known.arguments().getFirst()).text(operator);
    out.text("nullif(").node(known.arguments().get(1)).text(", 0))");
  }

  @Override
  public void cast(Renderer out, Node.Cast cast) {
    boolean cut = isReal(cast.from()) && isInteger(cast.to());
    out.text(cut ? "cast(trunc(" : "cast(").node(cast.term()).text(cut ? ")" : "");
    out.text(" as ");
    out.text(
        cast.to() instanceof SqlType.Numeric
            ? PostgresTables.typeName(cast.to())
            : PostgresTables.elementName(cast.to()));
    out.text(")");
  }

  static boolean isReal(SqlType type) {
    return type instanceof SqlType.Real
        || type instanceof SqlType.DoublePrecision
        || type instanceof SqlType.Numeric;
  }

  static boolean isInteger(SqlType type) {
    return type instanceof SqlType.SmallInt
        || type instanceof SqlType.Int
        || type instanceof SqlType.BigInt;
  }

  @Override
  public void part(Renderer out, Node.Part part) {
    out.text("cast(floor(extract(").text(unit(part.unit())).text(" from ");
    utc(out, part.term(), part.type());
    out.text(")) as integer)");
  }

  @Override
  public void truncated(Renderer out, Node.Truncated truncated) {
    boolean date = truncated.type() instanceof SqlType.Date;
    out.text(date ? "cast(" : "(").text("date_trunc('" + unit(truncated.unit()) + "', ");
    if (date) {
      out.text("cast(").node(truncated.term()).text(" as timestamp)) as date)");
    } else {
      utc(out, truncated.term(), truncated.type());
      out.text(truncated.type() instanceof SqlType.TimestampTz ? ") at time zone 'UTC')" : "))");
    }
  }

  private static void utc(Renderer out, Node term, SqlType type) {
    if (type instanceof SqlType.TimestampTz) {
      out.text("(").operand(term).text(" at time zone 'UTC')");
    } else {
      out.operand(term);
    }
  }

  private static String unit(Node.TimeUnit unit) {
    return unit.name().toLowerCase(Locale.ROOT);
  }
}
