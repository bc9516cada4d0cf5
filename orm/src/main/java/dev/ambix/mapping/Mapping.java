package dev.ambix.mapping;

/// How a class is read from rows. The processor writes one for each entity and each projection, and
/// registers it as a service of this type, which is how `Database.open` finds it: on the class path
/// through `META-INF/services`; a named module says `provides dev.ambix.mapping.Mapping with …`.
///
/// @param <T> the class
public sealed interface Mapping<T> permits EntityMapping, ProjectionMapping {
  /// The class that is mapped.
  Class<T> type();
}
