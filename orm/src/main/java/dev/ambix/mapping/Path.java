package dev.ambix.mapping;

import dev.ambix.error.UsageException;
import dev.ambix.query.Condition;
import dev.ambix.query.Expression;
import dev.ambix.query.Node;
import dev.ambix.query.Node.ColumnRef;
import dev.ambix.query.Node.Comparison;
import dev.ambix.query.Node.Operator;
import dev.ambix.query.Node.Origin;
import dev.ambix.query.NumberExpression;
import dev.ambix.query.Order;
import dev.ambix.query.OrderedExpression;
import dev.ambix.query.Query;
import dev.ambix.query.Rows;
import dev.ambix.query.TextExpression;
import dev.ambix.type.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// A way from an entity to others, one association after the other: what `with` loads. Immutable.
///
/// @param <R> the entity that it starts at
/// @param <T> the entity that it leads to
public sealed interface Path<R, T> {
  /// The associations, from the start.
  List<Step> steps();

  /// Goes on by a path of the entity that this one leads to.
  default <U> Path<R, U> then(Path<T, U> next) {
    return new Trail<>(Stream.concat(steps().stream(), next.steps().stream()).toList());
  }

  /// Loads what a to-one association leads to by a statement of its own instead of a join.
  default Path<R, T> separately() {
    return last(last().asSeparate());
  }

  /// Loads the same association of what was loaded, and so on, this many levels deep: of a tree
  /// that refers to itself.
  ///
  /// @param levels at least 1
  default Path<R, T> depth(int levels) {
    return last(last().toDepth(levels));
  }

  private Step last() {
    return steps().getLast();
  }

  private Path<R, T> last(Step step) {
    var all = new ArrayList<>(steps());
    all.set(all.size() - 1, step);
    return new Trail<>(all);
  }

  /// An association on a path, and how it is loaded.
  ///
  /// @param separate whether a to-one association is loaded by a statement of its own
  /// @param conditions what is loaded of a to-many association; all when there are none
  /// @param orders the order of a to-many association; that of the mapping when there are none
  /// @param depth how many levels are loaded
  record Step(
      Association<?, ?> association,
      boolean separate,
      List<Condition> conditions,
      List<Order> orders,
      int depth) {
    public Step {
      conditions = List.copyOf(conditions);
      orders = List.copyOf(orders);
      if (depth < 1) {
        throw new IllegalArgumentException(
            association + ": got a depth of " + depth + ", expected at least 1");
      }
    }

    static Step of(Association<?, ?> association) {
      return new Step(association, false, List.of(), List.of(), 1);
    }

    Step asSeparate() {
      return new Step(association, true, conditions, orders, depth);
    }

    Step toDepth(int levels) {
      return new Step(association, separate, conditions, orders, levels);
    }
  }

  /// A path that has lost its columns.
  record Trail<R, T>(List<Step> steps) implements Path<R, T> {
    public Trail {
      steps = List.copyOf(steps);
    }
  }

