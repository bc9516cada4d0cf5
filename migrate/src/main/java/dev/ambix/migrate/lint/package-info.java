/// Finds what would hurt in revisions, without a database.
///
/// Read [Lint] first, then [Rule], the closed list of what it finds; `docs/lint/` has a page for
/// each. [RevisionLint] and [AlterLint] are the rules. [Clauses] takes a statement apart as far as
/// they need it; [KnownTables] remembers what the revisions before have made.
///
/// It reads SQL by patterns, not by a grammar: what it does not recognise it passes over, and what
/// it finds wrongly is accepted by `-- lint-ignore Rule: reason` in the file.
package dev.ambix.migrate.lint;
