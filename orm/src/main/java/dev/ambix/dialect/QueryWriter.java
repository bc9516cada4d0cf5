package dev.ambix.dialect;

import static dev.ambix.dialect.Renderer.quote;

import dev.ambix.query.Node;
import dev.ambix.query.Node.Hop;
import dev.ambix.query.Node.Origin;
import dev.ambix.query.Query;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Writes queries, and what they join: a join is put in where its rows come from once the whole
/// query is written, as only then it is known what is joined.
final class QueryWriter {
  private final Renderer out;

  QueryWriter(Renderer out) {
    this.out = out;
  }

  void query(Query query) {
    query(query, false);
  }

  /// @param labelled whether its columns get the names that [Query.From] gives them
  private void query(Query query, boolean labelled) {
    with(query.with());
    switch (query.body()) {
      case Query.Block block -> block(query, block, labelled);
      case Query.Combined combined -> {
        combined(combined, labelled);
        orders(query, true);
        out.grammar().page(out, query);
      }
    }
  }

  private void with(List<Query.Common> queries) {
    if (queries.isEmpty()) {
      return;
    }
    boolean recursive = queries.stream().anyMatch(Query.Common::recursive);
    out.text(recursive ? "with recursive " : "with ");
    out.list(
        queries,
        each -> {
          int columns = each.query().columns().size();
          out.name(each.name()).text(" ").names(labels(columns)).text(" as ").query(each.query());
        });
    out.text(" ");
  }

  private static List<String> labels(int columns) {
    return IntStream.rangeClosed(1, columns).mapToObj(i -> "c" + i).toList();
  }

  private void block(Query query, Query.Block block, boolean labelled) {
    out.within(scope -> {
      var root = scope.add(block.from().name(), false);
      block.joins().forEach(join -> scope.add(join.from().name(), join.optional()));
      out.text(block.distinct() ? "select distinct " : "select ");
      columns(block.columns(), labelled);
      out.text(" from ");
      from(block.from(), root);
      root.end = out.length();
      for (int i = 0; i < block.joins().size(); i++) {
        join(block.joins().get(i), scope.sources().get(i + 1));
      }
      where(block, root);
      groups(block);
      clause(" having ", block.having());
      orders(query, block.distinct() || !block.groups().isEmpty());
      out.grammar().page(out, query);
      query.lock().ifPresent(lock -> lock(lock, scope));
      join(scope);
    });
  }

  private void columns(List<Node> columns, boolean labelled) {
    for (int i = 0; i < columns.size(); i++) {
      out.text(i == 0 ? "" : ", ").node(columns.get(i));
      if (labelled) {
        out.text(" as ").name("c" + (i + 1));
      }
    }
  }

  private void from(Query.From from, Scope.Source source) {
    if (from.query().isPresent()) {
      out.text("(");
      query(from.query().get(), true);
      out.text(") as ").name(source.alias());
    } else {
      table(source);
    }
  }

  private void join(Query.Join join, Scope.Source source) {
    out.text(join.optional() ? " left join " : " join ");
    if (join.lateral()) {
      out.grammar().lateral(out);
    }
    from(join.from(), source);
    if (join.from().query().isPresent() || out.filter(source).isEmpty()) {
      out.text(" on ").node(join.on());
    } else {
      out.text(" on ").term(join.on());
      out.filter(" and ", source);
    }
    source.end = out.length();
  }

  private void where(Query.Block block, Scope.Source root) {
    if (block.from().query().isPresent() || out.filter(root).isEmpty()) {
      clause(" where ", block.where());
    } else {
      block.where().ifPresent(node -> out.text(" where ").term(node));
      out.filter(block.where().isPresent() ? " and " : " where ", root);
    }
  }

  private void clause(String word, Optional<Node> condition) {
    condition.ifPresent(node -> out.text(word).node(node));
  }

  /// A group that is read stands by its position: the binds of the same expression, written twice,
  /// are not the same to an engine.
  private void groups(Query.Block block) {
    if (!block.groups().isEmpty()) {
      out.text(" group by ")
          .list(
              block.groups(),
              group -> {
                int position = block.columns().indexOf(group) + 1;
                if (position > 0) {
                  out.text(Integer.toString(position));
                } else {
                  out.node(group);
                }
              });
    }
  }

  private void orders(Query query, boolean byPosition) {
    if (!query.orders().isEmpty()) {
      out.text(" order by ")
          .list(
              query.orders(),
              order -> {
                int column = query.columns().indexOf(order.expression().node());
                out.grammar().order(out, order, byPosition ? column + 1 : 0);
              });
    }
  }

  private void lock(Query.Lock lock, Scope scope) {
    var root = scope.sources().getFirst();
    var of = lock.of().stream().map(origin -> scope.rows(origin).alias()).toList();
    boolean alone = scope.sources().size() == 1 && root.joins().isEmpty();
    out.grammar().lock(out, lock.others(), of.isEmpty() && !alone ? List.of(root.alias()) : of);
  }

  /// Every engine takes queries that are combined with the same operator one after the other as
  /// they stand; the others are read as a table.
  private void combined(Query.Combined combined, boolean labelled) {
    boolean chained =
        combined.left().body() instanceof Query.Combined left
            && left.operator() == combined.operator();
    part(combined.left(), chained, labelled);
    out.text(
        switch (combined.operator()) {
          case UNION -> " union ";
          case UNION_ALL -> " union all ";
          case INTERSECT -> " intersect ";
          case EXCEPT -> " except ";
        });
    part(combined.right(), false, labelled);
  }

  private void part(Query query, boolean chained, boolean labelled) {
    boolean plain =
        query.equals(Query.of(query.body())) && (chained || query.body() instanceof Query.Block);
    if (plain) {
      query(query, labelled);
    } else {
      out.text("select * from (");
      query(query, labelled);
      out.text(") as ").name(out.names().unique("part"));
    }
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
      out.filter(" and ", scope.sources().getLast());
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
