package dev.ambix.processor;

import dev.ambix.processor.check.Code;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/// Reads entities and projections, checks them, and writes their columns and mappings. It also
/// checks SQL text in every class of the compilation.
public final class AmbixProcessor extends AbstractProcessor {
  private @Nullable Compilation compilation;

  /// Made by javac.
  public AmbixProcessor() {}

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("*"); // SQL text stands in classes without annotations, too
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    guard(() -> {
      var started = new Compilation(environment);
      started.watchSqlText();
      compilation = started;
    });
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    var current = compilation;
    if (current != null) {
      guard(() -> current.process(annotations, round));
    }
    return false; // other processors may want the same annotations
  }

  /// Runs a step. A defect of the processor becomes an error of the compilation: an exception would
  /// end javac without a word about the class that caused it.
  void guard(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException | LinkageError e) {
      var trace =
          Arrays.stream(e.getStackTrace())
              .limit(10)
              .map(frame -> "\n  at " + frame)
              .collect(Collectors.joining());
      processingEnv
          .getMessager()
          .printMessage(
              Diagnostic.Kind.ERROR,
              Code.ProcessorDefect.format(
                  "the annotation processor",
                  "it has a defect; got %s, expected none. Report it with this text.%s"
                      .formatted(e, trace)));
    }
  }
}
