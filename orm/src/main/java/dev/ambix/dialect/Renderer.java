package dev.ambix.dialect;

import dev.ambix.query.Node;
import dev.ambix.query.Node.ArithmeticOperator;
import dev.ambix.query.Node.Operator;
import dev.ambix.schema.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Writes one statement: the text and, in the order of its marks, the binds. What engines write
/// differently it leaves to a [Grammar], which writes through it.
///
/// Columns are always qualified: SQLite takes a quoted name that is no column for a text.
final class Renderer {
  private static final int OR = 1;
  private static final int AND = 2;
  private static final int NOT = 3;
  private static final int PREDICATE = 4;
  private static final int SUM = 5;
  private static final int PRODUCT = 6;
  private static final int ATOM = 7;

  private static final Pattern FUNCTION = Pattern.compile("[a-z][a-z0-9_]*");

  private final Grammar grammar;
  private final StringBuilder text = new StringBuilder(256);
  private final List<Sql.Bind> binds = new ArrayList<>();

  private Renderer(Grammar grammar) {
    this.grammar = grammar;
  }

  static Sql render(Statement statement, Grammar grammar) {
    var renderer = new Renderer(grammar);
    switch (statement) {
      case Statement.Select select -> renderer.select(select);
      case Statement.Insert insert -> renderer.insert(insert);
      case Statement.Update update -> renderer.update(update);
      case Statement.Delete delete -> renderer.delete(delete);
    }
    return new Sql(renderer.text.toString(), renderer.binds);
  }

