package dev.ambix.maven;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.toolchain.ToolchainManager;
import org.jspecify.annotations.Nullable;

/// What all goals have, and what each does. Goals inherit from it, because Maven sets a parameter
/// only in a field of the goal or of a class above it.
abstract class AmbixMojo extends AbstractMojo {
  private static final int NO = 1;

  /** The database; else that of AMBIX_URL, else that of ambix.properties. */
  @Parameter(property = "url")
  private @Nullable String url;

  /** The folder of revisions; else that of ambix.properties. */
  @Parameter(property = "revisions")
  private @Nullable String revisions;

  /** The file of settings, ambix.properties by default. */
  @Parameter(property = "config")
  private @Nullable String config;

  /** For how many seconds to wait for another runner, 60 by default. */
  @Parameter(property = "wait")
  private @Nullable Integer wait;

  /** Print JSON. */
  @Parameter(property = "json")
  private boolean json;

  /**
   * The folder of the JDK to run on, 25 or later; else the toolchain of the build, else the JDK of
   * Maven.
   */
  @Parameter(property = "ambix.jdk")
  private @Nullable String jdk;

  /** Do nothing. */
  @Parameter(property = "ambix.skip")
  private boolean skip;

  @Inject private MavenSession session;

  @Inject private MavenProject project;

  @Inject private MojoExecution execution;

  @Inject private ToolchainManager toolchains;

  /// The command, with the parameters of this goal.
  abstract Arguments arguments() throws MojoExecutionException;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("skipped, as ambix.skip says");
    } else if (isElsewhere()) {
      getLog().info("skipped: this module does not declare the plugin");
    } else {
      answer(run(shared(arguments())));
    }
  }

  private List<String> shared(Arguments arguments) {
    return arguments
        .option("--revisions", revisions)
        .option("--config", config)
        .option("--wait", wait)
        .flag("--json", json)
        .list();
  }

  /// A URL may have a password, which the arguments of a process show to all users of the machine.
  private Map<String, String> environment() {
    return url == null || url.isBlank() ? Map.of() : Map.of("AMBIX_URL", url);
  }

  /// On the command line a goal is run in every module of a build; it is meant for those that
  /// declare the plugin.
  private boolean isElsewhere() {
    return execution.getSource() == MojoExecution.Source.CLI
        && session.getProjects().stream().anyMatch(this::declares)
        && !declares(project);
  }

  private boolean declares(MavenProject module) {
    var build = module.getOriginalModel().getBuild();
    var plugin = execution.getPlugin().getKey();
    return build != null && build.getPlugins().stream().anyMatch(it -> it.getKey().equals(plugin));
  }

  private int run(List<String> arguments) throws MojoExecutionException {
    var chosen = Jdk.choose(jdk, toolchains, session);
    try {
      var plugin = execution.getMojoDescriptor().getPluginDescriptor();
      var classPath = ClassPath.of(project, plugin);
      boolean batch = !session.getRequest().isInteractiveMode();
      return new Tool(chosen.java(), classPath, project.getBasedir().toPath(), batch)
          .run(arguments, environment());
    } catch (IOException | DependencyResolutionRequiredException e) {
      throw new MojoExecutionException("[CommandFailed] ambix: it did not start: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MojoExecutionException("[CommandFailed] ambix: it was stopped", e);
    }
  }

  private void answer(int code) throws MojoExecutionException, MojoFailureException {
    var goal = execution.getGoal();
    if (code == NO) {
      throw new MojoFailureException(
          "[AnswerNo] %s: the answer is no; got exit code 1, expected 0. The lines above say why."
              .formatted(goal));
    }
    if (code != 0) {
      throw new MojoExecutionException(
          "[CommandFailed] %s: it has failed; got exit code %d, expected 0. The lines above say why."
              .formatted(goal, code));
    }
  }
}
