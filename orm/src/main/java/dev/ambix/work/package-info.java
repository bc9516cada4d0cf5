/// The unit of work as data: what a flush has to do, and in which order.
///
/// Read [Plan] first. A [Change] is what happens to one row; a [Batch] holds those that one
/// statement shape does. [Dependencies] finds which rows must wait for which, [Graph] orders them
/// and opens circles.
///
/// Nothing here sends SQL or knows a session, so that orders can be tested as data. Foreign keys
/// count only between rows of the same flush: rows that are in the database already need no order.
package dev.ambix.work;
