package dev.ambix.maven;

import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The command `ambix` as a process.
///
/// @param java the program that runs it
/// @param classPath what it runs on
/// @param folder where it works
/// @param batch whether nobody is to be asked, as `mvn -B` says
record Tool(Path java, List<String> classPath, Path folder, boolean batch) {
  private static final String MAIN = "dev.ambix.migrate.command.Ambix";

  Tool {
    classPath = List.copyOf(classPath);
  }

  /// Runs a command, with the terminal of Maven where there is one: it may ask and print in
  /// colours.
  ///
  /// @param environment what it sees beside the variables of Maven
  /// @return its exit code
  int run(List<String> arguments, Map<String, String> environment)
      throws IOException, InterruptedException {
    var options = Files.createTempFile("ambix", ".args");
    try {
      Files.writeString(options, options(), nativeCharset());
      var command = new ArrayList<>(List.of(java.toString(), "@" + options, MAIN));
      command.addAll(arguments);
      var builder = new ProcessBuilder(command).directory(folder.toFile()).inheritIO();
      builder.environment().putAll(environment);
      return batch || !onTerminal() ? copied(builder) : end(builder.start());
    } finally {
      Files.deleteIfExists(options);
    }
  }

  /// In a file, as a class path may be longer than a command line. Most commands are short, so the
  /// JVM is set to start quickly; and that nobody has chosen a logger is no news here.
  String options() {
    var path = String.join(File.pathSeparator, classPath);
    return """
    -XX:+UseSerialGC
    -XX:TieredStopAtLevel=1
    -Dslf4j.internal.verbosity=ERROR
    --enable-native-access=ALL-UNNAMED
    -classpath
    "%s"
    """
        .formatted(path.replace("\\", "\\\\").replace("\"", "\\\""));
  }

  private static Charset nativeCharset() {
    return Charset.forName(System.getProperty("native.encoding"));
  }

  /// What prints to Maven's own output follows `--log-file`, and arrives from a daemon.
  private static int copied(ProcessBuilder builder) throws IOException, InterruptedException {
    builder.redirectOutput(ProcessBuilder.Redirect.PIPE);
    builder.redirectError(ProcessBuilder.Redirect.PIPE);
    var process = builder.start();
    var out = copy(process.getInputStream(), System.out);
    var err = copy(process.getErrorStream(), System.err);
    int code = end(process);
    out.join();
    err.join();
    return code;
  }

  private static Thread copy(InputStream from, PrintStream to) {
    var thread =
        new Thread(() -> {
          try (from) {
            from.transferTo(to);
            to.flush();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static int end(Process process) throws InterruptedException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      throw e;
    }
  }

  /// Since JDK 22 there is a console without a terminal too, and a method that tells.
  @SuppressWarnings("SystemConsoleNull") // it may be null on the JDK that Maven runs on
  private static boolean onTerminal() {
    var console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }
}
