package dev.ambix.processor.read;

import java.util.Optional;

/// A place where JSON, or the answer to a request, takes in a class that does not belong there.
///
/// @param origin where it stands
/// @param subject the user's name for the place, such as `UserController.get`
/// @param type the class: an entity, or one with a sensitive field
/// @param sensitive the sensitive field; empty for an entity
public record JsonUse(Origin origin, String subject, TypeName type, Optional<String> sensitive) {}
