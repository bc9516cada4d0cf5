package dev.ambix.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.mapping.EntityMapping;
import dev.ambix.mapping.Mapping;
import dev.ambix.mapping.ProjectionMapping;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/// What javac made of sources.
///
/// @param succeeded whether it made classes
/// @param diagnostics what it said
/// @param files what it wrote, by path
record Compiled(
    boolean succeeded,
    List<Diagnostic<? extends JavaFileObject>> diagnostics,
    Map<String, byte[]> files) {
  /// What javac said, a line each: `shop/User.java:3: [Code] …`.
  List<String> messages() {
    return diagnostics.stream().map(Compiled::message).sorted().toList();
  }

  private static String message(Diagnostic<? extends JavaFileObject> diagnostic) {
    var source = diagnostic.getSource();
    var place =
        source == null
            ? ""
            : source.toUri().getPath().substring(1) + ":" + diagnostic.getLineNumber() + ": ";
    return place + diagnostic.getMessage(Locale.ROOT);
  }

  /// The same, after it has made sure that javac had nothing to say.
  Compiled clean() {
    assertThat(messages()).isEmpty();
    assertThat(succeeded).isTrue();
    return this;
  }

  /// The text of a file.
  String text(String path) {
    assertThat(files).containsKey(path);
    return new String(files.get(path), StandardCharsets.UTF_8);
  }

  /// The mapping that was generated for an entity.
  @SuppressWarnings("unchecked") // entities of tests have no static type here
  EntityMapping<Object> entity(String generated) {
    return (EntityMapping<Object>) mapping(generated);
  }

  /// The mapping that was generated for a projection.
  ProjectionMapping<?> projection(String generated) {
    return (ProjectionMapping<?>) mapping(generated);
  }

  private Mapping<?> mapping(String generated) {
    try {
      return (Mapping<?>) load(generated).getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(generated, e);
    }
  }

  /// A class that was compiled.
  Class<?> load(String name) {
    try {
      return Class.forName(name, true, loader());
    } catch (ClassNotFoundException e) {
      throw new LinkageError(name + " is none of\n" + String.join("\n", files.keySet()), e);
    }
  }

  /// A class loader of what was compiled.
  ClassLoader loader() {
    return new Loader(files);
  }

  /// Loads classes and resources from memory.
  private static final class Loader extends ClassLoader {
    private final Map<String, byte[]> files;

    Loader(Map<String, byte[]> files) {
      super(Compiled.class.getClassLoader());
      this.files = files;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      var bytes = files.get(name.replace('.', '/') + ".class");
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
      var bytes = files.get(name);
      return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
    }
  }
}
