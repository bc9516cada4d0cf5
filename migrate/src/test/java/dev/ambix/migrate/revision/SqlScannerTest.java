package dev.ambix.migrate.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlScannerTest {
  private static List<String> statements(String text) {
    return statements(text, "");
  }

  private static List<String> statements(String text, String dialect) {
    var scanner = SqlScanner.of("f.sql", text);
    scanner.dialect(dialect);
    var found = new ArrayList<String>();
    for (var piece = scanner.next(); piece.isPresent(); piece = scanner.next()) {
      if (!piece.get().comment()) {
        found.add(piece.get().text());
      }
    }
    return found;
  }

  @Test
  void cutsAtSemicolons() {
    assertThat(statements("select 1; select 2;;\n select 3"))
        .containsExactly("select 1", "select 2", "select 3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into t values ('a;b', 'it''s;')",
        "select \"a;b\", `c;d` from t",
        "select E'a\\';b'",
        "select 1 /* ; /* nested; */ ; */ + 1",
        "select 1 -- one; two\n + 1",
        "do $$ begin perform 1; end $$",
        "do $body$ begin raise notice '$$;'; end $body$",
        "select $1; ",
        "create trigger t after insert on a begin update b set c = case when 1 then 2 else 3 end;"
            + " delete from d; end",
        "create temp trigger t after insert on a begin select 1; end",
        "create or replace function f() returns int begin atomic select 1; select 2; end",
        "create function f() returns int language sql as 'select 1; select 2'",
        "create trigger t before insert on a for each row execute function f()",
        "create table t (begin int, \"end\" int)",
        "select a1$b from t",
        "select 1e5, e'x'"
      })
  void keepsWhatBelongsTogether(String statement) {
    assertThat(statements(statement + "; select 9"))
        .containsExactly(statement.replaceAll("; $", ""), "select 9");
  }

  @Test
  void commentsOfSqliteDoNotNest() {
    assertThat(statements("select 1 /* /* */; select 2", "sqlite"))
        .containsExactly("select 1 /* /* */", "select 2");
  }

  @Test
  void tellsTheLineOfEachStatement() {
    var scanner = SqlScanner.of("f.sql", "select 1;\n\n-- note\nselect\n2;");
    assertThat(scanner.next().orElseThrow().line()).isEqualTo(1);
    assertThat(scanner.next().orElseThrow().line()).isEqualTo(3);
    assertThat(scanner.next().orElseThrow().line()).isEqualTo(4);
    assertThat(scanner.next()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"select 'a", "select \"a", "/* a", "do $x$ a $$", "create trigger t begin"})
  void refusesWhatIsNotClosed(String text) {
    assertThatThrownBy(() -> statements("select 1;\n" + text))
        .hasMessageStartingWith("[SqlUnclosed] f.sql:2: ");
  }
}
