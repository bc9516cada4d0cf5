@NullMarked
package dev.ambix.helidon;

import org.jspecify.annotations.NullMarked;
