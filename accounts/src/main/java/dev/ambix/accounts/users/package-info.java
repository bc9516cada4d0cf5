/// Users: who has an account, and the API to manage them.
///
/// Read `UserController` first. [User] is the entity; [UserOut] is a projection of it, so that what
/// is answered is what is read, and a hash cannot be. [UserCreate] and [UserPatch] are what clients
/// send: one type for each direction of travel.
///
/// Two names that people take for the same are the same: [Username] folds them to a key, and the
/// database keeps the key unique, so that two sign-ups at once cannot both win.
@NullMarked
package dev.ambix.accounts.users;

import org.jspecify.annotations.NullMarked;
