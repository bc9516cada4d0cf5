@NullMarked
package dev.ambix.accounts.operations;

import org.jspecify.annotations.NullMarked;
