package dev.ambix.processor.write;

import static java.util.stream.Collectors.joining;

import dev.ambix.processor.check.AttributePlan;
import dev.ambix.processor.read.Declaration.Constructor;
import dev.ambix.processor.read.TypeName;

/// Writes the handles of an entity's fields and constructor, and what makes a new object. Handles
/// reach private fields without reflection at run time, and the compiler of the virtual machine
/// sees through them because they are constants.
record HandlesWriter(Part part) {
  String handles() {
    var handle = part.imports().of("VarHandle");
    var declarations =
        part.plan().attributes().stream()
            .map(each ->
                "  private static final %s %s;\n".formatted(handle, part.names().handle(each)))
            .collect(joining());
    var finders = part.plan().attributes().stream().map(this::finder).collect(joining());
    if (hasPrivateConstructor()) {
      declarations +=
          "  private static final %s %s;\n"
              .formatted(part.imports().of("MethodHandle"), part.names().constructor());
      finders +=
          "      %s = lookup.findConstructor(%s.class, %s.methodType(void.class));\n"
              .formatted(
                  part.names().constructor(), part.entity(), part.imports().of("MethodType"));
    }
    return """

    %s
      static {
        try {
          var lookup = %s.privateLookupIn(%s.class, %2$s.lookup());
    %4$s    } catch (ReflectiveOperationException e) {
          throw new ExceptionInInitializerError(e);
        }
      }
    """
        .formatted(declarations, part.imports().of("MethodHandles"), part.entity(), finders);
  }

  private String finder(AttributePlan attribute) {
    return "      %s = %s.findVarHandle(%s.class, %s, %s).withInvokeExactBehavior();\n"
        .formatted(
            part.names().handle(attribute),
            part.plan().inheritedFrom(attribute).map(this::lookup).orElse("lookup"),
            part.entity(),
            Literal.of(attribute.path()),
            part.imports().literal(attribute.type()));
  }

  private String lookup(TypeName owner) {
    return "%s.privateLookupIn(%s.class, %1$s.lookup())"
        .formatted(part.imports().of("MethodHandles"), part.imports().of(owner));
  }

  private boolean hasPrivateConstructor() {
    return part.plan().declaration().constructor() == Constructor.PRIVATE;
  }

  String create() {
    if (!hasPrivateConstructor()) {
      return """

        @Override
        public %s create() {
          return new %1$s();
        }
      """
          .formatted(part.entity());
    }
    return """

      @Override
      public %s create() {
        try {
          return (%1$s) %s.invokeExact();
        } catch (RuntimeException | Error e) {
          throw e;
        } catch (Throwable e) {
          throw new IllegalStateException(e); // the constructor declares no checked exception
        }
      }
    """
        .formatted(part.entity(), part.names().constructor());
  }
}
