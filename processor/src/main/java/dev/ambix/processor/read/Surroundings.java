package dev.ambix.processor.read;

/// What the generated code of this compilation may rely on.
///
/// @param generated whether `javax.annotation.processing.Generated` can be named
/// @param jspecify whether `org.jspecify.annotations.Nullable` can be named
/// @param namedModule whether the classes belong to a named module
public record Surroundings(boolean generated, boolean jspecify, boolean namedModule) {}
