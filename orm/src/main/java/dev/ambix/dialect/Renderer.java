package dev.ambix.dialect;

import dev.ambix.query.Node;
import dev.ambix.query.Node.ArithmeticOperator;
import dev.ambix.query.Node.Operator;
import dev.ambix.schema.SqlType;
import java.util.ArrayList;
import java.util.List;
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
  private final Scope.Names names = new Scope.Names();
  private final QueryWriter queries = new QueryWriter(this);
  private final ChangeWriter changes = new ChangeWriter(this);
  private Scope scope = Scope.root(names);

  private Renderer(Grammar grammar) {
    this.grammar = grammar;
  }

  static Sql render(Statement statement, Grammar grammar) {
    var renderer = new Renderer(grammar);
    switch (statement) {
      case Statement.Select select -> renderer.queries.select(select);
      case Statement.Insert insert -> renderer.changes.insert(insert);
      case Statement.Update update -> renderer.changes.update(update);
      case Statement.Delete delete -> renderer.changes.delete(delete);
    }
    return new Sql(renderer.text.toString(), renderer.binds, renderer.names.tables());
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

  Grammar grammar() {
    return grammar;
  }

  Scope.Names names() {
    return names;
  }

  /// What the columns that come next are of.
  Scope scope() {
    return scope;
  }

  /// Runs this within a scope of its own.
  void within(Consumer<Scope> writer) {
    var around = scope;
    scope = around.within();
    writer.accept(scope);
    scope = around;
  }

  int length() {
    return text.length();
  }

  void insert(int at, CharSequence sql) {
    text.insert(at, sql);
  }

  /// A condition or a value that stands alone.
  Renderer node(Node node) {
    return node(node, OR);
  }

  /// A condition that others may follow after AND.
  Renderer term(Node node) {
    return node(node, AND);
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

  /// Writes a node, in parentheses if it binds weaker than `strength`.
  private Renderer node(Node node, int strength) {
    if (strengthOf(node) < strength) {
      return text("(").node(node, OR).text(")");
    }
    switch (node) {
      case Node.ColumnRef column ->
          name(scope.rows(column.origin()).alias()).text(".").name(column.column());
      case Node.Bind bind -> bind(bind.value(), bind.type());
      case Node.Comparison comparison -> grammar.comparison(this, comparison);
      case Node.Junction junction -> junction(junction);
      case Node.Negation negation -> negation(negation.term());
      case Node.IsNull isNull -> operand(isNull.term()).text(" is null");
      case Node.In in -> grammar.in(this, in, false);
      case Node.Like like -> grammar.like(this, like, false);
      case Node.InTuples in -> grammar.in(this, in, false);
      case Node.Exists exists -> queries.exists(exists);
      case Node.Arithmetic arithmetic -> arithmetic(arithmetic);
      case Node.Function function -> function(function);
      case Node.JsonPath json -> grammar.json(this, json);
      case Node.ArrayOp array -> grammar.array(this, array);
    }
    return this;
  }

  private static int strengthOf(Node node) {
    return switch (node) {
      case Node.ColumnRef _, Node.Bind _, Node.Function _, Node.JsonPath _ -> ATOM;
      case Node.Comparison _,
          Node.IsNull _,
          Node.In _,
          Node.InTuples _,
          Node.Like _,
          Node.Exists _,
          Node.ArrayOp _ ->
          PREDICATE;
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
    return switch (node) {
      case Node.IsNull _, Node.In _, Node.InTuples _, Node.Like _, Node.Exists _ -> true;
      case Node.ColumnRef _,
          Node.Bind _,
          Node.Comparison _,
          Node.Junction _,
          Node.Negation _,
          Node.Arithmetic _,
          Node.Function _,
          Node.JsonPath _,
          Node.ArrayOp _ ->
          false;
    };
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
      case Node.InTuples in -> grammar.in(this, in, true);
      case Node.Like like -> grammar.like(this, like, true);
      case Node.Exists exists -> {
        text("not ");
        queries.exists(exists);
      }
      case Node.ColumnRef _,
          Node.Bind _,
          Node.Comparison _,
          Node.Junction _,
          Node.Negation _,
          Node.Arithmetic _,
          Node.Function _,
          Node.JsonPath _,
          Node.ArrayOp _ ->
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
