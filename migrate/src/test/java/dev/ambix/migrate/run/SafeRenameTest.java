package dev.ambix.migrate.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.testing.AmbixTest;
import dev.ambix.testing.Committed;
import dev.ambix.testing.Engine;
import dev.ambix.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The recipe of docs/migrations.md, as it stands there.
@AmbixTest(engines = Engine.POSTGRESQL)
@Committed
class SafeRenameTest {
  private static final Pattern SQL = Pattern.compile("(?s)```sql\n(.*?)```");
  private static final String USERS =
      """
      -- upgrade
      create table users (id int primary key, name text not null);
      insert into users select i, 'name ' || i from generate_series(1, 12000) i;
      -- downgrade
      drop table users;
      """;

  private Lab lab;
  private Runner runner;

  @BeforeEach
  void open(TestDatabase database) throws IOException {
    lab = new Lab(database.url());
    var page = Files.readString(Path.of("../docs/migrations.md"));
    int start = page.indexOf("\n## A safe rename\n");
    var recipe = page.substring(start, page.indexOf("\n## ", start + 1));
    var sections = new ArrayList<>(List.of(USERS));
    SQL.matcher(recipe).results().forEach(it -> sections.add(it.group(1)));
    runner = lab.runner(Lab.line(sections.toArray(String[]::new)));
  }

  private List<String> names(String where) {
    return lab.values(
        "select name || ', ' || full_name from users where " + where + " order by id");
  }

  @Test
  void oldAndNewCodeWorkSideBySide() {
    runner.upgrade(Lab.id(1));
    lab.execute(
        "insert into users (id, name) values (20001, 'old')",
        "insert into users (id, full_name) values (20002, 'new')",
        "insert into users (id, name, full_name) values (20003, 'both', 'both')",
        "insert into users (id, name, full_name) values (20004, 'mapped', null)",
        "update users set name = 'old' where id = 1",
        "update users set full_name = 'new' where id = 2",
        "update users set name = 'older' where id = 20002");
    assertThat(names("id in (1, 2) or id > 20000"))
        .containsExactly(
            "old, old", "new, new", "old, old", "older, older", "both, both", "mapped, mapped");
    runner.upgrade(Lab.id(2));
    lab.execute(
        "insert into users (id, name) values (20005, 'old')",
        "update users set full_name = 'newer' where id = 20005");
    assertThat(names("id = 20005")).containsExactly("newer, newer");
    assertThat(names("id = 11999")).containsExactly("name 11999, name 11999");
    assertThat(lab.values("select count(*) from users where name is distinct from full_name"))
        .containsExactly("0");
    assertThat(notNull()).containsExactly("full_name", "id", "name");
    runner.upgrade("head");
    assertThat(notNull()).containsExactly("full_name", "id");
    assertThat(lab.values("select full_name from users where id in (1, 3)"))
        .containsExactlyInAnyOrder("old", "name 3");
  }

  private List<String> notNull() {
    return lab.values(
        "select attname from pg_attribute where attrelid = 'users'::regclass and attnotnull"
            + " and attnum > 0 and not attisdropped order by 1");
  }

  @Test
  void goesBackWithTheNames() {
    runner.upgrade("head");
    lab.execute("insert into users values (20001, 'new')");
    runner.downgrade(Lab.id(2));
    lab.execute("insert into users (id, name) values (20002, 'old')");
    assertThat(names("id > 20000")).containsExactly("new, new", "old, old");
    runner.downgrade(Lab.id(0));
    assertThat(lab.values("select name from users where id in (1, 20001, 20002) order by id"))
        .containsExactly("name 1", "new", "old");
    runner.upgrade("head");
    runner.downgrade("base");
    assertThat(lab.values("select proname from pg_proc where proname = 'users_names'")).isEmpty();
  }
}
