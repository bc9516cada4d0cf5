/// That the contestants do the same work, on both engines.
@NullMarked
package dev.ambix.benchmarks;

import org.jspecify.annotations.NullMarked;
