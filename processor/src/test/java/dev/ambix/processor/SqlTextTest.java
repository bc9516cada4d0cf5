package dev.ambix.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What may become SQL text, and what may not.
class SqlTextTest {
  private static final String PLACE =
      """
      package shop;

      import dev.ambix.mapping.SqlText;
      import java.util.function.*;

      class Place {
        static final String CONSTANT = "select 1";
        static final String COMPUTED = String.valueOf(1);
        static final char LETTER = 'a';
        final String instance = "select 2";
        final String set;

        Place(@SqlText String sql) {
          this.set = sql;
        }

        static void run(@SqlText String sql) {}

        static void all(int number, @SqlText String... sql) {}

        static <T> T generic(@SqlText String sql, T value) {
          return value;
        }

        enum Query {
          ONE("select 1");

          Query(@SqlText String sql) {}
        }

        record Statement(@SqlText String sql) {
          Statement {
            run(sql);
          }
        }

        String name() {
          return "";
        }

        void test(String plain, @SqlText String marked, @SqlText String changed, boolean flag) {
          final String local = "select 3";
          final var inferred = local + CONSTANT;
          String open = "select 4";
          changed = plain;
          STATEMENT
        }
      }
      """;

  private static final String EVERYWHERE =
      """
      package shop;

      import dev.ambix.mapping.SqlText;

      class Everywhere {
        static String text = "";
        String field = run(text);
        static String constant = run(text);

        static {
          run(text);
        }

        {
          run(text);
        }

        Everywhere() {
          this(text);
        }

        Everywhere(@SqlText String sql) {}

        static String run(@SqlText String sql) {
          return sql;
        }

        static class Nested extends Everywhere {
          Nested() {
            super(text);
          }
        }

        enum Query {
          ONE(text),
          TWO(text) {};

          Query(@SqlText String sql) {}
        }

        interface Default {
          default void run() {
            Everywhere.run(text);
          }
        }
      }

      record Other(String sql) {
        Other {
          Everywhere.run(sql);
        }
      }
      """;

  private static List<String> messages(String statement) {
    return Compiler.of("shop/Place.java", PLACE.replace("STATEMENT", statement))
        .compile()
        .messages();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run(\"select 1\");",
        "run(\"\"\"\n select 1\n \"\"\");",
        "run((\"select 1\"));",
        "run(\"select \" + 1 + 'a' + true + 1.5);",
        "run(CONSTANT);",
        "run(Place.CONSTANT + LETTER);",
        "run(shop.Place.CONSTANT);",
        "run(instance);",
        "run(this.instance);",
        "run(local + \" \" + inferred);",
        "run((String) (Object) CONSTANT);",
        "run(flag ? CONSTANT : local);",
        "run(flag ? CONSTANT : marked);",
        "run(marked);",
        "run(\"select \" + marked);",
        "Runnable later = () -> run(marked);",
        "new Object() { void inner() { run(marked); } };",
        "all(1);",
        "all(1, CONSTANT);",
        "all(1, CONSTANT, marked, \"x\");",
        "all(1, new String[] {CONSTANT, \"x\"});",
        "generic(CONSTANT, plain);",
        "new Place(CONSTANT);",
        "new Place(CONSTANT) {};",
        "new Statement(CONSTANT);",
        "run(Integer.MAX_VALUE + \"\");",
      })
  void acceptsConstants(String statement) {
    assertThat(messages(statement)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run(plain);",
        "run(\"select \" + plain);",
        "run(changed);",
        "run(open);",
        "run(COMPUTED);",
        "run(set);",
        "run(name());",
        "run(\"select %d\".formatted(1));",
        "run(String.valueOf(CONSTANT));",
        "run(flag ? CONSTANT : plain);",
        "run(switch (1) { default -> plain; });",
        "run((String) (Object) plain);",
        "run(Query.ONE + \"\");",
        "all(1, CONSTANT, plain);",
        "all(1, new String[] {plain});",
        "all(1, new String[1]);",
        "generic(plain, CONSTANT);",
        "new Place(plain);",
        "new Place(plain) {};",
        "new Statement(plain);",
        "Runnable later = () -> run(plain);",
        "new Object() { void inner() { run(plain); } };",
        "new Object() { String field = Place.generic(plain, plain); };",
        "Consumer<String> c = Place::run;",
        "Function<String, Place> f = Place::new;",
        "Consumer<String> c = (@SqlText String sql) -> run(sql);",
      })
  void refusesEverythingElse(String statement) {
    assertThat(messages(statement)).singleElement().asString().contains("[SqlNotConstant]");
  }

  @Test
  void looksThroughEveryPlaceOfAClass() {
    var messages = Compiler.of("shop/Everywhere.java", EVERYWHERE).compile().messages();

    assertThat(messages)
        .allMatch(message -> message.contains("[SqlNotConstant]"))
        .extracting(message -> message.split(":", -1)[1])
        .containsExactlyInAnyOrder("7", "8", "11", "15", "19", "30", "35", "36", "43", "50");
  }

  @Test
  void readsTheAnnotationFromClassFiles() {
    var source =
        """
        package shop;

        import dev.ambix.mapping.Column.Attribute;
        import dev.ambix.type.Type;

        class Uses {
          static Object attribute(String sql) {
            return Attribute.of(Uses.class, "t", "a", "c", Type.TEXT).withSqlDefault(sql);
          }
        }
        """;

    assertThat(Compiler.of("shop/Uses.java", source).compile().messages())
        .singleElement()
        .asString()
        .startsWith("shop/Uses.java:8: [SqlNotConstant] Attribute.withSqlDefault: ");
  }
}
