/// Revisions of a database schema: written from the models, run, and checked.
@org.jspecify.annotations.NullMarked
module dev.ambix.migrate {
  requires static transitive org.jspecify;
  requires transitive dev.ambix.orm;
  requires transitive dev.ambix.schema;
  requires transitive java.sql;
  requires info.picocli;
  requires java.logging;

  exports dev.ambix.migrate;
  exports dev.ambix.migrate.autogenerate;
  exports dev.ambix.migrate.ddl;
  exports dev.ambix.migrate.graph;
  exports dev.ambix.migrate.inspect;
  exports dev.ambix.migrate.lint;
  exports dev.ambix.migrate.measure;
  exports dev.ambix.migrate.models;
  exports dev.ambix.migrate.revision;
  exports dev.ambix.migrate.run;
  exports dev.ambix.migrate.verify;

  uses dev.ambix.mapping.Mapping;

  opens dev.ambix.migrate.command to
      info.picocli;
}
