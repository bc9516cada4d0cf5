/// A JUnit extension that gives tests a database, rolls back what they did, counts statements, and
/// finds queries in loops.
///
/// Read [AmbixTest] first: a class with it runs once for each engine, and its methods may take a
/// `Database`, a `Session`, [Statements], an [Engine] or, when [Committed], a [TestDatabase].
/// [PostgresServer] is of use without JUnit as well.
///
/// Inside, `AmbixExtension` is the seam to JUnit, `EngineRun` one run of a class on one engine, and
/// a `Workplace` what a test or a class works on. What lives as long as the run of all tests stands
/// in JUnit's root store, which closes it: nothing here is static. Only sessions of the orm are
/// used, none of its inner packages, so that a test sees what a program sees.
@NullMarked
package dev.ambix.testing;

import org.jspecify.annotations.NullMarked;
