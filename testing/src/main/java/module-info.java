/// A JUnit extension that brings databases, rolls back and checks statements.
@org.jspecify.annotations.NullMarked
module dev.ambix.testing {
  requires static transitive org.jspecify;
  requires transitive dev.ambix.orm;
  requires transitive org.junit.jupiter.api;
}
