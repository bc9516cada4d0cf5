package dev.ambix.testing;

import dev.ambix.mapping.Mapping;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/// Runs the tests of a class, and of the classes nested in it, once on each engine, in a database
/// with the tables of the entities. What a test does is rolled back after it, over any number of
/// sessions and threads; with [Committed] it has a database of its own.
///
/// Test methods, lifecycle methods and constructors may take parameters of these types:
///
/// - `Database`: the test's sandbox (`Database.sandbox`), where a transaction is a savepoint.
/// - `dev.ambix.session.Session`: opened on that database on the thread of the test, and closed
///   after it.
/// - [Statements]: what the test has sent to the database.
/// - [Engine]: what it runs on.
/// - [TestDatabase]: a database with a URL, for [Committed] tests.
///
/// A `Database` that `@BeforeAll` takes, or the constructor of an instance that lives for the
/// class, is the sandbox of the class: the tests see what that has put there, and are rolled back
/// to it. JUnit calls these once for all engines, so they may do so where there is a single one, or
/// in a class nested in this one.
///
/// Transactions of a sandbox take turns, each from its first statement to its end; the reads of a
/// session that has not written hold nothing. The sandbox is one transaction, so what only several
/// show takes [Committed]: isolation, locks, constraints that are checked at the commit.
///
/// A test fails when it sends one query again and again from one place; see [AllowRepeats].
///
/// Where JUnit runs classes side by side, those with sandboxes on the same engine go one by one.
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ClassTemplate
@ResourceLock(providers = EngineLocks.class)
@ExtendWith(AmbixExtension.class)
public @interface AmbixTest {
  /// The engines to run on, one after the other.
  Engine[] engines() default Engine.SQLITE;

  /// The mappings to use in place of all that the class path provides, such as `User_.class`. Each
  /// has a constructor without parameters.
  Class<? extends Mapping<?>>[] mappings() default {};
}
