/// What holds for the whole of Ambix, whichever engine runs below it.
///
/// [CodebaseTest] holds the rules for our own sources: lengths, names, package docs and the
/// directions in which packages depend on each other. [Codebase] reads those sources,
/// [CodebaseRules] judges them, and [CodebaseRulesTest] shows on small bad trees that each rule
/// bites.
package dev.ambix.conformance;
