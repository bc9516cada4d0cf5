/// Databases and sessions: what users hold in their hands.
///
/// Read [Database] first, then [Session] and [Select]. Inside, `Connector` is the connection and
/// the transaction of a session, `Context` its objects, `Flush` finds what was changed and `Writer`
/// sends it, in the order that `dev.ambix.work` plans. `Relations` keeps both sides of associations
/// in step; `Fetch`, `Loader` and `Nesting` read what queries lead to.
///
/// Nothing here writes SQL text or knows JDBC's types: a statement is data until the dialect
/// renders it, and goes out through `dev.ambix.driver`. A session is confined to its thread, so
/// nothing in it locks; a database is shared, so nothing in it changes.
package dev.ambix.session;
