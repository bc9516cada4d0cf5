package dev.ambix.accounts.server;

import static dev.ambix.accounts.RunningService.signUp;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.migrate.Migrations;
import dev.ambix.migrate.revision.RevisionParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The service as a process.
@Timeout(60)
final class MainTest {
  private static final Pattern URL = Pattern.compile(".*http://localhost:(\\d+)/users.*");

  private @TempDir Path folder;

  private Process start(Map<String, String> environment, String... arguments) throws IOException {
    var command =
        new java.util.ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(environment);
    return builder.start();
  }

  /// What a process that ends by itself says on the error stream.
  private static List<String> failure(Process process, int status) throws Exception {
    try (var errors = process.errorReader(UTF_8)) {
      var lines = errors.lines().toList();
      assertThat(process.waitFor()).as(lines.toString()).isEqualTo(status);
      return lines;
    }
  }

  @Test
  void listsItsSettings() throws Exception {
    var process = start(Map.of(), "--help");
    var help = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).isZero();
    for (var setting : Setting.values()) {
      assertThat(help).contains("  " + setting + " ");
    }
  }

  @Test
  void saysEverySettingThatIsWrong() throws Exception {
    assertThat(failure(start(Map.of("PORT", "abc", "HASHES", "many")), 2))
        .hasSize(2)
        .allMatch(line -> line.startsWith("[BadSetting] "));
    assertThat(failure(start(Map.of(), "--port"), 2)).hasSize(1);
  }

  @Test
  void saysThatThePortIsTaken() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var lines =
          failure(
              start(Map.of("PORT", "" + taken.getLocalPort(), "DATABASE_URL", "sqlite::memory:")),
              1);
      assertThat(lines).hasSize(1);
      assertThat(lines.getFirst())
          .startsWith("[CannotListen] ")
          .contains(":" + taken.getLocalPort());
    }
  }

  @Test
  void saysThatTheDatabaseIsNotThere() throws Exception {
    var url = "postgresql://ann:secret@127.0.0.1:1/accounts?pool_timeout=1s";
    var lines = failure(start(Map.of("PORT", "0", "DATABASE_URL", url)), 1);
    assertThat(lines).hasSize(1);
    assertThat(lines.getFirst()).startsWith("[DatabaseUnavailable] ").doesNotContain("secret");
  }

  @Test
  void saysWhichRevisionsTheDatabaseLacks() throws Exception {
    var environment = Map.of("PORT", "0", "DATABASE_URL", "sqlite:old.db", "MIGRATE", "no");
    assertThat(failure(start(environment), 1))
        .containsExactly(
            "[DatabaseBehind] database: it lacks 1 of the revisions: 5d1c0f7ab3e2 (create users);"
                + " expected all. Run `ambix upgrade heads`.");
  }

  @Test
  void saysWhichRevisionsItDoesNotKnow() throws Exception {
    var later =
        RevisionParser.parse(
            "later.sql", "-- revision: ffffffffffff\n-- message: later\n-- upgrade\n");
    Migrations.of("sqlite:" + folder.resolve("new.db")).from(() -> List.of(later)).upgrade("head");
    var environment = Map.of("PORT", "0", "DATABASE_URL", "sqlite:new.db");
    assertThat(failure(start(environment), 1).getFirst())
        .startsWith(
            "[DatabaseAhead] database: it has revisions that no file has: ffffffffffff (later);");
  }

  @Test
  void finishesRequestsBeforeItStops() throws Exception {
    var process = start(Map.of("PORT", "0", "DATABASE_URL", "sqlite:test.db"));
    try (var log = process.errorReader(UTF_8);
        var socket = new Socket(InetAddress.getLoopbackAddress(), port(log))) {
      var body = signUp("ann").getBytes(UTF_8);
      var head =
          "POST /users HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: "
              + body.length
              + "\r\nExpect: 100-continue\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(UTF_8));
      var answer = socket.getInputStream();
      var go = new String(answer.readNBytes("HTTP/1.1 100 Continue\r\n\r\n".length()), UTF_8);
      assertThat(go).startsWith("HTTP/1.1 100 ");

      process.toHandle().destroy(); // SIGTERM; that of the process would close its streams as well
      awaitLine(log, "stopping");
      socket.getOutputStream().write(body);
      assertThat(new String(answer.readAllBytes(), UTF_8)).startsWith("HTTP/1.1 201 ");
      awaitLine(log, "stopped");
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(128 + 15);
      assertThat(folder.resolve("test.db")).exists();
      assertThat(new String(process.getInputStream().readAllBytes(), UTF_8))
          .contains("\"path\":\"/users\",\"status\":201");
    } finally {
      process.destroyForcibly();
    }
  }

  private static int port(BufferedReader log) throws IOException {
    var matcher = URL.matcher(awaitLine(log, "http://localhost:"));
    assertThat(matcher.matches()).isTrue();
    return Integer.parseInt(matcher.group(1));
  }

  private static String awaitLine(BufferedReader log, String part) throws IOException {
    for (var line = log.readLine(); line != null; line = log.readLine()) {
      if (line.contains(part)) {
        return line;
      }
    }
    throw new AssertionError("the log ended without " + part);
  }

  @Test
  void isServedByAScriptThatListsTheSameSettings() throws Exception {
    var script = Path.of("..", "serve").toAbsolutePath().normalize();
    var process =
        new ProcessBuilder(script.toString(), "--help").directory(folder.toFile()).start();
    var help = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).isZero();
    for (var setting : Setting.values()) {
      assertThat(help).contains("  " + setting + " ");
    }
    assertThat(Files.isExecutable(script)).isTrue();
    assertThat(new ProcessBuilder(script.toString(), "--port").start().waitFor()).isEqualTo(2);
  }
}
