package dev.ambix.query;

import dev.ambix.type.Row;
import dev.ambix.type.Type;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a query reads of each row, and what it makes of it. The compiler checks that the values fit
/// what takes them, such as the constructor of a record. Immutable; it may be a constant.
///
/// A value that is NULL arrives as null: where there is no place for it, put `coalesce` around the
/// expression.
///
/// @param <R> what is made of a row
public final class Selection<R> {
  private final List<Expression<?>> expressions;
  private final Function<Row, R> reader;
  private final Optional<Type<R>> value;

  private Selection(
      List<Expression<?>> expressions, Function<Row, R> reader, Optional<Type<R>> value) {
    this.expressions = List.copyOf(expressions);
    this.reader = reader;
    this.value = value;
  }

  private static <R> Selection<R> made(Function<Row, R> reader, Expression<?>... expressions) {
    return new Selection<>(List.of(expressions), reader, Optional.empty());
  }

  /// A single value.
  public static <V> Selection<V> of(Expression<V> value) {
    return new Selection<>(List.of(value), row -> at(row, 0, value), Optional.of(value.type()));
  }

  /// What is read, in order.
  public List<Expression<?>> expressions() {
    return expressions;
  }

  /// What is made of a row.
  public R read(Row row) {
    return reader.apply(row);
  }

  /// The type of the value, where it is a single one.
  public Optional<Type<R>> value() {
    return value;
  }

  @SuppressWarnings("NullAway") // whether NULL has a place is up to what takes the value
  private static <V> V at(Row row, int column, Expression<V> expression) {
    @Nullable V value = expression.type().read(row, column);
    return value;
  }

  /// What is made of one value.
  public static <A, R> Selection<R> of(One<A, R> maker, Expression<A> a) {
    return made(row -> maker.of(at(row, 0, a)), a);
  }

  /// What is made of two values.
  public static <A, B, R> Selection<R> of(Two<A, B, R> maker, Expression<A> a, Expression<B> b) {
    return made(row -> maker.of(at(row, 0, a), at(row, 1, b)), a, b);
  }

  /// What is made of three values.
  public static <A, B, C, R> Selection<R> of(
      Three<A, B, C, R> maker, Expression<A> a, Expression<B> b, Expression<C> c) {
    return made(row -> maker.of(at(row, 0, a), at(row, 1, b), at(row, 2, c)), a, b, c);
  }

  /// What is made of four values.
  public static <A, B, C, D, R> Selection<R> of(
      Four<A, B, C, D, R> maker,
      Expression<A> a,
      Expression<B> b,
      Expression<C> c,
      Expression<D> d) {
    return made(
        row -> maker.of(at(row, 0, a), at(row, 1, b), at(row, 2, c), at(row, 3, d)), a, b, c, d);
  }

  /// What is made of five values.
  public static <A, B, C, D, E, R> Selection<R> of(
      Five<A, B, C, D, E, R> maker,
      Expression<A> a,
      Expression<B> b,
      Expression<C> c,
      Expression<D> d,
      Expression<E> e) {
    return made(
        row -> maker.of(at(row, 0, a), at(row, 1, b), at(row, 2, c), at(row, 3, d), at(row, 4, e)),
        a,
        b,
        c,
        d,
        e);
  }

  /// What is made of six values.
  public static <A, B, C, D, E, F, R> Selection<R> of(
      Six<A, B, C, D, E, F, R> maker,
      Expression<A> a,
      Expression<B> b,
      Expression<C> c,
      Expression<D> d,
      Expression<E> e,
      Expression<F> f) {
    return made(
        row ->
            maker.of(
                at(row, 0, a),
                at(row, 1, b),
                at(row, 2, c),
                at(row, 3, d),
                at(row, 4, e),
                at(row, 5, f)),
        a,
        b,
        c,
        d,
        e,
        f);
  }

  /// What is made of seven values.
  public static <A, B, C, D, E, F, G, R> Selection<R> of(
      Seven<A, B, C, D, E, F, G, R> maker,
      Expression<A> a,
      Expression<B> b,
      Expression<C> c,
      Expression<D> d,
      Expression<E> e,
      Expression<F> f,
      Expression<G> g) {
    return made(
        row ->
            maker.of(
                at(row, 0, a),
                at(row, 1, b),
                at(row, 2, c),
                at(row, 3, d),
                at(row, 4, e),
                at(row, 5, f),
                at(row, 6, g)),
        a,
        b,
        c,
        d,
        e,
        f,
        g);
  }

  /// What is made of eight values.
  public static <A, B, C, D, E, F, G, H, R> Selection<R> of(
      Eight<A, B, C, D, E, F, G, H, R> maker,
      Expression<A> a,
      Expression<B> b,
      Expression<C> c,
      Expression<D> d,
      Expression<E> e,
      Expression<F> f,
      Expression<G> g,
      Expression<H> h) {
    return made(
        row ->
            maker.of(
                at(row, 0, a),
                at(row, 1, b),
                at(row, 2, c),
                at(row, 3, d),
                at(row, 4, e),
                at(row, 5, f),
                at(row, 6, g),
                at(row, 7, h)),
        a,
        b,
        c,
        d,
        e,
        f,
        g,
        h);
  }

  /// Takes one value.
  @FunctionalInterface
  public interface One<A, R> {
    R of(A a);
  }

  /// Takes two values.
  @FunctionalInterface
  public interface Two<A, B, R> {
    R of(A a, B b);
  }

  /// Takes three values.
  @FunctionalInterface
  public interface Three<A, B, C, R> {
    R of(A a, B b, C c);
  }

  /// Takes four values.
  @FunctionalInterface
  public interface Four<A, B, C, D, R> {
    R of(A a, B b, C c, D d);
  }

  /// Takes five values.
  @FunctionalInterface
  public interface Five<A, B, C, D, E, R> {
    R of(A a, B b, C c, D d, E e);
  }

  /// Takes six values.
  @FunctionalInterface
  public interface Six<A, B, C, D, E, F, R> {
    R of(A a, B b, C c, D d, E e, F f);
  }

  /// Takes seven values.
  @FunctionalInterface
  public interface Seven<A, B, C, D, E, F, G, R> {
    R of(A a, B b, C c, D d, E e, F f, G g);
  }

  /// Takes eight values.
  @FunctionalInterface
  public interface Eight<A, B, C, D, E, F, G, H, R> {
    R of(A a, B b, C c, D d, E e, F f, G g, H h);
  }
}
