package dev.ambix.migrate.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where a command runs: what it reads and where it prints.
///
/// @param in where answers to questions come from
/// @param out takes the answer
/// @param err takes progress and errors
/// @param terminal whether a person reads it, who gets colours and is asked
/// @param environment the variables of the process
/// @param folder where relative paths start
record Console(
    BufferedReader in,
    PrintWriter out,
    PrintWriter err,
    boolean terminal,
    Map<String, String> environment,
    Path folder) {
  Console {
    environment = Map.copyOf(environment);
  }

  /// Of this process.
  static Console system() {
    var environment = System.getenv();
    boolean plain = environment.containsKey("NO_COLOR") || "dumb".equals(environment.get("TERM"));
    return new Console(
        new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())),
        new PrintWriter(System.out, true, System.out.charset()),
        new PrintWriter(System.err, true, System.err.charset()),
        Optional.ofNullable(System.console()).filter(it -> it.isTerminal()).isPresent() && !plain,
        environment,
        Path.of(""));
  }

  void print(String line) {
    out.println(line);
  }

  void say(String line) {
    err.println(line);
  }

  /// Says how long work goes on, to a person.
  void progress(String line) {
    if (terminal) {
      say(line);
    }
  }

  /// Asks whoever sits at the terminal.
  ///
  /// @return whether the answer is yes; no is what an empty line and the end of the input mean
  boolean ask(String question) {
    err.print(question + " [y/N] ");
    err.flush();
    try {
      var answer = in.readLine();
      return answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// In a colour of the terminal, such as 32 for green.
  String colored(int color, String text) {
    return terminal ? "\u001b[" + color + "m" + text + "\u001b[0m" : text;
  }
}
