package dev.ambix.dialect;

import static dev.ambix.dialect.Renderer.quote;

import dev.ambix.query.Node;
import dev.ambix.query.Node.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Writes statements that change rows. They join nothing themselves: a condition or a value that
/// names other rows asks for them in a subquery of its own.
final class ChangeWriter {
  private final Renderer out;

  ChangeWriter(Renderer out) {
    this.out = out;
  }

  void insert(Statement.Insert insert) {
    out.text("insert into ").name(insert.table());
    if (insert.columns().isEmpty()) {
      if (insert.rows().size() > 1) {
        throw new IllegalArgumentException(
            "insert into " + insert.table() + ": got several rows of no columns, expected one");
      }
      out.text(" default values");
    } else {
      out.text(" ").names(insert.columns());
      out.grammar().rows(out, insert);
    }
    insert.onConflict().ifPresent(conflict -> onConflict(insert.table(), conflict));
    returning(insert.table(), insert.returning());
  }

  void insert(Statement.InsertQuery insert) {
    out.text("insert into ").name(insert.table()).text(" ").names(insert.columns()).text(" ");
    out.statement(insert.query());
  }

  private void onConflict(String table, Statement.OnConflict conflict) {
    out.text(" on conflict ").names(conflict.key());
    if (conflict.update().isEmpty() && conflict.set().isEmpty()) {
      out.text(" do nothing");
      return;
    }
    out.text(" do update set ");
    out.within(scope -> {
      var target = scope.target(table);
      scope.target("excluded");
      var writers = new ArrayList<Runnable>();
      for (var column : conflict.update()) {
        writers.add(() -> out.name(column).text(" = excluded.").name(column));
      }
      for (var column : conflict.count()) {
        writers.add(
            () -> out.name(column).text(" = ").name(table).text(".").name(column).text(" + 1"));
      }
      conflict.set().forEach(each -> writers.add(() -> assign(target, each)));
      out.list(writers, Runnable::run);
      where(target, conflict.where());
    });
  }

  private void assign(Scope.Source target, Statement.Assignment assignment) {
    out.name(assignment.column()).text(" = ");
    value(target, assignment.value());
  }

  void update(Statement.Update update) {
    out.within(scope -> {
      var target = scope.target(update.table());
      out.text("update ").name(update.table()).text(" set ");
      out.list(update.assignments(), each -> assign(target, each));
      where(target, update.where());
    });
    returning(update.table(), update.returning());
  }

  void delete(Statement.Delete delete) {
    out.within(scope -> {
      var target = scope.target(delete.table());
      out.text("delete from ").name(delete.table());
      where(target, delete.where());
    });
    returning(delete.table(), delete.returning());
  }

  private void where(Scope.Source target, Optional<Node> where) {
    if (where.isEmpty()) {
      out.filter(" where ", target);
      return;
    }
    out.text(" where ");
    if (where.get() instanceof Node.Junction(boolean conjunction, List<Node> terms)
        && conjunction
        && !terms.isEmpty()) {
      for (int i = 0; i < terms.size(); i++) {
        out.text(i == 0 ? "" : " and ");
        term(target, terms.get(i));
      }
    } else {
      term(target, where.get());
    }
    out.filter(" and ", target);
  }

  /// A condition, in a subquery if it names rows that the changed ones refer to. Each of several
  /// has its own, so that the others still find an index.
  private void term(Scope.Source target, Node term) {
    term(target, target.origin(), term);
  }

  /// The same, of rows that it names otherwise than the query around.
  void term(Scope.Source target, Origin.Named as, Node term) {
    int start = out.length();
    out.within(scope -> {
      var rows = scope.borrow(target, as);
      out.term(term);
      if (!rows.joins().isEmpty()) {
        out.insert(start, "exists (select 1" + from(rows, " where ", " and ") + "(");
        out.text("))");
      }
    });
  }

  private void value(Scope.Source target, Node value) {
    int start = out.length();
    out.within(scope -> {
      var rows = scope.borrow(target);
      out.node(value);
      if (!rows.joins().isEmpty()) {
        out.insert(start, "(select ");
        out.text(from(rows, "", "")).text(")");
      }
    });
  }

  /// FROM and WHERE for what is joined to a row of the query around.
  ///
  /// @param where what stands after FROM when there is no condition
  /// @param and what stands after the conditions
  private String from(Scope.Source rows, String where, String and) {
    if (rows.joins().stream().anyMatch(Scope.Join::optional)) {
      var one = quote(out.names().unique("one"));
      return " from (select 1) as " + one + QueryWriter.joins(rows.joins()) + where;
    }
    return " from "
        + rows.joins().stream().map(QueryWriter::named).collect(Collectors.joining(", "))
        + " where "
        + rows.joins().stream().map(QueryWriter::condition).collect(Collectors.joining(" and "))
        + and;
  }

  private void returning(String table, List<String> columns) {
    if (!columns.isEmpty()) {
      out.text(" returning ").list(columns, column -> out.name(table).text(".").name(column));
    }
  }
}
