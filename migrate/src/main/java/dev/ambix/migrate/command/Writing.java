package dev.ambix.migrate.command;

import dev.ambix.error.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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

    private static final String ATTRIBUTES =
        """
        # Two branches add a line each to the index: git keeps both, without a conflict.
        index merge=union
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
      var attributes = project.folder().path().resolve(".gitattributes");
      if (!Files.exists(attributes)) {
        Files.writeString(attributes, ATTRIBUTES);
        wrote(project, attributes);
      }
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
    public Integer call() throws InterruptedException {
      var file = Looking.targets(project, project.history(), target).single(target).file();
      var environment = project.console().environment();
      var editor = environment.getOrDefault("VISUAL", environment.getOrDefault("EDITOR", ""));
      if (editor.isBlank()) {
        throw missing("got neither VISUAL nor EDITOR in the environment", file, null);
      }
      var command = new ArrayList<>(List.of(editor.strip().split("\\s+")));
      command.add(file);
      int code = start(command, file).waitFor();
      project.history(); // says what is wrong with it now
      return code;
    }

    private static Process start(List<String> command, String file) {
      try {
        return new ProcessBuilder(command).inheritIO().start();
      } catch (IOException e) {
        throw missing("got " + command.getFirst() + ", which does not start", file, e);
      }
    }

    private static UsageException missing(String problem, String file, @Nullable Exception cause) {
      return new UsageException(
          "EditorMissing",
          "edit: " + problem + "; expected an editor there. Set it, or open " + file + " yourself.",
          cause);
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