  /// A path of to-one associations, whose columns conditions and orders can name: naming one joins
  /// its table. Generated code extends it with the columns of the entity.
  ///
  /// @param <R> the entity that it starts at
  /// @param <T> the entity that it leads to
  abstract non-sealed class ToOne<R, T> implements Path<R, T>, Rows {
    private final List<Step> steps;
    private final Origin origin;

    /// The association of an entity, from its own table.
    protected ToOne(Association.One<R, T> association) {
      this(List.of(Step.of(association)), joined(association.origin(), association));
    }

    /// An association of the entity that another path leads to.
    protected <M> ToOne(ToOne<R, M> before, Association.One<M, T> association) {
      this(
          Stream.concat(before.steps().stream(), Stream.of(Step.of(association))).toList(),
          joined(association.origin().startingAt(before.origin()), association));
    }

    /// A table under another name, at which no path starts.
    protected ToOne(String table, String alias) {
      this(List.of(), new Origin.Named(table, alias));
    }

    private ToOne(List<Step> steps, Origin origin) {
      this.steps = steps;
      this.origin = origin;
    }

    private static Origin joined(Origin from, Association.One<?, ?> association) {
      return from.joined(association.name(), association.hops(), association.optional());
    }

    @Override
    public final List<Step> steps() {
      return steps;
    }

    /// Where its columns come from.
    public final Origin origin() {
      return origin;
    }

    /// The table under its other name, as a join takes it.
    ///
    /// @throws UsageException `NotInQuery` for a path of associations, which joins by itself
    @Override
    public final Query.From from() {
      return switch (origin) {
        case Origin.Named named -> Query.From.table(named);
        case Origin.Joined joined ->
            throw new UsageException(
                "NotInQuery",
                "join: got the path "
                    + joined.attribute()
                    + ", expected a table under a name of its own, such as User_.as(\"other\")."
                    + " A path joins by itself when a column of it is named.");
      };
    }

    /// Refers to this object, whose key is known.
    public final Condition is(T object) {
      return in(List.of(object));
    }

    /// Refers to one of these objects, whose keys are known.
    public final Condition in(Collection<? extends T> objects) {
      var association = association();
      return Condition.any(
          objects.stream().map(each -> hasKey(association, each)).toArray(Condition[]::new));
    }

    /// Refers to nothing.
    public final Condition isNull() {
      return new Condition(new Node.IsNull(column(firstKey())));
    }

    /// Refers to something.
    public final Condition isNotNull() {
      return isNull().not();
    }

    /// A column that is NULL where it refers to nothing.
    public final Expression<?> presence() {
      var name = firstKey();
      return association().target().columns().stream()
          .filter(column -> column.attribute().column().equals(name))
          .findFirst()
          .<Expression<?>>map(each -> new Expression.Computed<>(column(name), each.type()))
          .orElseThrow();
    }

    private String firstKey() {
      return origin instanceof Origin.Joined joined ? joined.hop().to().getFirst() : "";
    }

    @SuppressWarnings("unchecked") // the last association of a path leads where the path does
    private Association<?, T> association() {
      return (Association<?, T>) steps.getLast().association();
    }

    private Condition hasKey(Association<?, T> association, T object) {
      var mapping = association.target();
      var terms = new ArrayList<Node>();
      for (int key : mapping.keyColumns()) {
        var attribute = mapping.columns().get(key).attribute();
        var value = Objects.requireNonNull(mapping.get(object, key), "key");
        terms.add(
            new Comparison(
                Operator.EQUAL,
                column(attribute.column()),
                new Node.Bind(value, attribute.type().sqlType())));
      }
      return new Condition(terms.size() == 1 ? terms.getFirst() : new Node.Junction(true, terms));
    }

    /// A column of the entity. The key stands in the columns that refer to it: it joins nothing.
    private ColumnRef column(String name) {
      if (origin instanceof Origin.Joined joined
          && !steps.isEmpty()
          && steps.getLast().association() instanceof Association.Reference<?, ?>) {
        int part = joined.hop().to().indexOf(name);
        if (part >= 0) {
          return new ColumnRef(joined.from(), joined.hop().from().get(part));
        }
      }
      return new ColumnRef(origin, name);
    }

    /// A column of a subtype in a table of its own, which is joined by the key.
    ///
    /// @param keys the columns of the primary key, the same in both tables
    protected final Node part(String column, String table, String... keys) {
      var hop = new Node.Hop(table, List.of(keys), List.of(keys));
      return new ColumnRef(new Origin.Joined(origin, table, hop, true), column);
    }

    /// A column of text.
    protected final TextExpression text(String column, Type<String> type) {
      return new TextExpression.Computed(column(column), type);
    }

    /// A column of numbers.
    protected final <V extends Number> NumberExpression<V> number(String column, Type<V> type) {
      return new NumberExpression.Computed<>(column(column), type);
    }

    /// A column whose values have an order.
    protected final <V> OrderedExpression<V> ordered(String column, Type<V> type) {
      return new OrderedExpression.Computed<>(column(column), type);
    }

    /// A column whose values have no order worth asking for.
    protected final <V> Expression<V> value(String column, Type<V> type) {
      return new Expression.Computed<>(column(column), type);
    }

    /// A column of lists.
    protected final <V> Expression.ListExpression<V> list(String column, Type<List<V>> type) {
      return new Expression.ListExpression.Computed<>(column(column), type);
    }

    /// A column of JSON.
    protected final <V> Expression.JsonExpression<V> json(String column, Type<V> type) {
      return new Expression.JsonExpression.Computed<>(column(column), type);
    }

    /// A to-many association of the entity.
    protected final <U> ToMany<R, U> many(Association.Several<T, U> association) {
      return new ToMany<>(
          Stream.concat(steps.stream(), Stream.of(Step.of(association))).toList(),
          association.origin().startingAt(origin));
    }
  }

  /// A path whose last association leads to any number of rows.
  ///
  /// @param <R> the entity that it starts at
  /// @param <T> the entity that it leads to
  final class ToMany<R, T> implements Path<R, T> {
    private final List<Step> steps;
    private final Origin from;

    private ToMany(List<Step> steps, Origin from) {
      this.steps = steps;
      this.from = from;
    }

    /// The association of an entity, from its own table.
    public static <R, T> ToMany<R, T> of(Association.Several<R, T> association) {
      return new ToMany<>(List.of(Step.of(association)), association.origin());
    }

    @Override
    public List<Step> steps() {
      return steps;
    }

    /// Where the rows come from that the last association starts at.
    public Origin from() {
      return from;
    }

    /// Whether one of the rows satisfies all of the conditions. In them, columns of its entity are
    /// those of the row.
    public Condition any(Condition... conditions) {
      return new Condition(
          new Node.Exists(
              from, steps.getLast().association().hops(), Condition.all(conditions).node()));
    }

    /// Whether none of the rows satisfies all of the conditions.
    public Condition none(Condition... conditions) {
      return any(conditions).not();
    }

    /// Loads only what satisfies the conditions. The collection then holds a part of the rows: it
    /// is for reading.
    public ToMany<R, T> where(Condition... conditions) {
      var last = steps.getLast();
      return with(
          new Step(
              last.association(),
              last.separate(),
              Stream.concat(last.conditions().stream(), Arrays.stream(conditions)).toList(),
              last.orders(),
              last.depth()));
    }

    /// Loads them in this order.
    public ToMany<R, T> orderBy(Order... orders) {
      var last = steps.getLast();
      return with(
          new Step(
              last.association(),
              last.separate(),
              last.conditions(),
              Arrays.asList(orders),
              last.depth()));
    }

    private ToMany<R, T> with(Step step) {
      var all = new ArrayList<>(steps);
      all.set(all.size() - 1, step);
      return new ToMany<>(all, from);
    }
  }
}
