package dev.ambix.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A class whose objects are rows of a table. It is final, has a constructor without parameters of
/// any visibility, and its fields that are neither static nor `@Transient` are its attributes: not
/// final, NOT NULL unless `@Nullable`. The processor writes `X_` beside it, with its typed columns.
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Entity {}
