/// What every HTTP server needs of Ambix, without any server.
///
/// Read [RequestSession] first: the session of a request, which commits before the first byte of
/// the answer. [Problems] turns errors into [Problem]s of RFC 9457.
///
/// Nothing here depends on a server, a JSON library or a thread-local. An adapter calls
/// `RequestSession.end` in whatever hook its server has between the handler and the status line,
/// and must let an exception of it turn the answer into an error.
package dev.ambix.web;
