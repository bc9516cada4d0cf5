package dev.ambix.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A [Many] of the entities that refer to this one by an attribute of theirs.
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface OneToMany {
  /// Their attribute that refers to this entity.
  String mappedBy();

  /// Whether an object that is taken out is removed; else its reference becomes empty, which must
  /// be optional.
  boolean orphanRemoval() default false;
}
