/// Turns plans into Java: the last of the processor's three stages.
///
/// Read [EntityWriter] first; it puts a class together from what the other writers give, one for
/// each part of the class. [Values] has the expressions that move one value between a row, an
/// object and a column. [Imports] and [GeneratedNames] keep the user's names and ours apart.
///
/// What is written depends on the plan alone, has no dates, and reads as if written by hand: users
/// step through it in a debugger. It names `dev.ambix.mapping`, `dev.ambix.query`,
/// `dev.ambix.type`, `dev.ambix.schema.OnDelete`, the user's types and the JDK.
///
/// Nothing here reports a diagnostic: a plan that cannot be written is a defect of the check.
package dev.ambix.processor.write;
