package dev.ambix.dialect;

import dev.ambix.query.Node;
import dev.ambix.query.Order;
import dev.ambix.schema.Schema;
import dev.ambix.schema.SqlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// PostgreSQL 13 and later. Lists and rows are bound as arrays, so that one text, and so one
/// prepared statement, serves every number of them.
final class PostgresDialect implements Dialect, Grammar {
  private static final int MOST_ROWS = 5_000;

  @Override
  public String name() {
    return "postgresql";
  }

  @Override
  public Sql render(Statement statement) {
    return Renderer.render(statement, this);
  }

  @Override
  public int insertLimit(int columns) {
    return columns == 0 ? 1 : MOST_ROWS;
  }

  @Override
  public String quote(String identifier) {
    return Renderer.quote(identifier);
  }

  @Override
  public List<String> create(Schema schema) {
    return new TableWriter(new PostgresTables()).create(schema);
  }

  @Override
  public List<String> drop(Schema schema) {
    return new TableWriter(new PostgresTables()).drop(schema);
  }

  @Override
  public Sql nextBlocks(String sequence, int increment, int blocks) {
    return new Sql(
        "select nextval(" + Literals.text(quote(sequence)) + ") from generate_series(1, ?)",
        List.of(new Sql.One(blocks, new SqlType.Int())));
  }

  @Override
  public boolean transactionalSequences() {
    return false;
  }

  @Override
  public void in(Renderer out, Node.In in, boolean negated) {
    out.operand(in.term()).text(negated ? " <> all(" : " = any(");
    out.bind(Sql.Many.of(in)).text(")");
  }

  @Override
  public void in(Renderer out, Node.InTuples in, boolean negated) {
    out.text("(").list(in.terms(), out::operand);
    out.text(negated ? ") not in (select * from unnest(" : ") in (select * from unnest(");
    for (int i = 0; i < in.types().size(); i++) {
      var type = in.types().get(i);
      out.text(i == 0 ? "" : ", ").bind(Sql.Many.of(in.rows(), i, type));
      out.text("::" + arrayElement(type) + "[]");
    }
    out.text("))");
  }

  @Override
  public void like(Renderer out, Node.Like like, boolean negated) {
    out.operand(like.term())
        .text(negated ? " not" : "")
        .text(like.ignoreCase() ? " ilike " : " like ");
    out.operand(like.pattern()).text(" escape '\\'");
  }

  @Override
  public void comparison(Renderer out, Node.Comparison comparison) {
    out.operand(comparison.left()).text(Renderer.symbol(comparison.operator()));
    out.operand(comparison.right());
  }

  /// NULLs stand where the contract wants them by default here.
  @Override
  public void requireExact(Node.Arithmetic arithmetic) {
    // All numbers are.
  }

  @Override
  public void order(Renderer out, Order order) {
    out.operand(order.expression().node()).text(order.descending() ? " desc" : "");
  }

  @Override
  public void rows(Renderer out, Statement.Insert insert) {
    if (insert.rows().size() == 1) {
      var row = insert.rows().getFirst();
      out.text(" values (");
      for (int i = 0; i < row.length; i++) {
        out.text(i == 0 ? "" : ", ").bind(row[i], insert.types().get(i));
      }
      out.text(")");
      return;
    }
    var names = new ArrayList<String>();
    insert.types().forEach(_ -> names.add("c" + (names.size() + 1)));
    var aliases = String.join(", ", names);
    out.text(" select " + aliases + " from unnest(");
    for (int i = 0; i < names.size(); i++) {
      var type = insert.types().get(i);
      out.text(i == 0 ? "" : ", ").bind(new Sql.Many(column(insert.rows(), i), type));
      out.text("::" + arrayElement(type) + "[]");
    }
    out.text(") with ordinality as r (" + aliases + ", n) order by n");
  }

  @Override
  public void lock(Renderer out, Statement.Lock lock, List<String> of) {
    out.text(" for update");
    if (!of.isEmpty()) {
      out.text(" of ").list(of, out::name);
    }
    out.text(
        switch (lock) {
          case WAIT -> "";
          case NOWAIT -> " nowait";
          case SKIP_LOCKED -> " skip locked";
        });
  }

  @Override
  public void page(Renderer out, Statement.Select select) {
    select.limit().ifPresent(limit -> out.text(" limit ").bind(limit, new SqlType.BigInt()));
    if (select.offset() > 0) {
      out.text(" offset ").bind(select.offset(), new SqlType.BigInt());
    }
  }

  private static List<@Nullable Object> column(List<@Nullable Object[]> rows, int index) {
    var values = new ArrayList<@Nullable Object>(rows.size());
    for (var row : rows) {
      values.add(row[index]);
    }
    return values;
  }

  /// The type of an array's elements: the column's own, without its limits, so that a value beyond
  /// them is an error as it would be in VALUES, and not cut by a cast.
  private static String arrayElement(SqlType type) {
    return switch (type) {
      case SqlType.Numeric _ -> "numeric";
      case SqlType.Varchar _, SqlType.Enumeration _ -> "text";
      case SqlType.Bool _,
          SqlType.SmallInt _,
          SqlType.Int _,
          SqlType.BigInt _,
          SqlType.Real _,
          SqlType.DoublePrecision _,
          SqlType.Text _,
          SqlType.Bytes _,
          SqlType.Uuid _,
          SqlType.Date _,
          SqlType.Time _,
          SqlType.Timestamp _,
          SqlType.TimestampTz _ ->
          PostgresTables.typeName(type);
    };
  }
}
