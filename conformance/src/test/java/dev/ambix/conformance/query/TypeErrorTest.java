package dev.ambix.conformance.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is of the wrong type does not compile.
class TypeErrorTest {
  private static final String SOURCE =
      """
      import static dev.ambix.query.Aggregates.*;
      import static dev.ambix.query.Functions.*;
      import dev.ambix.conformance.shop.*;
      import dev.ambix.query.*;
      import dev.ambix.session.*;
      import java.math.BigDecimal;
      import java.util.List;

      final class Query {
        record Line(String name, long credit) {}

        Object query(Session db) {
          return %s;
        }
      }
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "db.select(Customer.class).into(Selection.of(Line::new, Customer_.name, Customer_.id))",
        "Customer_.id.in(db.select(Purchase.class).value(Purchase_.customerId))",
        "Customer_.credit.plus(Customer_.version)",
        "coalesce(Customer_.nickname, \"none\").eq(\"x\")",
        "sum(Purchase_.total).gt(BigDecimal.ONE)",
        "Tuple.of(Customer_.name, Customer_.id).gt(Tuple.values(\"a\", 1L))",
        "db.insert(Stock.class).set(Stock_.pieces, Customer_.version)",
        "upper(Customer_.name)"
      })
  void rightTypesCompile(String expression) {
    assertThat(errors(expression)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "db.select(Customer.class).into(Selection.of(Line::new, Customer_.id, Customer_.name))",
        "db.select(Customer.class).into(Selection.of(Line::new, Customer_.name))",
        "Customer_.name.in(db.select(Purchase.class).value(Purchase_.customerId))",
        "Customer_.id.in(db.select(Purchase.class))",
        "Customer_.credit.plus(Customer_.id)",
        "Customer_.name.plus(1)",
        "Customer_.name.eq(Customer_.id)",
        "coalesce(Customer_.nickname, 1)",
        "sum(Customer_.name)",
        "sum(Purchase_.total).gt(1L)",
        "Tuple.of(Customer_.name, Customer_.id).gt(Tuple.values(1L, \"a\"))",
        "db.update(Stock.class).set(Stock_.pieces, Customer_.name)",
        "db.insert(Stock.class).set(Customer_.version, 1)",
        "db.upsert(new Stock(\"a\", 1, 1)).set(Stock_.pieces, Upsert.excluded(Stock_.warehouse))",
        "db.select(Customer.class).union(db.select(Purchase.class))",
        "upper(Customer_.id)",
        "Customer_.tier.contains(\"x\")",
        "mod(Purchase_.total, 2)",
        "rowNumber().over(Customer_.id)"
      })
  void wrongTypesDoNot(String expression) {
    assertThat(errors(expression)).isNotEmpty();
  }

  private List<String> errors(String expression) {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var found = new DiagnosticCollector<JavaFileObject>();
    var options =
        List.of(
            "-proc:none", "-d", folder.toString(), "-cp", System.getProperty("java.class.path"));
    compiler
        .getTask(
            null, null, found, options, null, List.of(new Text(SOURCE.replace("%s", expression))))
        .call();
    return found.getDiagnostics().stream()
        .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
        .map(each -> each.getMessage(null))
        .toList();
  }

  private static final class Text extends SimpleJavaFileObject {
    private final String source;

    Text(String source) {
      super(URI.create("string:///Query.java"), JavaFileObject.Kind.SOURCE);
      this.source = source;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return source;
    }
  }
}
