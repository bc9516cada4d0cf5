package dev.ambix.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// An attribute that no answer and no log may hold, such as a password hash. A projection that
/// names it does not compile.
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Sensitive {}
