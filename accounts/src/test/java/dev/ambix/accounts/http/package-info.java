@NullMarked
package dev.ambix.accounts.http;

import org.jspecify.annotations.NullMarked;
