package dev.ambix.processor.read;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.annotation.processing.ProcessingEnvironment;
import org.jspecify.annotations.Nullable;

/// Finds the processing environment of javac where a build tool has put its own around it, as
/// Gradle and IntelliJ do. A wrapper holds what it wraps in a field, its own or its proxy's.
final class Wrapping {
  private Wrapping() {}

  /// What the function gives for the environment, or for the one inside it.
  static <T> Optional<T> unwrap(
      ProcessingEnvironment environment, Function<ProcessingEnvironment, Optional<T>> function) {
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    var open = new ArrayDeque<ProcessingEnvironment>();
    open.add(environment);
    while (!open.isEmpty()) {
      var next = open.poll();
      if (!seen.add(next)) {
        continue;
      }
      var found = function.apply(next);
      if (found.isPresent()) {
        return found;
      }
      collect(next, open);
      if (Proxy.isProxyClass(next.getClass())) {
        collect(Proxy.getInvocationHandler(next), open);
      }
    }
    return Optional.empty();
  }

  private static void collect(Object holder, ArrayDeque<ProcessingEnvironment> open) {
    for (Class<?> type = holder.getClass(); type != null; type = type.getSuperclass()) {
      for (var field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())
            && value(field, holder) instanceof ProcessingEnvironment inner) {
          open.add(inner);
        }
      }
    }
  }

  private static @Nullable Object value(Field field, Object holder) {
    try {
      return !field.getType().isPrimitive() && field.trySetAccessible() ? field.get(holder) : null;
    } catch (IllegalAccessException _) {
      return null; // not a wrapper that can be seen through
    }
  }
}
