/// What differs between engines when SQL is written.
///
/// Read [Dialect] first, then [Statement], the closed set of what it writes, and [Sql], what comes
/// out: text and binds, separately. Each engine has a file of its own; what they share is in the
/// renderer, which is one switch over [dev.ambix.query.Node].
///
/// Nothing here sends anything: drivers do (`dev.ambix.driver`). Nothing here knows entities: the
/// session turns them into statements.
package dev.ambix.dialect;
