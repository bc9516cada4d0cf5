/// The reference service of Ambix: user accounts as a JSON API.
///
/// Start with `server`, which puts the rest together: `Service` shows the whole way of a request.
/// `users` is the feature that the service is for, and how a feature looks: its entity, controller,
/// inputs and views in one package. `passwords` hashes, `http` reads and checks what clients send,
/// `operations` is for those who run the service.
///
/// A feature may use `passwords` and `http`; nothing uses `server`.
@NullMarked
package dev.ambix.accounts;

import org.jspecify.annotations.NullMarked;
