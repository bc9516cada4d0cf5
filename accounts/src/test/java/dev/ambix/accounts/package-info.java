/// The service as its clients see it: a real server, a real database.
@NullMarked
package dev.ambix.accounts;

import org.jspecify.annotations.NullMarked;
