/// A session per request and problems as answers, for Helidon SE.
@org.jspecify.annotations.NullMarked
module dev.ambix.helidon {
  requires static transitive org.jspecify;
  requires transitive dev.ambix.web;
  requires transitive io.helidon.webserver;

  exports dev.ambix.helidon;
}
