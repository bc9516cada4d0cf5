package dev.ambix.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Gives a test, or each test of a class, an empty database of its own in place of a sandbox. Its
/// transactions are real, and so are its connections: on SQLite it is a file in WAL mode, on
/// PostgreSQL a database of the server. It is dropped after the test.
///
/// When `@BeforeAll` asks for the database, all tests of the class share that one.
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Committed {}
