/// Ambix for Helidon SE: a session for each request, and problems as answers.
///
/// Read [RequestSessions] first, then [ProblemAnswers] and [JsonBodies]; [HttpConnections] and
/// [HeadRequests] do what Helidon leaves out. Helidon sets features up by their weight, not in the
/// order in which they are added, so each of these has one.
///
/// The work is done in `dev.ambix.web`; here is only what Helidon's API needs. Everything runs on
/// the virtual thread of the request, so the session's confinement to a thread holds by itself.
package dev.ambix.helidon;
