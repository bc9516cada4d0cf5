/// Ambix beside hand-written JDBC, Hibernate and jOOQ: what each takes, in time and memory, for the
/// same work on the same data.
///
/// Start with `Bench`, the command, and `Work`, the list of what is measured. `Measurements` holds
/// the methods that JMH calls; each measurement runs in a JVM of its own. `Stage` prepares an
/// engine for one of them. How each contestant does the work stands in `peer`, and `report` writes
/// what came out.
///
/// JMH runs a work's contestants one after the other, and a full run does all of that in rounds, so
/// that what else the machine does falls on all alike. Only figures of one run can be compared.
@NullMarked
package dev.ambix.benchmarks;

import org.jspecify.annotations.NullMarked;
