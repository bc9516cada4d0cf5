package dev.ambix.processor;

import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/// Says that the annotations of Ambix are processed, so that javac does not warn of them under
/// `-Xlint:processing`. [AmbixProcessor] cannot: it looks at every class, and what a processor of
/// every annotation claims, no other one sees.
public final class AnnotationClaim extends AbstractProcessor {
  /// Made by javac.
  public AnnotationClaim() {}

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("dev.ambix.mapping.*", "javax.annotation.processing.Generated");
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  @SuppressWarnings("DoNotClaimAnnotations") // they are ours, and to claim them is all that it does
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    return true;
  }
}
