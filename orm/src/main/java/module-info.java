/// Databases, sessions, queries and the unit of work.
@org.jspecify.annotations.NullMarked
module dev.ambix.orm {
  requires static transitive org.jspecify;
  requires transitive dev.ambix.schema;
  requires transitive java.sql;

  exports dev.ambix.error;
  exports dev.ambix.mapping;
  exports dev.ambix.query;
  exports dev.ambix.session;
  exports dev.ambix.type;

  uses dev.ambix.mapping.Mapping;
}
