/// Ambix for Helidon SE: a session for each request, and problems as answers.
///
/// Read [RequestSessions] first, then [ProblemAnswers]. Register in this order: filters that see
/// the whole request, `RequestSessions`, `JsonBodies`, the routes, `ProblemAnswers`.
///
/// The work is done in `dev.ambix.web`; here is only what Helidon's API needs. Everything runs on
/// the virtual thread of the request, so the session's confinement to a thread holds by itself.
package dev.ambix.helidon;
