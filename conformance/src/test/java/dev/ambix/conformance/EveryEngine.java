package dev.ambix.conformance;

import dev.ambix.testing.AmbixTest;
import dev.ambix.testing.Engine;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Runs the tests of a class on every engine.
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@AmbixTest(engines = {Engine.SQLITE, Engine.POSTGRESQL})
public @interface EveryEngine {}
