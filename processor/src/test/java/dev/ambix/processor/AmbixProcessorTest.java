package dev.ambix.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.junit.jupiter.api.Test;

/// How the processor gets on with the compiler that runs it.
class AmbixProcessorTest {
  private static final String UNCHECKED =
      """
      package shop;

      import dev.ambix.mapping.SqlText;

      class Place {
        static void run(@SqlText String sql) {}

        void test(String plain) {
          run(plain);
        }
      }
      """;

  /// Runs the processor in an environment that is not javac's own.
  private static final class Around extends AbstractProcessor {
    private final AmbixProcessor inner = new AmbixProcessor();
    private final UnaryOperator<ProcessingEnvironment> wrapper;

    Around(UnaryOperator<ProcessingEnvironment> wrapper) {
      this.wrapper = wrapper;
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
      super.init(environment);
      inner.init(wrapper.apply(environment));
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return inner.getSupportedAnnotationTypes();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return inner.getSupportedSourceVersion();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      inner.process(annotations, round);
      return false;
    }
  }

  /// An environment as a build tool makes it.
  private record Wrapped(ProcessingEnvironment delegate) implements ProcessingEnvironment {
    @Override
    public Map<String, String> getOptions() {
      return delegate.getOptions();
    }

    @Override
    public Messager getMessager() {
      return delegate.getMessager();
    }

    @Override
    public Filer getFiler() {
      return delegate.getFiler();
    }

    @Override
    public Elements getElementUtils() {
      return delegate.getElementUtils();
    }

    @Override
    public Types getTypeUtils() {
      return delegate.getTypeUtils();
    }

    @Override
    public SourceVersion getSourceVersion() {
      return delegate.getSourceVersion();
    }

    @Override
    public Locale getLocale() {
      return delegate.getLocale();
    }
  }

  private static ProcessingEnvironment proxy(Supplier<ProcessingEnvironment> environment) {
    return (ProcessingEnvironment)
        Proxy.newProxyInstance(
            AmbixProcessorTest.class.getClassLoader(),
            new Class<?>[] {ProcessingEnvironment.class},
            (_, method, arguments) -> method.invoke(environment.get(), arguments));
  }

  private static Compiler compiler() {
    return Compiler.of("shop/Place.java", UNCHECKED);
  }

  @Test
  void claimsItsAnnotationsUnderEveryWarningOfJavac() {
    var entity =
        """
        package shop;

        import dev.ambix.mapping.*;

        @Entity
        @Table("tags")
        final class Tag {
          @Id @Length(20) private String name = "";
        }
        """;
    var all =
        new Compiler(
            Map.of("shop/Tag.java", entity),
            List.of("-Xlint:all", "-Werror"),
            List.of(new AmbixProcessor(), new AnnotationClaim()),
            Map.of());

    assertThat(all.compile().messages()).isEmpty();
  }

  @Test
  void checksSqlTextThroughWrappers() {
    assertThat(compiler().with(new Around(Wrapped::new)).compile().messages())
        .singleElement()
        .asString()
        .contains("[SqlNotConstant]");
    assertThat(
            compiler()
                .with(new Around(environment -> new Wrapped(new Wrapped(environment))))
                .compile()
                .messages())
        .singleElement()
        .asString()
        .contains("[SqlNotConstant]");
  }

  @Test
  void checksSqlTextThroughProxies() {
    var proxied =
        new Around(environment ->
            (ProcessingEnvironment)
                Proxy.newProxyInstance(
                    AmbixProcessorTest.class.getClassLoader(),
                    new Class<?>[] {ProcessingEnvironment.class},
                    (_, method, arguments) -> method.invoke(environment, arguments)));

    assertThat(compiler().with(proxied).compile().messages())
        .singleElement()
        .asString()
        .contains("[SqlNotConstant]");
  }

  @Test
  void saysThatSqlTextIsNotCheckedByAnotherCompiler() {
    var hidden = new Around(environment -> proxy(() -> environment));

    assertThat(compiler().with(hidden).compile().messages())
        .containsExactly(
            "[SqlTextUnchecked] SQL text: it is not checked for constants; got a compiler that is not"
                + " javac, expected javac. Compile with javac too, in the build.");
  }

  @Test
  void turnsADefectIntoAnError() {
    var processor = new AmbixProcessor();
    var defect =
        new AbstractProcessor() {
          @Override
          public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
          }

          @Override
          public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!round.processingOver()) {
              processor.init(processingEnv);
              processor.guard(() -> {
                throw new IllegalStateException("odd");
              });
            }
            return false;
          }
        };

    assertThat(Compiler.of("shop/Empty.java", "class Empty {}").with(defect).compile().messages())
        .filteredOn(message -> message.contains("[ProcessorDefect]"))
        .singleElement()
        .asString()
        .contains(
            "the annotation processor: it has a defect; got java.lang.IllegalStateException: odd,"
                + " expected none. Report it with this text.\n")
        .contains("  at dev.ambix.processor.AmbixProcessor");
  }
}
