package dev.ambix.testing;

import dev.ambix.error.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// The processes of a PostgreSQL server: the first one, and those that it has started.
///
/// @param processes the first one first
/// @param pidFile where the first one wrote its number
record ServerProcesses(List<ProcessHandle> processes, Path pidFile) {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration PAUSE = Duration.ofMillis(5);

  /// The processes of the server that runs on this data directory.
  static ServerProcesses of(Path data) {
    var pidFile = data.resolve("postmaster.pid");
    try (var lines = Files.lines(pidFile)) {
      long first = Long.parseLong(lines.findFirst().orElseThrow().strip());
      return new ServerProcesses(
          ProcessHandle.of(first).stream()
              .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
              .toList(),
          pidFile);
    } catch (IOException error) {
      throw new UsageException(
          "PostgresNotRunning",
          "PostgreSQL: got no process, expected a running server. Call restart first.",
          error);
    }
  }

  /// Kills them, waits until they are gone, and takes away the file that would keep another server
  /// from starting where nobody collects dead processes (a container without an init process).
  void kill() {
    processes.forEach(ProcessHandle::destroyForcibly);
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (processes.stream().anyMatch(ServerProcesses::isRunning)) {
      if (System.nanoTime() > end) {
        throw new UsageException(
            "PostgresNotStopped",
            "PostgreSQL: got processes that live on for "
                + PATIENCE.toSeconds()
                + " s after a kill,"
                + " expected none.");
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    TemporaryFolder.delete(pidFile);
  }

  /// A dead process that nobody has collected is alive to Java, but has no command any more.
  private static boolean isRunning(ProcessHandle process) {
    return process.isAlive() && process.info().command().isPresent();
  }
}
