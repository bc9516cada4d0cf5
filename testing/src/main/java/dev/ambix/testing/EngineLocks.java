package dev.ambix.testing;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/// Keeps classes apart whose sandboxes are in the same database, where JUnit runs classes side by
/// side: one would wait for the locks of the other, or they for each other's.
final class EngineLocks implements ResourceLocksProvider {
  @Override
  public Set<Lock> provideForClass(Class<?> testClass) {
    if (AnnotationSupport.isAnnotated(testClass, Committed.class)) {
      return Set.of();
    }
    return AnnotationSupport.findAnnotation(testClass, AmbixTest.class).stream()
        .flatMap(test -> Arrays.stream(test.engines()))
        .map(engine -> new Lock(EngineLocks.class.getName() + "." + engine))
        .collect(Collectors.toSet());
  }
}
