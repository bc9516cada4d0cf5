package dev.ambix.migrate.autogenerate;

import dev.ambix.dialect.Dialect;
import dev.ambix.migrate.ddl.ChangeWriter;
import dev.ambix.migrate.inspect.Catalog;
import dev.ambix.schema.Schema;
import java.util.List;

/// What reads, compares and changes the schemas of an engine. Stateless and safe for any thread.
public final class Platform {
  private final Dialect dialect;
  private final Catalog catalog;
  private final ChangeWriter writer;

  private Platform(Dialect dialect, Catalog catalog, ChangeWriter writer) {
    this.dialect = dialect;
    this.catalog = catalog;
    this.writer = writer;
  }

  /// PostgreSQL 13 and later.
  public static Platform postgresql() {
    return new Platform(Dialect.postgresql(), Catalog.postgresql(), ChangeWriter.postgresql());
  }

  /// SQLite 3.35 and later.
  public static Platform sqlite() {
    return new Platform(
        Dialect.sqlite(new Schema(List.of())), Catalog.sqlite(), ChangeWriter.sqlite());
  }

  /// The name of the engine, as URLs write it.
  public String name() {
    return dialect.name();
  }

  /// The statements that make a schema of the models.
  public List<String> create(Schema models) {
    return dialect.create(models);
  }

  /// Reads schemas.
  public Catalog catalog() {
    return catalog;
  }

  /// Writes changes.
  public ChangeWriter writer() {
    return writer;
  }
}
