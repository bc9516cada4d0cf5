package dev.ambix.migrate.command;

import dev.ambix.error.UsageException;
import dev.ambix.migrate.graph.Targets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The commands that write files.
final class Writing {
  private Writing() {}

  private static void wrote(Project project, Path file) {
    project
        .console()
        .print(project.json() ? Json.write(Json.object("file", file)) : "wrote " + file);
  }

  @Command(name = "init", description = "Make ambix.properties and the folder of revisions.")
  static final class Init implements Callable<Integer> {
    private static final String SETTINGS =
        """
        # The database; what stands in ${NAME} comes from the environment, with a default after the colon.
        url=${DATABASE_URL:sqlite:app.db}
        # Where the revisions are. On the class path they are db/revisions.
        revisions=src/main/resources/db/revisions
        # The engines that revisions are written and verified for.
        engines=sqlite,postgresql
        # A server of PostgreSQL on which throw-away databases may be made; AMBIX_SCRATCH comes before it.
        scratch=
        # What comparisons with the models pass over: tables (audit_*, legacy.*), and the columns,
        # constraints and indexes of a table (posts.ix_posts_search).
        ignore=
        # What remembers them in the database, and, on PostgreSQL, in which schema.
        table=ambix_revision
        schema=
        """;

    @Mixin private final Project project;

    Init(Project project) {
      this.project = project;
    }

    @Override
    public Integer call() throws IOException {
      if (Files.exists(project.file())) {
        project.console().say(project.file() + " is there already, and stays as it is");
      } else {
        Files.writeString(project.file(), SETTINGS);
        wrote(project, project.file());
      }
      project.folder().index();
      wrote(project, project.folder().path().resolve("index"));
      return 0;
    }
  }

  @Command(name = "merge", description = "Write a revision that joins branches.")
  static final class Merge implements Callable<Integer> {
    @Mixin private final Project project;

    @Parameters(arity = "0..*", paramLabel = "TARGET", description = "What to join (all heads).")
    private List<String> targets = new ArrayList<>();

    @Option(
        names = {"-m", "--message"},
        paramLabel = "TEXT",
        description = "What it is about.")
    private String message = "merge";

    Merge(Project project) {
      this.project = project;
    }

    @Override
    public Integer call() {
      wrote(project, project.folder().merge(message, targets));
      return 0;
    }
  }

  @Ambix.TakesSteps
  @Command(name = "edit", description = "Open the file of a revision in $VISUAL or $EDITOR.")
  static final class Edit implements Callable<Integer> {
    @Mixin private final Project project;

    @Parameters(
        index = "0",
        arity = "0..1",
        paramLabel = "TARGET",
        defaultValue = "head",
        description = "Which (head).")
    private String target = "head";

    Edit(Project project) {
      this.project = project;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
      var file = Targets.of(project.history(), List.of()).single(target).file();
      var environment = project.console().environment();
      var editor = environment.getOrDefault("VISUAL", environment.getOrDefault("EDITOR", ""));
      if (editor.isBlank()) {
        throw new UsageException(
            "EditorMissing",
            "edit: got neither VISUAL nor EDITOR in the environment, expected one. Set it, or open "
                + file
                + " yourself.");
      }
      var command = new ArrayList<>(List.of(editor.strip().split("\\s+")));
      command.add(file);
      int code = new ProcessBuilder(command).inheritIO().start().waitFor();
      project.history(); // says what is wrong with it now
      return code;
    }
  }

  @Command(name = "index", description = "List the files of the folder in its index, for jars.")
  static final class Index implements Callable<Integer> {
    @Mixin private final Project project;

    Index(Project project) {
      this.project = project;
    }

    @Override
    public Integer call() {
      project.folder().index();
      wrote(project, project.folder().path().resolve("index"));
      return 0;
    }
  }
}
