/// Writes what a run has measured: a page of Markdown, a chart for each work, and JMH's raw data.
///
/// `Report` puts them together, `Summary` on top. `Figures` takes the medians of all iterations of
/// all rounds, `Chart` draws bars as SVG by hand, in colours that can be read on white and on
/// black, and `Machine` tells what the run was done on.
///
/// Nothing here knows how anything is measured. The files are written by the program and by nobody
/// else: who wants other figures makes another run.
@NullMarked
package dev.ambix.benchmarks.report;

import org.jspecify.annotations.NullMarked;
