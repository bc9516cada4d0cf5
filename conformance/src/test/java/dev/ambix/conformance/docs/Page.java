package dev.ambix.conformance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// The Java code in a page of the documentation, made into something that can be compiled and run.
final class Page {
  private static final Pattern BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern DECLARATION =
      Pattern.compile(
          "^(import|@Entity|@Projection|@Table|@AmbixTest|(final )?class|record) ?",
          Pattern.MULTILINE);
  private static final Pattern COUNT = Pattern.compile("//.*?(\\d+) statements?\\b");
  private static final String IMPORTS =
      """
      import static dev.ambix.query.Aggregates.*;
      import static dev.ambix.query.Functions.*;

      import dev.ambix.error.*;
      import dev.ambix.mapping.*;
      import dev.ambix.query.*;
      import dev.ambix.schema.OnDelete;
      import dev.ambix.session.*;
      import dev.ambix.type.Converter;
      import dev.ambix.type.Type;
      import java.math.BigDecimal;
      import java.time.*;
      import java.util.*;
      import org.jspecify.annotations.Nullable;
      import static dev.ambix.query.Aggregates.*;
      import static dev.ambix.query.Functions.*;
      """;

  private final List<String> declarations = new ArrayList<>();
  private final List<String> statements = new ArrayList<>();

  /// Takes declarations of these pages, and the statements of the last.
  static Page read(String... names) throws IOException {
    var page = new Page();
    for (var name : names) {
      page.statements.clear();
      var blocks = BLOCK.matcher(Files.readString(root().resolve(name)));
      while (blocks.find()) {
        var code = blocks.group(1);
        boolean declares = DECLARATION.matcher(code).lookingAt();
        (declares ? page.declarations : page.statements).add(code);
      }
    }
    return page;
  }

  static Path root() {
    var folder = Path.of("").toAbsolutePath();
    return Files.exists(folder.resolve("README.md")) ? folder : folder.getParent();
  }

  /// How many blocks of statements there are.
  int statements() {
    return statements.size();
  }

  /// How many statements of SQL a block says that it sends, where its comments say so.
  OptionalInt statementsSaid(int block) {
    var numbers = COUNT.matcher(statements.get(block)).results().toList();
    return numbers.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(
            numbers.stream().mapToInt(found -> Integer.parseInt(found.group(1))).sum());
  }

  /// Compiles the page into a folder and gives what loads it. The statements of block `n` are the
  /// method `Statements.block<n>(Database, Session)`.
  URLClassLoader compile(Path folder) throws IOException {
    var source = new StringBuilder();
    boolean complete = declarations.stream().anyMatch(code -> code.startsWith("import"));
    if (!complete) {
      source.append(IMPORTS);
    }
    declarations.forEach(code -> source.append(code).append('\n'));
    if (!statements.isEmpty()) {
      source.append("final class Statements {\n");
      for (int i = 0; i < statements.size(); i++) {
        source
            .append("public static void block%d(Database database, Session db) {\n".formatted(i))
            .append(statements.get(i))
            .append("}\n");
      }
      source.append("}\n");
    }
    javac(source.toString(), folder);
    return new URLClassLoader(new URL[] {folder.toUri().toURL()}, Page.class.getClassLoader());
  }

  private static void javac(String source, Path folder) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var messages = new StringWriter();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      var task =
          compiler.getTask(
              messages,
              files,
              null,
              List.of("-d", folder.toString(), "-cp", System.getProperty("java.class.path")),
              null,
              List.of(new Text(source)));
      task.setProcessors(List.of(new dev.ambix.processor.AmbixProcessor()));
      assertThat(task.call()).as("%s%n%s", messages, source).isTrue();
    }
  }

  private static final class Text extends SimpleJavaFileObject {
    private final String source;

    Text(String source) {
      super(URI.create("string:///Page.java"), JavaFileObject.Kind.SOURCE);
      this.source = source;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return source;
    }
  }
}
