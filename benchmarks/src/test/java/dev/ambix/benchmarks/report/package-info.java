/// Tests of what is written of a run.
///
/// They make up the figures; what measures them is not tested here. The page that comes out is
/// compared line by line, since readers and their eyes depend on it.
@NullMarked
package dev.ambix.benchmarks.report;

import org.jspecify.annotations.NullMarked;
