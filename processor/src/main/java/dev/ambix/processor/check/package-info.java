/// Turns declarations into plans and diagnostics: the second of the processor's three stages.
///
/// Read [Code] first, the list of everything that can be wrong, then [EntityCheck] and
/// [ProjectionCheck]. A check gives a plan, such as [EntityPlan], when it has found nothing wrong,
/// and nothing when it has: what is written later comes from plans alone and needs no check of its
/// own.
///
/// A mapping that is not supported is a diagnostic, never ignored. Every diagnostic says what is
/// wrong, what was found, what was expected and how to fix it, in the user's own names.
///
/// Nothing here knows `javax.lang.model`, and nothing writes Java.
package dev.ambix.processor.check;
