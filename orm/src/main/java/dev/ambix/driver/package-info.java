/// The seam between a session and what carries its SQL to the engine.
///
/// Read [Driver] first, then [Link]. JDBC is the first implementation (`dev.ambix.jdbc`); a driver
/// that speaks an engine's own protocol attaches here, in a module of its own.
///
/// Nothing here knows entities or sessions. A driver turns every error of the engine into a type of
/// `dev.ambix.error`, knows whether a connection can still be used, and names who holds the
/// connections when there are none left.
package dev.ambix.driver;
