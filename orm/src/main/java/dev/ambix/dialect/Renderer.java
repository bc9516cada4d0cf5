package dev.ambix.dialect;

import dev.ambix.query.Node;
import dev.ambix.query.Node.ArithmeticOperator;
import dev.ambix.query.Node.Operator;
import dev.ambix.query.Node.Origin;
import dev.ambix.query.Order;
import dev.ambix.query.Query;
import dev.ambix.schema.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
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

  private final Grammar grammar;
  private final Map<String, Node> filters;
  private final StringBuilder text = new StringBuilder(256);
  private final List<Sql.Bind> binds = new ArrayList<>();
  private final Scope.Names names = new Scope.Names();
  private final QueryWriter queries = new QueryWriter(this);
  private final FunctionWriter functions = new FunctionWriter(this);
  private final ChangeWriter changes = new ChangeWriter(this);
  private Scope scope = Scope.root(names);

  private Renderer(Grammar grammar, Map<String, Node> filters) {
    this.grammar = grammar;
    this.filters = filters;
  }

  static Sql render(Statement statement, Grammar grammar, Map<String, Node> filters) {
    var renderer = new Renderer(grammar, filters);
    switch (statement) {
      case Statement.Select select -> renderer.queries.query(select.query());
      case Statement.Insert insert -> renderer.changes.insert(insert);
      case Statement.InsertQuery insert -> renderer.changes.insert(insert);
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

  /// What leaves out rows of a table, if anything does.
  Optional<Node> filter(Scope.Source source) {
    return Optional.ofNullable(filters.get(source.table()));
  }

  /// Writes what leaves out rows of a source, after a word.
  void filter(String word, Scope.Source source) {
    filter(source)
        .ifPresent(node -> {
          text(word);
          changes.term(source, new Origin.Named(source.table(), source.table()), node);
        });
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

  /// What is ordered by: a column of the query by its position, or a value.
  Renderer position(Order order, int position) {
    return position > 0 ? text(Integer.toString(position)) : operand(order.expression().node());
  }

  /// The query as it stands.
  Renderer statement(Query query) {
    queries.query(query);
    return this;
  }

  /// The query in parentheses.
  Renderer query(Query query) {
    text("(");
    queries.query(query);
    return text(")");
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
      case Node.Predicate predicate -> predicate(predicate, false);
      case Node.Arithmetic arithmetic -> arithmetic(arithmetic);
      case Node.JsonPath json -> grammar.json(this, json);
      case Node.ArrayOp array -> grammar.array(this, array);
      case Node.Concatenation(List<Node> terms) -> joined(terms, " || ", ATOM);
      case Node.Computed computed -> functions.write(computed);
    }
    return this;
  }

  private void predicate(Node.Predicate predicate, boolean negated) {
    switch (predicate) {
      case Node.IsNull isNull -> operand(isNull.term()).text(negated ? " is not null" : " is null");
      case Node.Same same -> grammar.same(this, same, negated);
      case Node.In in -> grammar.in(this, in, negated);
      case Node.InTuples in -> grammar.in(this, in, negated);
      case Node.InQuery in ->
          operand(in.term()).text(negated ? " not in " : " in ").query(in.query());
      case Node.HasRows(Query query) -> text(negated ? "not exists " : "exists ").query(query);
      case Node.Exists exists -> {
        text(negated ? "not " : "");
        queries.exists(exists);
      }
      case Node.Like like -> grammar.like(this, like, negated);
    }
  }

  private static int strengthOf(Node node) {
    return switch (node) {
      case Node.ColumnRef _, Node.Bind _, Node.Computed _, Node.JsonPath _ -> ATOM;
      case Node.Comparison _, Node.Predicate _, Node.Concatenation _, Node.ArrayOp _ -> PREDICATE;
      case Node.Negation negation -> negation.term() instanceof Node.Predicate ? PREDICATE : NOT;
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

  private void junction(Node.Junction junction) {
    var terms = junction.terms();
    if (terms.isEmpty()) {
      text(junction.conjunction() ? "true" : "false");
    } else if (junction.conjunction()) {
      joined(terms, " and ", terms.size() == 1 ? OR : AND);
    } else {
      joined(terms, " or ", OR);
    }
  }

  private void joined(List<Node> terms, String separator, int strength) {
    for (int i = 0; i < terms.size(); i++) {
      text(i == 0 ? "" : separator).node(terms.get(i), strength);
    }
  }

  private void negation(Node term) {
    if (term instanceof Node.Predicate predicate) {
      predicate(predicate, true);
    } else {
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
}
