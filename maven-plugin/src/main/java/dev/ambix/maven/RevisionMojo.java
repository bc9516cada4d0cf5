package dev.ambix.maven;

import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Writes a revision, empty or from the models. */
@Mojo(name = "revision", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
final class RevisionMojo extends AmbixMojo {
  /** What it is about. Needed. */
  @Parameter(property = "message")
  private @Nullable String message;

  /** Write what the models have and no revision makes. */
  @Parameter(property = "autogenerate")
  private boolean autogenerate;

  /** What it follows: head by default, base for nothing, several with commas between. */
  @Parameter(property = "head")
  private @Nullable List<String> head;

  /** Follow one that others follow already. */
  @Parameter(property = "splice")
  private boolean splice;

  /** A name for its branch. */
  @Parameter(property = "branchLabel")
  private @Nullable List<String> branchLabel;

  /** One that must be applied before it. */
  @Parameter(property = "dependsOn")
  private @Nullable List<String> dependsOn;

  /** Its id, by chance if left out. */
  @Parameter(property = "revId")
  private @Nullable String revId;

  /** A new name, such as users=people or users.name=users.full_name. */
  @Parameter(property = "rename")
  private @Nullable List<String> rename;

  /** Drop tables and columns that no model has. */
  @Parameter(property = "allowDrop")
  private boolean allowDrop;

  /** Write for PostgreSQL what locks no table for long. */
  @Parameter(property = "safe")
  private boolean safe;

  /** Compare the models with this database instead of with the revisions. */
  @Parameter(property = "against")
  private @Nullable String against;

  @Override
  Arguments arguments() throws MojoExecutionException {
    var command = Arguments.of("revision");
    return command
        .option("--message", command.required("message", message, "\"add users\""))
        .flag("--autogenerate", autogenerate)
        .options("--head", head)
        .flag("--splice", splice)
        .options("--branch-label", branchLabel)
        .options("--depends-on", dependsOn)
        .option("--rev-id", revId)
        .options("--rename", rename)
        .flag("--allow-drop", allowDrop)
        .flag("--safe", safe)
        .option("--against", against);
  }
}
