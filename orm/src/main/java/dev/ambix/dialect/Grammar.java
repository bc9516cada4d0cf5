package dev.ambix.dialect;

import dev.ambix.query.Node;
import dev.ambix.query.Order;
import dev.ambix.query.Query;
import java.util.List;

/// What engines write differently inside a statement. Each method writes to the renderer.
interface Grammar {
  void in(Renderer out, Node.In in, boolean negated);

  void in(Renderer out, Node.InTuples in, boolean negated);

  void like(Renderer out, Node.Like like, boolean negated);

  /// A comparison, with its operands.
  void comparison(Renderer out, Node.Comparison comparison);

  /// A value inside JSON.
  void json(Renderer out, Node.JsonPath json);

  /// What is asked of an array.
  void array(Renderer out, Node.ArrayOp array);

  /// Whether two values are the same, NULL being so too.
  void same(Renderer out, Node.Same same, boolean negated);

  /// What computes a value.
  FunctionGrammar functions();

  /// Refuses numbers that the engine cannot compute with.
  void requireExact(Node.Arithmetic arithmetic);

  /// An order, with NULLs last when it ascends and first when it descends.
  ///
  /// @param position which of the columns of the query it is, counted from 1; 0 for none
  void order(Renderer out, Order order, int position);

  /// What stands before a query that names the rows joined before it.
  void lateral(Renderer out);

  /// What an INSERT inserts, after its columns; there is at least one column.
  void rows(Renderer out, Statement.Insert insert);

  /// The lock of the rows, where the engine locks rows.
  ///
  /// @param of the names of those that are locked; empty for all
  void lock(Renderer out, Query.Lock.Wait wait, List<String> of);

  /// LIMIT and OFFSET, as far as the query has them.
  void page(Renderer out, Query query);
}
