@NullMarked
package dev.ambix.accounts.users;

import org.jspecify.annotations.NullMarked;
