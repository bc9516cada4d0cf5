package dev.ambix.conformance;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExportsTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModuleTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/// The rules for our own sources. Each answers one line per offence, which starts with the file.
final class CodebaseRules {
  private static final Set<String> VAGUE_PACKAGES =
      Set.of("util", "common", "impl", "model", "helper");
  private static final Pattern VAGUE_TYPE =
      Pattern.compile("(Abstract|Base)[A-Z].*|.*(Impl|Manager|Helper|Util)");
  // The brackets keep this line from matching itself.
  private static final Pattern UNFINISHED = Pattern.compile("\\b(T[O]DO|F[I]XME)\\b");

  private CodebaseRules() {}

  static List<String> longFiles(Codebase code, int mainLimit, int testLimit) {
    return code.sources()
        .filter(it -> it.lines() > (it.isMain() ? mainLimit : testLimit))
        .map(it ->
            "%s: %d lines, at most %d"
                .formatted(it.path(), it.lines(), it.isMain() ? mainLimit : testLimit))
        .toList();
  }

  static List<String> longMethods(Codebase code, int limit) {
    return offences(
        code.sources(),
        MethodTree.class,
        (source, method) -> source.lines(method) > limit,
        (source, method) ->
            "%s has %d lines, at most %d".formatted(method.getName(), source.lines(method), limit));
  }

  static List<String> packagesWithoutDoc(Codebase code, int atLeast, int atMost) {
    var offences = new ArrayList<String>();
    var folders = code.main().filter(it -> !it.packageName().isEmpty());
    folders
        .collect(groupingBy(CodebaseRules::folder, TreeMap::new, toSet()))
        .forEach((folder, sources) -> {
          var lines =
              sources.stream()
                  .filter(it -> it.fileName().equals("package-info.java"))
                  .mapToLong(Source::packageDocLines)
                  .findAny();
          if (lines.isEmpty()) {
            offences.add(folder + "/package-info.java: missing");
          } else if (lines.getAsLong() < atLeast || lines.getAsLong() > atMost) {
            offences.add(
                "%s/package-info.java: its comment has %d lines, expected %d to %d"
                    .formatted(folder, lines.getAsLong(), atLeast, atMost));
          }
        });
    return offences;
  }

  static List<String> vaguePackages(Codebase code) {
    return code.sources()
        .filter(it -> Stream.of(it.packageName().split("\\.")).anyMatch(VAGUE_PACKAGES::contains))
        .map(it -> "%s: package %s names no feature".formatted(it.path(), it.packageName()))
        .toList();
  }

  static List<String> vagueTypes(Codebase code) {
    return offences(
        code.sources(),
        ClassTree.class,
        (source, type) -> VAGUE_TYPE.matcher(type.getSimpleName()).matches(),
        (source, type) -> "the name %s says nothing".formatted(type.getSimpleName()));
  }

  static List<String> exportedTypes(Codebase code, String module, int limit) {
    var exported = exports(code, module);
    var types =
        code.mainOf(module)
            .filter(it -> exported.contains(it.packageName()))
            .flatMap(it -> it.unit().getTypeDecls().stream())
            .filter(it -> it.getKind() != Tree.Kind.ANNOTATION_TYPE)
            .filter(ClassTree.class::isInstance)
            .map(ClassTree.class::cast)
            .filter(it -> it.getModifiers().getFlags().contains(Modifier.PUBLIC))
            .map(it -> it.getSimpleName().toString())
            .toList();
    return types.size() <= limit
        ? List.of()
        : List.of(
            "%s/src/main/java/module-info.java: exports %d public types beside annotations, at most %d: %s"
                .formatted(module, types.size(), limit, types));
  }

  static List<String> sleepingTests(Codebase code) {
    return offences(
        code.tests(),
        MethodInvocationTree.class,
        (source, call) -> lastName(call.getMethodSelect()).equals("sleep"),
        (source, call) -> "%s waits for time to pass".formatted(call.getMethodSelect()));
  }

  static List<String> unfinished(Codebase code) {
    var offences = new ArrayList<String>();
    code.sources()
        .forEach(source ->
            UNFINISHED
                .matcher(source.text())
                .results()
                .forEach(it -> offences.add(source.path() + ": says " + it.group())));
    return offences;
  }

  static List<String> disabledTests(Codebase code) {
    return offences(
        code.tests(),
        AnnotationTree.class,
        (source, annotation) -> lastName(annotation.getAnnotationType()).equals("Disabled"),
        (source, annotation) -> "%s hides a test".formatted(annotation));
  }

  static List<String> packageCycles(Codebase code, String module) {
    return PackageGraph.of(code.mainOf(module).toList()).cycles();
  }

  private static String folder(Source source) {
    return source.path().substring(0, source.path().lastIndexOf('/'));
  }

  private static Set<String> exports(Codebase code, String module) {
    return code.mainOf(module)
        .map(it -> it.unit().getModule())
        .filter(it -> it != null)
        .map(ModuleTree::getDirectives)
        .flatMap(List::stream)
        .filter(it -> it instanceof ExportsTree exports && exports.getModuleNames() == null)
        .map(it -> ((ExportsTree) it).getPackageName().toString())
        .collect(toSet());
  }

  private static <T extends Tree> List<String> offences(
      Stream<Source> sources,
      Class<T> kind,
      BiPredicate<Source, T> offends,
      BiFunction<Source, T, String> message) {
    var offences = new ArrayList<String>();
    sources.forEach(source ->
        new TreeScanner<Void, Void>() {
          @Override
          public Void scan(Tree tree, Void nothing) {
            if (kind.isInstance(tree) && offends.test(source, kind.cast(tree))) {
              offences.add(
                  "%s:%d: %s"
                      .formatted(
                          source.path(),
                          source.lineOf(tree),
                          message.apply(source, kind.cast(tree))));
            }
            return super.scan(tree, null);
          }
        }.scan(source.unit(), null));
    return offences;
  }

  private static String lastName(Tree name) {
    var text = name.toString();
    return text.substring(text.lastIndexOf('.') + 1);
  }
}
