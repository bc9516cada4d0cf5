/// The session of a request, and the problem that answers an error.
@org.jspecify.annotations.NullMarked
module dev.ambix.web {
  requires static transitive org.jspecify;
  requires transitive dev.ambix.orm;
}
