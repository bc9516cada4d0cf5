package dev.ambix.processor.read;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/// Finds what the module of this compilation provides, where its `module-info.java` is part of it.
public final class ModuleReader {
  private final ProcessingEnvironment environment;
  private @Nullable String module;

  public ModuleReader(ProcessingEnvironment environment) {
    this.environment = environment;
  }

  /// Looks for the module in this round.
  public void next(RoundEnvironment round) {
    ElementFilter.modulesIn(round.getRootElements()).stream()
        .map(each -> each.getQualifiedName().toString())
        .findFirst()
        .ifPresent(name -> module = name);
  }

  /// The module and the mappings that it provides. To be asked when all classes are written, since
  /// javac looks for what a module provides then.
  public Optional<Provided> provided() {
    return Optional.ofNullable(module)
        .map(environment.getElementUtils()::getModuleElement)
        .map(element ->
            new Provided(
                new ElementOrigin(environment.getMessager(), element, null),
                element.getQualifiedName().toString(),
                mappings(element)));
  }

  private static Set<String> mappings(ModuleElement module) {
    return ElementFilter.providesIn(module.getDirectives()).stream()
        .filter(each -> each.getService().getQualifiedName().contentEquals(SERVICE))
        .flatMap(each -> each.getImplementations().stream())
        .map(each -> each.getQualifiedName().toString())
        .collect(Collectors.toSet());
  }

  private static final String SERVICE = "dev.ambix.mapping.Mapping";

  /// What a module provides.
  ///
  /// @param mappings the qualified names of its mappings
  public record Provided(Origin origin, String name, Set<String> mappings) {}
}
