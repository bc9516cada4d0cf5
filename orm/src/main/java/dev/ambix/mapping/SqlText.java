package dev.ambix.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A parameter that takes only a compile-time constant, so that no input can become SQL text. The
/// processor checks every call in the compilation (`SqlNotConstant`). A method that passes its own
/// parameter on marks that one too.
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface SqlText {}
