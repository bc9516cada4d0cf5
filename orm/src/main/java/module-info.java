/// Databases, sessions, queries and the unit of work.
@SuppressWarnings({
  "requires-automatic", // pgjdbc has a name, but no descriptor
  "module" // the migration tool, which sees inside, is built after this
})
@org.jspecify.annotations.NullMarked
module dev.ambix.orm {
  requires static transitive org.jspecify;
  requires transitive dev.ambix.schema;
  requires transitive java.sql;
  requires static org.checkerframework.checker.qual; // annotations of pgjdbc
  requires static org.postgresql.jdbc;
  requires static org.xerial.sqlitejdbc;

  exports dev.ambix.dialect to
      dev.ambix.migrate;
  exports dev.ambix.driver to
      dev.ambix.migrate;
  exports dev.ambix.entity to
      dev.ambix.migrate;
  exports dev.ambix.error;
  exports dev.ambix.jdbc to
      dev.ambix.migrate;
  exports dev.ambix.mapping;
  exports dev.ambix.query;
  exports dev.ambix.session;
  exports dev.ambix.type;

  uses dev.ambix.mapping.Mapping;
}
