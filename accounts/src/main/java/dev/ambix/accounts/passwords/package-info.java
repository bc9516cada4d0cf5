/// Passwords: which are good enough, and what is kept of them.
///
/// Read [Passwords] first. [ValidPassword] is the rule for new ones: long rather than complicated,
/// and none that everybody uses. The hash is Argon2id by Password4j; a PHC string says how it was
/// made, so that the cost can be raised later.
///
/// Hashing is slow on purpose, so nobody hashes while holding a database connection.
@NullMarked
package dev.ambix.accounts.passwords;

import org.jspecify.annotations.NullMarked;
