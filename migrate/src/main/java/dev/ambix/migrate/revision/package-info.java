/// The revision file: its text, its parts, and where files come from.
///
/// Read [Revision] first: it is what a file says. [RevisionParser] reads one, [RevisionWriter]
/// writes one, and [Revisions] loads all of a folder or of the class path. [SqlScanner] cuts SQL
/// into statements; it knows quotes, comments and bodies, and no grammar beyond that.
///
/// Nothing here knows a database or the other revisions: parents are just names. Errors name the
/// file and the line.
package dev.ambix.migrate.revision;
