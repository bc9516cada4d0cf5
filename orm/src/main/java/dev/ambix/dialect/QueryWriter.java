package dev.ambix.dialect;

import static dev.ambix.dialect.Renderer.quote;

import dev.ambix.query.Node;
import dev.ambix.query.Node.Hop;
import dev.ambix.query.Node.Origin;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Writes queries, and what they join: a join is put in where its rows come from once the whole
/// query is written, as only then it is known what is joined.
final class QueryWriter {
  private final Renderer out;

  QueryWriter(Renderer out) {
    this.out = out;
  }

  void select(Statement.Select select) {
    out.within(scope -> {
      var source = scope.add(new Origin.Named(select.table(), select.table()), false);
      out.text("select ").list(select.columns(), out::node).text(" from ");
      table(source);
      source.end = out.length();
      select.where().ifPresent(where -> out.text(" where ").node(where));
      if (!select.orders().isEmpty()) {
        out.text(" order by ").list(select.orders(), order -> out.grammar().order(out, order));
      }
      out.grammar().page(out, select);
      var locked = source.joins().isEmpty() ? List.<String>of() : List.of(source.alias());
      select.lock().ifPresent(lock -> out.grammar().lock(out, lock, locked));
      join(scope);
    });
  }

  void exists(Node.Exists exists) {
    var from = out.scope().rows(exists.from());
    out.text("exists (");
    out.within(scope -> {
      out.text("select 1 from ");
      hops(scope, from, exists.hops());
      if (!exists.condition().equals(new Node.Junction(true, List.of()))) {
        out.text(" and ").term(exists.condition());
      }
      join(scope);
    });
    out.text(")");
  }

  /// The rows that the hops lead to, up to the condition that they follow from a row.
  private void hops(Scope scope, Scope.Rows from, List<Hop> hops) {
    var before = from;
    for (var hop : hops.subList(0, hops.size() - 1)) {
      before = hop(before, hop, scope.addHidden(hop.table()));
    }
    var last = hops.getLast();
    hop(before, last, scope.add(new Origin.Named(last.table(), last.table()), false));
    var first = scope.sources().getFirst();
    out.text(" where ").text(equal(from, hops.getFirst(), first));
  }

  private Scope.Rows hop(Scope.Rows before, Hop hop, Scope.Source next) {
    boolean first = next == out.scope().sources().getFirst();
    out.text(first ? "" : " join ");
    table(next);
    if (!first) {
      out.text(" on ").text(equal(before, hop, next));
    }
    next.end = out.length();
    return next;
  }

  private void table(Scope.Source source) {
    out.text(named(source.table(), source.alias()));
    out.names().reads(source.table());
  }

  private static String named(String table, String alias) {
    return alias.equals(table) ? quote(table) : quote(table) + " as " + quote(alias);
  }

  /// Puts in the joins of a query, the last ones first, as they move what follows.
  private void join(Scope scope) {
    for (var source : scope.sources().reversed()) {
      if (!source.joins().isEmpty()) {
        out.insert(source.end, joins(source.joins()));
      }
    }
  }

  static String joins(List<Scope.Join> joins) {
    return joins.stream()
        .map(join ->
            (join.optional() ? " left join " : " join ") + named(join) + " on " + condition(join))
        .collect(Collectors.joining());
  }

  static String named(Scope.Join join) {
    return named(join.table(), join.alias());
  }

  static String condition(Scope.Join join) {
    return equal(join.from(), join.hop(), join);
  }

  private static String equal(Scope.Rows from, Hop hop, Scope.Rows to) {
    return IntStream.range(0, hop.to().size())
        .mapToObj(i -> column(to, hop.to().get(i)) + " = " + column(from, hop.from().get(i)))
        .collect(Collectors.joining(" and "));
  }

  private static String column(Scope.Rows rows, String column) {
    return quote(rows.alias()) + "." + quote(column);
  }
}
