package dev.ambix.testing;

import dev.ambix.error.UsageException;
import dev.ambix.mapping.Mapping;
import dev.ambix.session.Database;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;

/// One run of a test class on one engine.
///
/// @param engine the engine
/// @param mappings the mappings that it uses; empty for all that the class path provides
record EngineRun(Engine engine, List<Class<? extends Mapping<?>>> mappings)
    implements ClassTemplateInvocationContext {
  @Override
  public String getDisplayName(int invocationIndex) {
    return engine.toString();
  }

  @Override
  public void prepareInvocation(ExtensionContext context) {
    AmbixExtension.store(context).put(EngineRun.class, this);
  }

  /// The database in which the tests of all classes with these settings have their sandboxes.
  Database shared(ExtensionContext context) {
    // JUnit closes what came last first, so the server must be there before its databases.
    Supplier<String> url =
        switch (engine) {
          case SQLITE -> () -> "sqlite::memory:";
          case POSTGRESQL -> server(context)::createDatabase;
        };
    return AmbixExtension.store(context.getRoot())
        .computeIfAbsent(this, _ -> withTables(url.get()), Database.class);
  }

  /// An empty database for one test.
  OwnDatabase fresh(ExtensionContext context) {
    return switch (engine) {
      case SQLITE -> {
        var folder =
            TemporaryFolder.create(Path.of(System.getProperty("java.io.tmpdir")), "ambix-test-");
        yield new OwnDatabase(
            "sqlite:" + folder.resolve("test.db"), () -> TemporaryFolder.delete(folder));
      }
      case POSTGRESQL -> {
        var server = server(context);
        var url = server.createDatabase();
        yield new OwnDatabase(url, () -> server.dropDatabase(url));
      }
    };
  }

  /// A database at a URL, and what drops it.
  record OwnDatabase(String url, Runnable drop) {}

  private static PostgresServer server(ExtensionContext context) {
    return AmbixExtension.store(context.getRoot())
        .computeIfAbsent(PostgresServer.class, _ -> PostgresServer.start(), PostgresServer.class);
  }

  /// Opens a database and makes its tables.
  Database withTables(String url) {
    var builder = Database.builder(url);
    if (!mappings.isEmpty()) {
      builder.mappings(instances());
    }
    var database = builder.open();
    try {
      database.createAll();
      return database;
    } catch (RuntimeException failure) {
      database.close();
      throw failure;
    }
  }

  List<Mapping<?>> instances() {
    var made = new ArrayList<Mapping<?>>();
    for (var mapping : mappings) {
      made.add(instance(mapping));
    }
    return made;
  }

  private static Mapping<?> instance(Class<? extends Mapping<?>> mapping) {
    try {
      var constructor = mapping.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (ReflectiveOperationException error) {
      throw new UsageException(
          "MappingNotMade",
          "@AmbixTest: got the mapping "
              + mapping.getName()
              + ", expected one with a constructor without parameters that does not throw.",
          error);
    }
  }
}
