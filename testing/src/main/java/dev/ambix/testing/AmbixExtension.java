package dev.ambix.testing;

import dev.ambix.error.UsageException;
import dev.ambix.session.Database;
import dev.ambix.session.Session;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/// What JUnit asks for a class with [AmbixTest]: the engines to run it on, its parameters, and
/// whether its tests sent the statements that they should.
final class AmbixExtension
    implements ClassTemplateInvocationContextProvider,
        ParameterResolver,
        BeforeTestExecutionCallback,
        AfterTestExecutionCallback,
        AfterEachCallback,
        AfterAllCallback {
  private static final Namespace NAMESPACE = Namespace.create(AmbixExtension.class);
  private static final Set<Class<?>> TYPES =
      Set.of(Database.class, Session.class, Statements.class, Engine.class, TestDatabase.class);

  AmbixExtension() {
    QuietLogging.begin();
  }

  static Store store(ExtensionContext context) {
    return context.getStore(NAMESPACE);
  }

  @Override
  public boolean supportsClassTemplate(ExtensionContext context) {
    return AnnotationSupport.isAnnotated(context.getTestClass(), AmbixTest.class);
  }

  @Override
  public Stream<EngineRun> provideClassTemplateInvocationContexts(ExtensionContext context) {
    return runs(context);
  }

  private static Stream<EngineRun> runs(ExtensionContext context) {
    var test =
        AnnotationSupport.findAnnotation(context.getRequiredTestClass(), AmbixTest.class)
            .orElseThrow();
    return Arrays.stream(test.engines())
        .distinct()
        .map(engine -> new EngineRun(engine, List.of(test.mappings())));
  }

  /// Lets the constructor of a test see the test, not just the class.
  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    return ExtensionContextScope.TEST_METHOD;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return TYPES.contains(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    var type = parameter.getParameter().getType();
    if (type == Engine.class) {
      return run(context).engine();
    }
    boolean ofTest = type == Session.class || type == Statements.class;
    if (ofTest && context.getTestMethod().isEmpty()) {
      throw outsideTest("once for the class");
    }
    var workplace = workplace(context);
    if (type == Session.class) {
      return workplace.session();
    } else if (type == Statements.class) {
      return workplace.statements();
    }
    return type == Database.class ? workplace.database() : workplace.own();
  }

  @Override
  public void beforeTestExecution(ExtensionContext context) {
    var workplace =
        expected(context).isPresent() ? Optional.of(workplace(context)) : existing(context);
    workplace.ifPresent(it -> it.statements().beginTest());
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    if (context.getExecutionException().isEmpty()) {
      expected(context)
          .ifPresent(
              count -> workplace(context).statements().requireTestCount(subject(context), count));
      existing(context)
          .ifPresent(it ->
              it.statements().requireRepeatsAtMost(subject(context), allowedRepeats(context)));
    }
  }

  private static String subject(ExtensionContext context) {
    return "%s.%s on %s"
        .formatted(
            context.getRequiredTestClass().getSimpleName(),
            context.getRequiredTestMethod().getName(),
            run(context).engine());
  }

  /// What the method says, or else its class, or else those around it.
  private static int allowedRepeats(ExtensionContext context) {
    return AnnotationSupport.findAnnotation(context.getTestMethod(), AllowRepeats.class)
        .or(() ->
            AnnotationSupport.findAnnotation(
                context.getRequiredTestClass(),
                AllowRepeats.class,
                context.getEnclosingTestClasses()))
        .map(AllowRepeats::value)
        .orElse(Repeats.USUAL);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    existing(context).ifPresent(Workplace::close);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    existing(context).ifPresent(Workplace::close);
  }

  private static Optional<Integer> expected(ExtensionContext context) {
    return AnnotationSupport.findAnnotation(context.getTestMethod(), ExpectStatements.class)
        .map(ExpectStatements::value);
  }

  /// The run that this is a part of. What JUnit calls once for a class is outside of all runs;
  /// where there is a single one, it is taken as a part of that.
  private static EngineRun run(ExtensionContext context) {
    var run = store(context).get(EngineRun.class, EngineRun.class);
    if (run != null) {
      return run;
    }
    var runs = runs(context).toList();
    if (runs.size() != 1) {
      throw outsideTest("once for all engines of the class");
    }
    return runs.getFirst();
  }

  private static UsageException outsideTest(String when) {
    return new UsageException(
        "OutsideTest",
        "@AmbixTest: got a parameter of a method or constructor that runs "
            + when
            + ", expected one of a test or of @BeforeEach. Take it there.");
  }

  /// The workplace of this test or class. Stores show what stands in those above, so each level has
  /// a key of its own.
  private static Workplace workplace(ExtensionContext context) {
    return store(context)
        .computeIfAbsent(context.getUniqueId(), _ -> open(context), Workplace.class);
  }

  private static Optional<Workplace> existing(ExtensionContext context) {
    return Optional.ofNullable(store(context).get(context.getUniqueId(), Workplace.class));
  }

  private static Workplace open(ExtensionContext context) {
    var run = run(context);
    boolean committed = isCommitted(context);
    for (var above = context.getParent(); above.isPresent(); above = above.get().getParent()) {
      var found = existing(above.get()).filter(it -> it.isCommitted() == committed);
      if (found.isPresent()) {
        return found.get().within(run);
      }
    }
    return committed
        ? Workplace.committed(run, run.fresh(context))
        : Workplace.sandbox(run.shared(context));
  }

  private static boolean isCommitted(ExtensionContext context) {
    return AnnotationSupport.isAnnotated(context.getTestMethod(), Committed.class)
        || AnnotationSupport.findAnnotation(
                context.getRequiredTestClass(), Committed.class, context.getEnclosingTestClasses())
            .isPresent();
  }
}
