package dev.ambix.mapping;

import dev.ambix.type.Converter;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Maps an attribute through a converter.
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Convert {
  /// The converter; it has a public constructor without parameters.
  Class<? extends Converter<?, ?>> value();
}
