package dev.ambix.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ambix.dialect.Sql;
import dev.ambix.driver.Driver;
import dev.ambix.driver.Driver.Access;
import dev.ambix.driver.Rows;
import dev.ambix.error.AmbixException;
import dev.ambix.error.CheckViolation;
import dev.ambix.error.ForeignKeyViolation;
import dev.ambix.error.NotNullViolation;
import dev.ambix.error.QueryFailed;
import dev.ambix.error.UniqueViolation;
import dev.ambix.error.UsageException;
import dev.ambix.error.ValueRejected;
import dev.ambix.schema.SqlType;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorsTest {
  private static final String SECRET = "s3cr3t-value";

  @ParameterizedTest
  @EnumSource
  void namesTheKeyThatIsTaken(Engine engine) {
    try (var driver = engine.open(Tables.SCHEMA, "")) {
      user(driver, SECRET, SECRET, 20, "ON");
      var error = failure(UniqueViolation.class, () -> user(driver, SECRET, null, 20, "ON"));
      assertThat(error.table()).isEqualTo("users");
      assertThat(error.constraint()).isEqualTo("uq_users_username");
      assertThat(error.columns()).containsExactly("username");

      var composite = failure(UniqueViolation.class, () -> user(driver, "other", SECRET, 20, "ON"));
      assertThat(composite.constraint()).isEqualTo("uq_users_email_age");
      assertThat(composite.columns()).containsExactly("email", "age");

      var key =
          failure(
              UniqueViolation.class,
              () -> execute(driver, "insert into users (id, username) values (1, 'x')"));
      assertThat(key.constraint()).isEqualTo("pk_users");
      assertThat(key.columns()).containsExactly("id");
    }
  }

  @ParameterizedTest
  @EnumSource
  void namesTheColumnsOfAKeyThatTheSchemaDoesNotHave(Engine engine) {
    try (var driver = engine.open(Tables.SCHEMA, "")) {
      execute(driver, "create unique index ix_email on users (email, username)");
      user(driver, "a", SECRET, 20, "ON");
      execute(driver, "drop index if exists ix_other");
      execute(driver, "create unique index ix_lower on users (lower(username))");
      var error = failure(UniqueViolation.class, () -> user(driver, "A", null, 20, "ON"));
      assertThat(error.table()).isEqualTo("users");
      assertThat(error.constraint()).isEqualTo("ix_lower");
    }
  }

  @ParameterizedTest
  @EnumSource
  void tellsForeignKeysAtOnceAndAtTheCommit(Engine engine) {
    try (var driver = engine.open(Tables.SCHEMA, "")) {
      var missing =
          failure(
              ForeignKeyViolation.class,
              () -> execute(driver, "insert into posts (author_id) values (77)"));
      assertThat(missing.table()).isEqualTo("posts");
      user(driver, "ann", null, 20, "ON");
      execute(driver, "insert into posts (author_id) values (1)");
      var used = failure(ForeignKeyViolation.class, () -> execute(driver, "delete from users"));
      assertThat(used.table()).isNotEmpty();

      var deferred =
          failure(
              ForeignKeyViolation.class,
              () -> execute(driver, "insert into posts (author_id, parent_id) values (1, 99)"));
      if (!engine.isSqlite()) {
        assertThat(missing.constraint()).isEqualTo("fk_posts_author");
        assertThat(deferred.constraint()).isEqualTo("fk_posts_parent");
      }
      assertThat(
              Engine.<Long>read(driver, link -> Engine.number(link, "select count(*) from posts")))
          .isEqualTo(1L);
      // The connection is as good as before.
      execute(driver, "delete from posts");
    }
  }

  @ParameterizedTest
  @EnumSource
  void tellsNullsAndChecks(Engine engine) {
    try (var driver = engine.open(Tables.SCHEMA, "")) {
      var missing = failure(NotNullViolation.class, () -> user(driver, null, SECRET, 20, "ON"));
      assertThat(missing.table()).isEqualTo("users");
      assertThat(missing.column()).isEqualTo("username");

      var check = failure(CheckViolation.class, () -> user(driver, "ann", SECRET, 17, "ON"));
      assertThat(check.table()).isEqualTo("users");
      assertThat(check.constraint()).isEqualTo("ck_users_adult");

      var label = failure(CheckViolation.class, () -> user(driver, "ann", SECRET, 18, "AWAY"));
      assertThat(label.constraint()).isEqualTo("ck_users_state");
    }
  }

  @ParameterizedTest
  @EnumSource
  void rejectsValuesThatDoNotFit(Engine engine) {
    try (var driver = engine.open(Tables.SCHEMA, "")) {
      failure(ValueRejected.class, () -> user(driver, SECRET + "x".repeat(20), null, 20, "ON"));
      failure(ValueRejected.class, () -> user(driver, "nul\0" + SECRET, null, 20, "ON"));
      failure(ValueRejected.class, () -> user(driver, "half\ud83d" + SECRET, null, 20, "ON"));
      failure(ValueRejected.class, () -> user(driver, "half\ude00", null, 20, "ON"));
      failure(
          ValueRejected.class,
          () -> query(driver, "select 1 where ? is not null", "a\0", new SqlType.Text()));
      failure(
          ValueRejected.class,
          () ->
              query(
                  driver,
                  "select 1 where ? is not null",
                  java.time.Instant.MAX,
                  new SqlType.TimestampTz()));
      failure(
          ValueRejected.class,
          () -> query(driver, "select ?", java.time.LocalDate.of(-1, 1, 1), new SqlType.Date()));
      user(driver, "x".repeat(20), null, 20, "ON");
    }
  }

  @ParameterizedTest
  @EnumSource
  void keepsTheSqlAndHidesTheValuesOfWhatItDoesNotKnow(Engine engine) {
    try (var driver = engine.open(Tables.SCHEMA, "")) {
      var error =
          failure(
              QueryFailed.class,
              () ->
                  query(
                      driver,
                      "select nothing from nowhere where a = ?",
                      SECRET,
                      new SqlType.Text()));
      assertThat(error.sql()).isEqualTo("select nothing from nowhere where a = ?");
      assertThat(error).hasMessageContaining("nowhere");
      failure(
          QueryFailed.class,
          () -> query(driver, "delete from posts where id = ?", 1, new SqlType.Int()));
      if (!engine.isSqlite()) {
        failure(
            ValueRejected.class,
            () -> query(driver, "select cast(? as text)::integer", SECRET, new SqlType.Text()));
        failure(
            ValueRejected.class,
            () -> query(driver, "select 1 where 1 = ?", SECRET, new SqlType.Text()));
        execute(
            driver,
            "create or replace function refuse(what text) returns int language plpgsql"
                + " as $$ begin raise exception 'no %', what; end $$");
        failure(
            QueryFailed.class, () -> query(driver, "select refuse(?)", SECRET, new SqlType.Text()));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusesToWriteInAReadOnlyTransaction(Engine engine) {
    try (var driver = engine.open(Tables.SCHEMA, "")) {
      try (var link = Engine.acquire(driver, Access.READ)) {
        link.begin("", true);
        var error =
            failure(
                UsageException.class,
                () -> link.execute(Sql.of("insert into users (username) values ('a')")));
        assertThat(error.code()).isEqualTo("ReadOnlySession");
      }
      user(driver, "ann", null, 20, "ON");
    }
  }

  @ParameterizedTest
  @EnumSource
  void tellsWhichRowsOfABatchWereChangedOrWhyNot(Engine engine) {
    try (var driver = engine.open(Tables.SCHEMA, "");
        var link = Engine.acquire(driver, Access.WRITE)) {
      link.begin("", false);
      var text = "insert into users (username) values (?)";
      List<SqlType> types = List.of(new SqlType.Text());
      assertThat(link.batch(text, types, List.of(new Object[] {"a"}, new Object[] {"b"})))
          .containsExactly(1, 1);
      link.savepoint("s1");
      var error =
          failure(
              UniqueViolation.class,
              () -> link.batch(text, types, List.of(new Object[] {"c"}, new Object[] {"b"})));
      assertThat(error.columns()).containsExactly("username");
      link.rollbackTo("s1");
      link.release("s1");
      assertThat(
              link.batch(
                  "update users set age = ?",
                  List.of(new SqlType.Int()),
                  List.<Object[]>of(new Object[] {44})))
          .containsExactly(2);
      link.commit();
    }
  }

  private static void user(Driver driver, String name, String email, int age, String state) {
    Engine.write(
        driver,
        link ->
            link.execute(
                new Sql(
                    "insert into \"users\" (username, email, age, state) values (?, ?, ?, ?)",
                    List.of(
                        new Sql.One(name, new SqlType.Varchar(20)),
                        new Sql.One(email, new SqlType.Text()),
                        new Sql.One(age, new SqlType.Int()),
                        new Sql.One(state, new SqlType.Enumeration(List.of("ON", "OFF")))))));
  }

  private static void execute(Driver driver, String text) {
    Engine.write(driver, link -> link.execute(Sql.of(text)));
  }

  private static boolean query(Driver driver, String text, Object value, SqlType type) {
    return Engine.read(
        driver, link -> link.query(new Sql(text, List.of(new Sql.One(value, type))), Rows::next));
  }

  /// The error, once it is clear that nothing of it shows a value: no message and no trace.
  private static <T extends AmbixException> T failure(Class<T> type, Runnable work) {
    var error = catchThrowableOfType(AmbixException.class, work::run);
    assertThat(error).isInstanceOf(type);
    var trace = new StringWriter();
    error.printStackTrace(new PrintWriter(trace));
    assertThat(trace.toString()).doesNotContain(SECRET).doesNotContain(SECRET.substring(1));
    assertThat(error.getMessage()).startsWith("[" + error.code() + "] ");
    var chain = new ArrayList<Throwable>();
    for (Throwable each = error; each != null; each = each.getCause()) {
      chain.addAll(Arrays.asList(each.getSuppressed()));
    }
    assertThat(chain).isEmpty();
    return type.cast(error);
  }
}
