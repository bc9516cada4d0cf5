/// Finds what would hurt in revisions, without a database.
///
/// Read [Lint] first, then [Rule], the closed list of what it finds; `docs/lint/` has a page for
/// each. [Clauses] takes a statement apart as far as the rules need it; [KnownTables] remembers
/// what the revisions before have made.
///
/// It reads SQL by patterns, not by a grammar: what it does not recognise it passes over, and what
/// it finds wrongly is accepted by `-- lint-ignore Rule: reason` in the file.
package dev.ambix.migrate.lint;
