package dev.ambix.migrate.command;

import dev.ambix.error.AmbixException;
import java.nio.file.FileSystemException;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

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
    line.getCommandSpec().mixinStandardHelpOptions(true);
    Commands.all(console).forEach(it -> line.addSubcommand(it));
    line.getSubcommands().values().forEach(Ambix::takeSteps);
    line.setOut(console.out());
    line.setErr(console.err());
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(
            console.terminal() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
    line.setParameterExceptionHandler(Ambix::wrong);
    line.setExecutionExceptionHandler((error, _, _) -> {
      console.say(console.colored(31, message(error)));
      return ERROR;
    });
    line.setExecutionStrategy(parsed -> {
      if (!parsed.hasSubcommand()
          && !parsed.isUsageHelpRequested()
          && !parsed.isVersionHelpRequested()) {
        line.usage(console.err());
        return WRONG;
      }
      return new CommandLine.RunLast().execute(parsed);
    });
    int code = line.execute(arguments);
    console.out().flush();
    console.err().flush();
    return code;
  }

  /// `-1` is a target.
  private static void takeSteps(CommandLine command) {
    if (command.getCommandSpec().userObject().getClass().isAnnotationPresent(TakesSteps.class)) {
      command.setUnmatchedOptionsArePositionalParams(true);
    }
    command.getCommandSpec().mixinStandardHelpOptions(true);
  }

  private static int wrong(ParameterException error, String[] arguments) {
    var line = error.getCommandLine();
    line.getErr().println("[BadArgument] ambix: " + error.getMessage());
    line.getErr().println("See `" + line.getCommandSpec().qualifiedName() + " --help`.");
    return WRONG;
  }

  private static String message(Exception error) {
    return switch (error) {
      case AmbixException own -> String.valueOf(own.getMessage());
      case java.io.UncheckedIOException io when io.getCause() instanceof FileSystemException file ->
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
