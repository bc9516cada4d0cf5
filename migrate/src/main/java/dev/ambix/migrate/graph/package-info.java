/// The graph of all revisions, in memory: what follows what, and what a target means.
///
/// Read [History] first: it holds the revisions, checks that they fit together, and answers what is
/// above and below. [Targets] turns what a user writes (`head`, `label@head`, `+2`) into a set of
/// revisions to have, and [Plan] that set into steps, parents first.
///
/// Pure: no file, no database. What is applied comes in as a set of ids.
package dev.ambix.migrate.graph;
