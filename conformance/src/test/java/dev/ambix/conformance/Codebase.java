package dev.ambix.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// The Java sources of every module below a root, parsed but not resolved.
final class Codebase {
  private final List<Source> sources;

  private Codebase(List<Source> sources) {
    this.sources = sources;
  }

  /// Reads `<module>/src/{main,test}/java` of each folder in `root`, sorted by path.
  static Codebase at(Path root) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, Locale.ROOT, UTF_8)) {
      return new Codebase(parse(root, javaFiles(root), files));
    }
  }

  private static List<Path> javaFiles(Path root) throws IOException {
    var found = new ArrayList<Path>();
    for (var module : children(root)) {
      for (var kind : List.of("main", "test")) {
        var folder = module.resolve("src", kind, "java");
        if (Files.isDirectory(folder)) {
          try (var walk = Files.walk(folder)) {
            walk.filter(it -> it.toString().endsWith(".java")).forEach(found::add);
          }
        }
      }
    }
    found.sort(null);
    return found;
  }

  private static List<Path> children(Path folder) throws IOException {
    try (var entries = Files.list(folder)) {
      return entries.filter(Files::isDirectory).toList();
    }
  }

  private static List<Source> parse(Path root, List<Path> paths, StandardJavaFileManager files)
      throws IOException {
    var sources = new ArrayList<Source>();
    var problems = new DiagnosticCollector<JavaFileObject>();
    for (var path : paths) {
      var task =
          (JavacTask)
              ToolProvider.getSystemJavaCompiler()
                  .getTask(
                      null,
                      files,
                      problems,
                      List.of("-proc:none"),
                      null,
                      files.getJavaFileObjects(path));
      var trees = DocTrees.instance(task);
      var unit = task.parse().iterator().next();
      var name = root.relativize(path).toString().replace('\\', '/');
      sources.add(new Source(name, Files.readString(path), unit, trees));
    }
    if (!problems.getDiagnostics().isEmpty()) {
      throw new IllegalStateException("does not parse: " + problems.getDiagnostics());
    }
    return sources;
  }

  Stream<Source> sources() {
    return sources.stream();
  }

  Stream<Source> main() {
    return sources().filter(Source::isMain);
  }

  Stream<Source> tests() {
    return sources().filter(it -> !it.isMain());
  }

  Stream<Source> mainOf(String module) {
    return main().filter(it -> it.module().equals(module));
  }
}
