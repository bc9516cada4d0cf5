package dev.ambix.dialect;

import dev.ambix.query.Node;
import dev.ambix.query.Node.Calls;
import dev.ambix.schema.SqlType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// How SQLite computes. Dates and times are text of a fixed width, of which a part is cut out.
final class SqliteFunctions implements FunctionGrammar {
  private static final String TIMES = "0000-01-01T00:00:00.000000";

  @Override
  public void call(Renderer out, FunctionWriter calls, Node.Call call) {
    SqliteDialect.requireOrder(call.type());
    var name =
        call.function() == Calls.JOINED_TEXT
            ? "group_concat"
            : FunctionWriter.name(call.function());
    calls.call(name, call, out::node);
  }

  @Override
  public void known(Renderer out, Node.Known known) {
    SqliteDialect.requireOrder(known.type());
    switch (known.function()) {
      case GREATEST -> extreme(out, "max", known.arguments());
      case LEAST -> extreme(out, "min", known.arguments());
      case ROUND -> round(out, known);
      case FLOOR -> function(out, "floor", known.arguments());
      case CEILING -> function(out, "ceil", known.arguments());
      case DIVIDE -> divide(out, known);
      case REMAINDER -> infix(out, known.arguments(), " % ");
      case NOW -> out.text("strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')");
      case TODAY -> out.text("date('now')");
    }
  }

  /// The engine's own give NULL where one is: each gives way to the others.
  private static void extreme(Renderer out, String name, List<Node> arguments) {
    if (arguments.size() == 1) {
      out.node(arguments.getFirst());
      return;
    }
    var rotated = new ArrayList<Node>();
    for (int i = 0; i < arguments.size(); i++) {
      var order = new ArrayList<>(arguments);
      Collections.rotate(order, -i);
      rotated.add(new Node.Function("coalesce", order));
    }
    function(out, name, rotated);
  }

  private static void function(Renderer out, String name, List<Node> arguments) {
    out.text(name).text("(").list(arguments, out::node).text(")");
  }

  private static void round(Renderer out, Node.Known known) {
    boolean integer = PostgresFunctions.isInteger(known.type());
    out.text(integer ? "cast(" : "");
    function(out, "round", known.arguments());
    out.text(integer ? " as integer)" : "");
  }

  /// A decimal number without digits after the point is an integer here.
  private static void divide(Renderer out, Node.Known known) {
    if (PostgresFunctions.isReal(known.type())) {
      out.text("(cast(").node(known.arguments().getFirst()).text(" as real) / ");
      out.operand(known.arguments().get(1)).text(")");
    } else {
      infix(out, known.arguments(), " / ");
    }
  }

  private static void infix(Renderer out, List<Node> arguments, String operator) {
    out.text("(").operand(arguments.getFirst()).text(operator);
    out.text("nullif(").node(arguments.get(1)).text(", 0))");
  }

  @Override
  public void cast(Renderer out, Node.Cast cast) {
    SqliteDialect.requireOrder(cast.to());
    if (cast.to() instanceof SqlType.Numeric(_, int scale)) {
      out.text("round(cast(").node(cast.term()).text(" as real), " + scale + ")");
    } else {
      out.text("cast(").node(cast.term()).text(" as " + SqliteTables.typeName(cast.to()) + ")");
    }
  }

  @Override
  public void part(Renderer out, Node.Part part) {
    int start =
        start(part.unit()) - (part.type() instanceof SqlType.Time ? "0000-01-01T".length() : 0);
    int length = part.unit() == Node.TimeUnit.YEAR ? 4 : 2;
    out.text("cast(substr(").node(part.term());
    out.text(String.format(Locale.ROOT, ", %d, %d) as integer)", start, length));
  }

  /// Where in a time the unit starts, counted from 1.
  private static int start(Node.TimeUnit unit) {
    return switch (unit) {
      case YEAR -> 1;
      case MONTH -> 6;
      case DAY -> 9;
      case HOUR -> 12;
      case MINUTE -> 15;
      case SECOND -> 18;
    };
  }

  @Override
  public void truncated(Renderer out, Node.Truncated truncated) {
    int end = truncated.unit() == Node.TimeUnit.YEAR ? 4 : start(truncated.unit()) + 1;
    var zero =
        truncated.type() instanceof SqlType.Date
            ? TIMES.substring(0, "0000-01-01".length())
            : truncated.type() instanceof SqlType.TimestampTz ? TIMES + "Z" : TIMES;
    out.text("(substr(").node(truncated.term()).text(", 1, " + end + ") || '");
    out.text(zero.substring(Math.min(end, zero.length()))).text("')");
  }
}
