@NullMarked
package dev.ambix.accounts.passwords;

import org.jspecify.annotations.NullMarked;
