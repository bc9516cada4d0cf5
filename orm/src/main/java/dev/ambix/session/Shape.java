package dev.ambix.session;

import dev.ambix.entity.EntityType;
import dev.ambix.error.UsageException;
import dev.ambix.query.Node;
import dev.ambix.query.Node.Calls;
import dev.ambix.query.Node.Origin;
import dev.ambix.query.Query;
import dev.ambix.query.Query.Block;
import dev.ambix.schema.SqlType;
import java.util.List;
import java.util.Optional;

/// Makes queries of queries.
final class Shape {
  private static final Node COUNT =
      new Node.Call(
          Calls.COUNT,
          List.of(),
          false,
          List.of(),
          Optional.empty(),
          Optional.empty(),
          new SqlType.BigInt());

  private Shape() {}

  /// The only part of a query.
  ///
  /// @param what what is asked of it
  static Block block(Query query, EntityType<?> type, String what) {
    return switch (query.body()) {
      case Block block -> block;
      case Query.Combined _ ->
          throw new UsageException(
              "CombinedQuery",
              "select "
                  + type
                  + ": got "
                  + what
                  + " after queries were combined, expected it before, in one of them. Or name the"
                  + " combined query: as(\"name\").select().");
    };
  }

  /// Refuses a number of rows that is too small.
  static void requireLimit(EntityType<?> type, String what, long rows, int least) {
    if (rows < least) {
      throw new UsageException(
          "NegativeLimit",
          "select " + type + ": got " + what + " " + rows + ", expected at least " + least + ".");
    }
  }

  /// The query that reads these; queries that are combined read what they do.
  static Query reading(Query query, List<Node> columns) {
    return query.body() instanceof Block block ? query.withBody(block.withColumns(columns)) : query;
  }

  /// How many rows a query has.
  static Query count(Query query) {
    var all = query.withOrders(List.of()).withLimit(Optional.empty(), 0).withoutLock();
    if (all.body() instanceof Block block && isPlain(block)) {
      return all.withBody(block.withColumns(List.of(COUNT)));
    }
    var from = new Query.From(new Origin.Named("", "counted"), Optional.of(all));
    return Query.of(
        new Block(
            from, List.of(), List.of(COUNT), false, Optional.empty(), List.of(), Optional.empty()));
  }

  /// One row of a query, if it has one.
  static Query any(Query query) {
    var one = query.withOrders(List.of()).withLimit(Optional.of(1L), 0).withoutLock();
    return one.body() instanceof Block block && isPlain(block)
        ? one.withBody(block.withColumns(block.columns().subList(0, 1)))
        : one;
  }

  /// Whether each row that it reads is one that it finds.
  static boolean isPlain(Block block) {
    return !block.distinct()
        && block.groups().isEmpty()
        && block.having().isEmpty()
        && block.columns().stream().noneMatch(Shape::isAggregate);
  }

  private static boolean isAggregate(Node node) {
    return node instanceof Node.Call call && call.over().isEmpty();
  }

  static Optional<Node> where(List<Node> conditions) {
    return switch (conditions.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(conditions.getFirst());
      default -> Optional.of(new Node.Junction(true, conditions));
    };
  }

  /// What was required, and more. Conditions given one by one stay side by side.
  static Optional<Node> and(Optional<Node> given, List<Node> more) {
    return where(Select.concat(terms(given), more));
  }

  private static List<Node> terms(Optional<Node> given) {
    if (given.isPresent()
        && given.get() instanceof Node.Junction junction
        && junction.conjunction()
        && junction.terms().size() > 1) {
      return junction.terms();
    }
    return given.stream().toList();
  }
}
