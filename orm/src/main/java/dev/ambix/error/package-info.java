/// What Ambix throws: one sealed root, one type for each thing that a caller may want to handle.
///
/// Read [AmbixException] first. The dialects turn an engine's error into one of these types, so
/// that no `SQLException` and no vendor code reaches a user. `docs/errors.md` lists the codes.
///
/// Nothing here depends on another package. The fields are the user's own names (tables, columns,
/// entities). A message may hold SQL and keys, never another bound value: values can be secrets.
package dev.ambix.error;
