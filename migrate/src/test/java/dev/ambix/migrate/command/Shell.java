package dev.ambix.migrate.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// A folder in which commands run, for tests.
final class Shell {
  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();
  private boolean terminal;
  private String answers = "";

  Shell(Path folder, String url) {
    this.folder = folder;
    environment.put("AMBIX_URL", url);
  }

  Shell with(String name, String value) {
    environment.put(name, value);
    return this;
  }

  Shell onTerminal() {
    terminal = true;
    return this;
  }

  /// A terminal at which somebody types this.
  Shell answering(String lines) {
    answers = lines;
    return onTerminal();
  }

  int run(String... arguments) {
    out = new StringWriter();
    err = new StringWriter();
    return Ambix.run(
        new Console(
            new BufferedReader(new StringReader(answers)),
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            terminal,
            environment,
            folder),
        arguments);
  }

  /// What it printed, when it went well.
  String ok(String... arguments) {
    int code = run(arguments);
    if (code != 0) {
      throw new AssertionError("exit code " + code + ": " + err + out);
    }
    return out();
  }

  String out() {
    return out.toString();
  }

  String err() {
    return err.toString();
  }

  /// The file of a revision.
  Path file(String id) {
    try (var files = Files.list(folder.resolve("src/main/resources/db/revisions"))) {
      return files.filter(it -> it.toString().contains(id)).findFirst().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Writes a revision with this upgrade and downgrade.
  void revision(String id, String up, String down, String... more) {
    var arguments =
        new java.util.ArrayList<>(
            java.util.List.of("revision", "-m", "step " + id, "--rev-id", id));
    arguments.addAll(java.util.List.of(more));
    ok(arguments.toArray(String[]::new));
    try {
      var file = file(id);
      var text = Files.readString(file);
      Files.writeString(
          file,
          text.replace("-- upgrade\n", "-- upgrade\n" + up + "\n")
              .replace("-- downgrade\n", "-- downgrade\n" + down + "\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
