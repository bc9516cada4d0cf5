package dev.ambix.processor.read;

/// An annotation of a mapping on a class, or in a class, that is not mapped.
///
/// @param origin where it stands
/// @param annotation its simple name
/// @param subject the user's name for what it stands on
public record Stray(Origin origin, String annotation, String subject) {}
