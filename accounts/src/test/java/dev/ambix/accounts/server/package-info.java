@NullMarked
package dev.ambix.accounts.server;

import org.jspecify.annotations.NullMarked;
