/// The contestants: the same work, each written as the contestant's own documentation advises.
///
/// Read `Peer` first, then `JdbcPeer`: the work done by hand, which the others are measured
/// against. `Sample` makes the data, and `Shelf` that of the associations. `AmbixCustomer`,
/// `HibernateCustomer` and `Customer` are the same entity, mapped by annotations of their own, or
/// not at all; so are those called book and writer.
///
/// All use the same table, which `Stage` makes, and the same settings of the connections. A choice
/// that helps or hinders a contestant is explained where it is made.
@NullMarked
package dev.ambix.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
