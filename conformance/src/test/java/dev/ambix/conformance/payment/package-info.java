/// Entities of a sealed hierarchy in a single table.
///
/// [Payment] and its subtypes stand in one table; they belong to a [Payer] and use a [Bank], and a
/// [Receipt] refers to the root and to a subtype.
///
/// [Transfer] and [DirectDebit] have a sealed class between them and the root.
package dev.ambix.conformance.payment;
