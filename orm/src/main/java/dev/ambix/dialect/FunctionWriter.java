package dev.ambix.dialect;

import dev.ambix.query.Node;
import dev.ambix.query.Window;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Writes what computes a value, as far as every engine writes it alike.
final class FunctionWriter {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

  private final Renderer out;

  FunctionWriter(Renderer out) {
    this.out = out;
  }

  void write(Node.Computed computed) {
    var functions = out.grammar().functions();
    switch (computed) {
      case Node.Function function -> function(function);
      case Node.Tuple(List<Node> terms) -> out.text("(").list(terms, out::node).text(")");
      case Node.Subquery subquery -> out.query(subquery.query());
      case Node.Case cases -> cases(cases);
      case Node.Call call -> functions.call(out, this, call);
      case Node.Known known -> functions.known(out, known);
      case Node.Cast cast -> functions.cast(out, cast);
      case Node.Part part -> functions.part(out, part);
      case Node.Truncated truncated -> functions.truncated(out, truncated);
    }
  }

  /// A `count` of no arguments counts rows.
  private void function(Node.Function function) {
    if (!NAME.matcher(function.name()).matches()) {
      throw new IllegalArgumentException("function: got a name that is none: " + function.name());
    }
    out.text(function.name()).text("(");
    if (function.arguments().isEmpty() && function.name().equals("count")) {
      out.text("*");
    }
    out.list(function.arguments(), out::node).text(")");
  }

  private void cases(Node.Case cases) {
    out.text("case");
    for (var each : cases.cases()) {
      out.text(" when ").node(each.condition()).text(" then ").node(each.value());
    }
    cases.otherwise().ifPresent(value -> out.text(" else ").node(value));
    out.text(" end");
  }

  /// A call of a function of many rows.
  ///
  /// @param arguments writes each of the arguments
  void call(String name, Node.Call call, java.util.function.Consumer<Node> arguments) {
    out.text(name).text(call.distinct() ? "(distinct " : "(");
    if (call.arguments().isEmpty() && call.function() == Node.Calls.COUNT) {
      out.text("*");
    }
    out.list(call.arguments(), arguments);
    orders(call.orders(), !call.arguments().isEmpty());
    out.text(")");
    call.filter().ifPresent(filter -> out.text(" filter (where ").node(filter).text(")"));
    call.over().ifPresent(this::window);
  }

  static String name(Node.Calls function) {
    return function.name().toLowerCase(Locale.ROOT);
  }

  private void window(Window window) {
    out.text(" over (");
    if (!window.partition().isEmpty()) {
      out.text("partition by ").list(window.partition(), out::operand);
    }
    orders(window.orders(), !window.partition().isEmpty());
    window
        .frame()
        .ifPresent(frame -> {
          boolean first = window.partition().isEmpty() && window.orders().isEmpty();
          out.text(first ? "" : " ").text(frame.rows() ? "rows between " : "range between ");
          bound(frame.from());
          out.text(" and ");
          bound(frame.to());
        });
    out.text(")");
  }

  private void orders(List<dev.ambix.query.Order> orders, boolean spaced) {
    if (!orders.isEmpty()) {
      out.text(spaced ? " order by " : "order by ")
          .list(orders, order -> out.grammar().order(out, order, 0));
    }
  }

  private void bound(Window.Bound bound) {
    out.text(
        switch (bound) {
          case Window.Bound.Unbounded(boolean end) ->
              end ? "unbounded following" : "unbounded preceding";
          case Window.Bound.Offset(int places) when places == 0 -> "current row";
          case Window.Bound.Offset(int places) when places < 0 -> -places + " preceding";
          case Window.Bound.Offset(int places) -> places + " following";
        });
  }
}
