package dev.ambix.migrate.command;

/// The engines, as options name them.
enum Engine {
  sqlite,
  postgresql
}
