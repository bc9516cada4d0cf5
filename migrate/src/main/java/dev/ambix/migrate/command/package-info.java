/// The command line, `ambix`.
///
/// Read [Ambix] first: it lists the commands and says what their exit codes mean. Each command is a
/// class that asks [Project] for the files and the database, calls the API of the packages beside
/// this one, and prints to a [Console]. What is said here can be said in Java too.
///
/// picocli reads the annotations by reflection, so this package is open to it.
package dev.ambix.migrate.command;
