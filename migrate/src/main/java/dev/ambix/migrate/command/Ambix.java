package dev.ambix.migrate.command;

import dev.ambix.error.AmbixException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// The command `ambix`. Exit codes: 0 it is so or was done; 1 the answer is no (`check`, `lint`,
/// `verify`, `drift`, `current --check`); 2 the command line is wrong; 3 an error, which is
/// printed.
public final class Ambix {
  /// The answer is no.
  static final int NO = 1;

  private static final int WRONG = 2;
  private static final int ERROR = 3;

  private Ambix() {}

  /// Runs a command and ends the JVM with its exit code.
  public static void main(String[] arguments) {
    System.exit(run(Console.system(), arguments));
  }

  /// Runs a command.
  ///
  /// @return its exit code
  static int run(Console console, String... arguments) {
    var line = new CommandLine(CommandSpec.create().name("ambix"));
    line.getCommandSpec()
        .usageMessage()
        .description(
            "Revisions of a database schema: written from the models, run and checked.",
            "TARGET: head, heads, base, current, an id or its start, a label, +N, -N, any of these"
                + " with +N or -N behind it, or with label@ before it.");
    line.getCommandSpec().mixinStandardHelpOptions(true).version(version());
    Commands.all(console).forEach(it -> line.addSubcommand(it));
    line.getSubcommands().values().forEach(Ambix::takeSteps);
    line.setOut(console.out());
    line.setErr(console.err());
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(
            console.terminal() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
    line.setParameterExceptionHandler(Ambix::wrong);
    line.setExecutionExceptionHandler((error, _, _) -> failed(console, error, arguments));
    line.setExecutionStrategy(Ambix::execute);
    int code;
    try {
      code = line.execute(arguments);
    } catch (Error e) { // as a data migration may throw
      code = failed(console, e, arguments);
    }
    console.out().flush();
    console.err().flush();
    return code;
  }

  /// As the manifest of the jar says it.
  private static String version() {
    var version = Ambix.class.getPackage().getImplementationVersion();
    return "ambix " + (version == null ? "of no release" : version);
  }

  private static int execute(ParseResult parsed) {
    if (!parsed.hasSubcommand()
        && !parsed.isUsageHelpRequested()
        && !parsed.isVersionHelpRequested()) {
      var line = parsed.commandSpec().commandLine();
      line.usage(line.getErr());
      return WRONG;
    }
    if (parsed.hasSubcommand()) {
      requireOptions(parsed.subcommand());
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  /// Of what looks like an option, only `-1` and the like are targets.
  private static void requireOptions(ParseResult parsed) {
    for (var positional : parsed.matchedPositionals()) {
      for (var text : positional.originalStringValues()) {
        if (text.startsWith("-") && !text.matches("-\\d.*")) {
          throw new ParameterException(
              parsed.commandSpec().commandLine(), "Unknown option: '" + text + "'");
        }
      }
    }
  }

  /// `-1` is a target.
  private static void takeSteps(CommandLine command) {
    if (command.getCommandSpec().userObject().getClass().isAnnotationPresent(TakesSteps.class)) {
      command.setUnmatchedOptionsArePositionalParams(true);
    }
    command.getCommandSpec().mixinStandardHelpOptions(true).version(version());
  }

  private static int wrong(ParameterException error, String[] arguments) {
    var line = error.getCommandLine();
    var message = "[BadArgument] ambix: " + error.getMessage();
    json(line.getOut(), message, arguments);
    line.getErr().println(message);
    line.getErr().println("See `" + line.getCommandSpec().qualifiedName() + " --help`.");
    return WRONG;
  }

  private static int failed(Console console, Throwable error, String... arguments) {
    var message = message(error);
    json(console.out(), message, arguments);
    console.say(console.colored(31, message));
    return ERROR;
  }

  /// Where JSON was asked for, the answer is JSON even if it is an error.
  private static void json(PrintWriter out, String message, String... arguments) {
    if (List.of(arguments).contains("--json")) {
      var code = message.substring(1, message.indexOf(']'));
      out.println(Json.write(Json.object("error", Json.object("code", code, "message", message))));
    }
  }

  private static String message(Throwable error) {
    return switch (error) {
      case AmbixException own -> String.valueOf(own.getMessage());
      case UncheckedIOException io -> message(Objects.requireNonNull(io.getCause()));
      case FileSystemException file ->
          "[FileFailed] "
              + file.getFile()
              + ": it cannot be read or written ("
              + file.getClass().getSimpleName()
              + "). See whether it is there, and may be.";
      default -> "[Unexpected] ambix: " + error + ". This is a defect: report it.";
    };
  }

  /// Marks a command that takes targets such as `-1`, which look like options.
  @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
  @interface TakesSteps {}
}