  static String quote(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  Renderer text(String sql) {
    text.append(sql);
    return this;
  }

  Renderer name(String identifier) {
    text.append('"').append(identifier.replace("\"", "\"\"")).append('"');
    return this;
  }

  Renderer bind(@Nullable Object value, SqlType type) {
    return bind(new Sql.One(value, type));
  }

  Renderer bind(Sql.Bind bind) {
    binds.add(bind);
    return text("?");
  }

  <T> Renderer list(List<T> items, Consumer<T> writer) {
    for (int i = 0; i < items.size(); i++) {
      text(i == 0 ? "" : ", ");
      writer.accept(items.get(i));
    }
    return this;
  }

  Renderer names(List<String> identifiers) {
    return text("(").list(identifiers, this::name).text(")");
  }

  /// A piece that stands as an operand: what binds weaker than arithmetic comes in parentheses.
  Renderer operand(Node node) {
    return node(node, SUM);
  }

  static String symbol(Operator operator) {
    return switch (operator) {
      case EQUAL -> " = ";
      case NOT_EQUAL -> " <> ";
      case LESS -> " < ";
      case LESS_OR_EQUAL -> " <= ";
      case GREATER -> " > ";
      case GREATER_OR_EQUAL -> " >= ";
    };
  }

  private void select(Statement.Select select) {
    text("select ").list(select.columns(), column -> node(column, OR));
    text(" from ").name(select.table());
    where(select.where());
    if (!select.orders().isEmpty()) {
      text(" order by ").list(select.orders(), order -> grammar.order(this, order));
    }
    grammar.page(this, select);
    select.lock().ifPresent(lock -> grammar.lock(this, lock));
  }

  private void insert(Statement.Insert insert) {
    text("insert into ").name(insert.table());
    if (insert.columns().isEmpty()) {
      if (insert.rows().size() > 1) {
        throw new IllegalArgumentException(
            "insert into " + insert.table() + ": got several rows of no columns, expected one");
      }
      text(" default values");
    } else {
      text(" ").names(insert.columns());
      grammar.rows(this, insert);
    }
    insert.onConflict().ifPresent(conflict -> onConflict(insert.table(), conflict));
    returning(insert.table(), insert.returning());
  }

  private void onConflict(String table, Statement.OnConflict conflict) {
    text(" on conflict ").names(conflict.key());
    if (conflict.update().isEmpty()) {
      text(" do nothing");
    } else {
      text(" do update set ")
          .list(conflict.update(), column -> name(column).text(" = excluded.").name(column));
      for (var column : conflict.count()) {
        text(", ").name(column).text(" = ").name(table).text(".").name(column).text(" + 1");
      }
    }
  }

  private void update(Statement.Update update) {
    text("update ").name(update.table()).text(" set ");
    list(update.assignments(), each -> name(each.column()).text(" = ").node(each.value(), OR));
    where(update.where());
    returning(update.table(), update.returning());
  }

  private void delete(Statement.Delete delete) {
    text("delete from ").name(delete.table());
    where(delete.where());
    returning(delete.table(), delete.returning());
  }

  private void where(Optional<Node> where) {
    where.ifPresent(node -> text(" where ").node(node, OR));
  }

  private void returning(String table, List<String> columns) {
    if (!columns.isEmpty()) {
      text(" returning ").list(columns, column -> name(table).text(".").name(column));
    }
  }

  /// Writes a node, in parentheses if it binds weaker than `strength`.
  private Renderer node(Node node, int strength) {
    if (strengthOf(node) < strength) {
      return text("(").node(node, OR).text(")");
    }
    switch (node) {
      case Node.ColumnRef column -> name(alias(column.origin())).text(".").name(column.column());
      case Node.Bind bind -> bind(bind.value(), bind.type());
      case Node.Comparison comparison -> grammar.comparison(this, comparison);
      case Node.Junction junction -> junction(junction);
      case Node.Negation negation -> negation(negation.term());
      case Node.IsNull isNull -> operand(isNull.term()).text(" is null");
      case Node.In in -> grammar.in(this, in, false);
      case Node.Like like -> grammar.like(this, like, false);
      case Node.Exists _ -> throw new IllegalArgumentException("exists");
      case Node.Arithmetic arithmetic -> arithmetic(arithmetic);
      case Node.Function function -> function(function);
    }
    return this;
  }

  private static String alias(Node.Origin origin) {
    return switch (origin) {
      case Node.Origin.Named(_, String name) -> name;
      case Node.Origin.Joined _ -> throw new IllegalArgumentException("joined");
    };
  }

  private static int strengthOf(Node node) {
    return switch (node) {
      case Node.ColumnRef _, Node.Bind _, Node.Function _ -> ATOM;
      case Node.Comparison _, Node.IsNull _, Node.In _, Node.Like _, Node.Exists _ -> PREDICATE;
      case Node.Negation negation -> isPredicate(negation.term()) ? PREDICATE : NOT;
      case Node.Arithmetic arithmetic ->
          arithmetic.operator() == ArithmeticOperator.TIMES ? PRODUCT : SUM;
      case Node.Junction junction ->
          switch (junction.terms().size()) {
            case 0 -> ATOM;
            case 1 -> strengthOf(junction.terms().getFirst());
            default -> junction.conjunction() ? AND : OR;
          };
    };
  }

  /// Whether the node has a form of its own for NOT.
  private static boolean isPredicate(Node node) {
    return node instanceof Node.IsNull || node instanceof Node.In || node instanceof Node.Like;
  }

  private void junction(Node.Junction junction) {
    var terms = junction.terms();
    if (terms.isEmpty()) {
      text(junction.conjunction() ? "true" : "false");
      return;
    }
    for (int i = 0; i < terms.size(); i++) {
      text(i == 0 ? "" : junction.conjunction() ? " and " : " or ");
      node(terms.get(i), terms.size() == 1 ? OR : junction.conjunction() ? AND : OR);
    }
  }

  private void negation(Node term) {
    switch (term) {
      case Node.IsNull isNull -> operand(isNull.term()).text(" is not null");
      case Node.In in -> grammar.in(this, in, true);
      case Node.Like like -> grammar.like(this, like, true);
      case Node.ColumnRef _,
          Node.Bind _,
          Node.Comparison _,
          Node.Junction _,
          Node.Negation _,
          Node.Exists _,
          Node.Arithmetic _,
          Node.Function _ ->
          text("not ").node(term, ATOM);
    }
  }

  private void arithmetic(Node.Arithmetic arithmetic) {
    grammar.requireExact(arithmetic);
    int strength = arithmetic.operator() == ArithmeticOperator.TIMES ? PRODUCT : SUM;
    node(arithmetic.left(), strength);
    text(
        switch (arithmetic.operator()) {
          case PLUS -> " + ";
          case MINUS -> " - ";
          case TIMES -> " * ";
        });
    node(arithmetic.right(), strength + 1);
  }

  /// A `count` of no arguments counts rows.
  private void function(Node.Function function) {
    if (!FUNCTION.matcher(function.name()).matches()) {
      throw new IllegalArgumentException("function: got a name that is none: " + function.name());
    }
    text(function.name()).text("(");
    if (function.arguments().isEmpty() && function.name().equals("count")) {
      text("*");
    }
    list(function.arguments(), argument -> node(argument, OR)).text(")");
  }
}
