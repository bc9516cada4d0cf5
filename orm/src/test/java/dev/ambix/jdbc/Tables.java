package dev.ambix.jdbc;

import dev.ambix.schema.Check;
import dev.ambix.schema.Column;
import dev.ambix.schema.Default;
import dev.ambix.schema.ForeignKey;
import dev.ambix.schema.Index;
import dev.ambix.schema.OnDelete;
import dev.ambix.schema.PrimaryKey;
import dev.ambix.schema.Schema;
import dev.ambix.schema.Sequence;
import dev.ambix.schema.SqlType;
import dev.ambix.schema.Table;
import dev.ambix.schema.UniqueKey;
import java.util.List;
import java.util.Optional;

/// The tables that tests use: one with a column of each type, and two that refer to each other's
/// rows.
final class Tables {
  static final List<SqlType> TYPES =
      List.of(
          new SqlType.Bool(),
          new SqlType.SmallInt(),
          new SqlType.Int(),
          new SqlType.BigInt(),
          new SqlType.Real(),
          new SqlType.DoublePrecision(),
          new SqlType.Numeric(15, 4),
          new SqlType.Numeric(38, 10),
          new SqlType.Varchar(20),
          new SqlType.Text(),
          new SqlType.Bytes(),
          new SqlType.Uuid(),
          new SqlType.Date(),
          new SqlType.Time(),
          new SqlType.Timestamp(),
          new SqlType.TimestampTz(),
          new SqlType.Enumeration(List.of("OPEN", "CLOSED")));

  static final Table THINGS = things();
  static final Table USERS = users();
  static final Table POSTS = posts();
  static final Schema SCHEMA = new Schema(List.of(THINGS, USERS, POSTS));

  private Tables() {}

  static List<String> typeColumns() {
    return THINGS.columns().stream().skip(1).map(Column::name).toList();
  }

  static Column column(String name, SqlType type) {
    return new Column(name, type, false, Optional.empty(), false);
  }

  static Column nullable(String name, SqlType type) {
    return new Column(name, type, true, Optional.empty(), false);
  }

  static Column identity(String name) {
    return new Column(name, new SqlType.BigInt(), false, Optional.empty(), true);
  }

  private static Table things() {
    var columns = new java.util.ArrayList<Column>();
    columns.add(identity("id"));
    for (var type : TYPES) {
      columns.add(nullable("c" + columns.size(), type));
    }
    return new Table(
        "things",
        columns,
        new PrimaryKey("pk_things", List.of("id")),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty());
  }

  private static Table users() {
    return new Table(
        "users",
        List.of(
            identity("id"),
            column("username", new SqlType.Varchar(20)),
            nullable("email", new SqlType.Text()),
            new Column(
                "age", new SqlType.Int(), false, Optional.of(new Default.Literal("18")), false),
            new Column(
                "state",
                new SqlType.Enumeration(List.of("ON", "OFF")),
                false,
                Optional.of(new Default.Literal("ON")),
                false)),
        new PrimaryKey("pk_users", List.of("id")),
        List.of(
            new UniqueKey("uq_users_username", List.of("username")),
            new UniqueKey("uq_users_email_age", List.of("email", "age"))),
        List.of(),
        List.of(new Check("ck_users_adult", "age >= 18")),
        List.of(new Index("ix_users_age", List.of("age"))),
        Optional.of(new Sequence("users_numbers", 50)));
  }

  private static Table posts() {
    return new Table(
        "posts",
        List.of(
            identity("id"),
            column("author_id", new SqlType.BigInt()),
            nullable("parent_id", new SqlType.BigInt())),
        new PrimaryKey("pk_posts", List.of("id")),
        List.of(),
        List.of(
            new ForeignKey(
                "fk_posts_author",
                List.of("author_id"),
                "users",
                List.of("id"),
                OnDelete.NO_ACTION,
                false),
            new ForeignKey(
                "fk_posts_parent",
                List.of("parent_id"),
                "posts",
                List.of("id"),
                OnDelete.NO_ACTION,
                true)),
        List.of(),
        List.of(),
        Optional.empty());
  }
}
