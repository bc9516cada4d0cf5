/// The session of a request, and database errors as HTTP problems, for any HTTP server.
@org.jspecify.annotations.NullMarked
module dev.ambix.web {
  requires static transitive org.jspecify;
  requires transitive dev.ambix.orm;

  exports dev.ambix.web;
}
