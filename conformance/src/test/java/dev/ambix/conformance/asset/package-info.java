/// Entities of a sealed hierarchy in joined tables.
///
/// [Asset] has a table, and [Vehicle], [House] and [Idea] have one each, whose key is that of the
/// root. A [Policy] refers to the root and to a subtype, and a vehicle to a [Garage], which knows
/// its vehicles.
package dev.ambix.conformance.asset;
