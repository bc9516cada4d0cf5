package dev.ambix.migrate;

import dev.ambix.error.UsageException;
import dev.ambix.migrate.graph.History;
import dev.ambix.migrate.graph.Targets;
import dev.ambix.migrate.revision.Direction;
import dev.ambix.migrate.revision.Revision;
import dev.ambix.migrate.revision.RevisionParser;
import dev.ambix.migrate.revision.RevisionWriter;
import dev.ambix.migrate.revision.RevisionWriter.Draft;
import dev.ambix.migrate.revision.RevisionWriter.Part;
import dev.ambix.migrate.revision.Revisions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// A folder of revision files that is written to. It reads the files at each call.
public final class RevisionFolder {
  private final Path folder;
  private final InstantSource clock;

  private RevisionFolder(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /// The folder at this path, which is made when it is first written to.
  public static RevisionFolder of(Path folder) {
    return new RevisionFolder(folder, InstantSource.system());
  }

  /// A revision to be written.
  ///
  /// @param message what it is about, never blank
  /// @param heads the targets that it follows; `base` for none, `head` for the only head
  /// @param splice whether it may follow one that others follow already
  /// @param labels names for its branch
  /// @param dependsOn the targets that it depends on
  /// @param id its id; empty for one by chance
  /// @param parts its sections; none for an empty upgrade and downgrade
  public record Request(
      String message,
      List<String> heads,
      boolean splice,
      List<String> labels,
      List<String> dependsOn,
      Optional<String> id,
      List<Part> parts) {
    public Request {
      if (message.isBlank()) {
        throw new UsageException(
            "MessageMissing",
            "revision: got no message, expected what it is about. Give one, such as \"add users.email\".");
      }
      heads = List.copyOf(heads);
      labels = List.copyOf(labels);
      dependsOn = List.copyOf(dependsOn);
      parts = List.copyOf(parts);
    }

    /// One that follows the only head.
    public static Request of(String message) {
      return new Request(
          message, List.of("head"), false, List.of(), List.of(), Optional.empty(), List.of());
    }

    /// The same with these sections.
    public Request with(List<Part> sections) {
      return new Request(message, heads, splice, labels, dependsOn, id, sections);
    }
  }

  /// Where it is.
  public Path path() {
    return folder;
  }

  /// What is in it.
  public Revisions revisions() {
    return Revisions.folder(folder);
  }

  /// The revisions in it.
  public History history() {
    return History.of(revisions().load());
  }

  /// The revisions in it; none where it is yet to be made.
  History known() {
    return Files.isDirectory(folder) ? history() : History.of(List.of());
  }

  /// Writes a revision.
  ///
  /// @return its file
  /// @throws UsageException `NotAHead` when it would follow one that others follow, and what is
  ///   wrong with the targets
  public Path write(Request request) {
    var history = known();
    var parts =
        request.parts().isEmpty()
            ? List.of(Part.empty(Direction.UPGRADE), Part.empty(Direction.DOWNGRADE))
            : request.parts();
    return save(
        history,
        new Draft(
            request.id().orElseGet(RevisionWriter::newId),
            parents(history, request),
            ids(history, request.dependsOn()),
            request.labels(),
            request.message(),
            clock.instant(),
            parts));
  }

  /// Writes a revision that joins branches.
  ///
  /// @param targets what it joins; empty for all heads
  /// @return its file
  /// @throws UsageException `NothingToMerge`
  public Path merge(String message, Collection<String> targets) {
    var history = history();
    var parents =
        targets.isEmpty()
            ? history.heads().stream().map(Revision::id).toList()
            : ids(history, targets);
    if (parents.size() < 2) {
      throw new UsageException(
          "NothingToMerge",
          "merge: got "
              + parents.size()
              + " revisions, expected at least two. There is nothing to do while there is one head.");
    }
    var empty = List.of(Part.empty(Direction.UPGRADE), Part.empty(Direction.DOWNGRADE));
    return save(
        history,
        new Draft(
            RevisionWriter.newId(),
            parents,
            List.of(),
            List.of(),
            message,
            clock.instant(),
            empty));
  }

  /// Writes the list of its files anew, which is what a jar is read by.
  public void index() {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Revisions.index(folder);
  }

  /// Writes a draft, after making sure that it fits to what is there.
  Path save(History history, Draft draft) {
    var file = folder.resolve(RevisionWriter.fileName(draft));
    var text = RevisionWriter.text(draft);
    var all = new ArrayList<>(history.revisions());
    all.add(RevisionParser.parse(file.toString(), text));
    History.of(all);
    try {
      Files.createDirectories(folder);
      Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    index();
    return file;
  }

  private static List<String> parents(History history, Request request) {
    if (history.revisions().isEmpty()) {
      return List.of();
    }
    var parents = ids(history, request.heads());
    for (var parent : parents) {
      if (!history.followers(parent).isEmpty() && !request.splice()) {
        throw new UsageException(
            "NotAHead",
            "revision: got "
                + parent
                + " to follow, which others follow already, expected a head. Add --splice to start a"
                + " branch there.");
      }
    }
    return parents;
  }

  private static List<String> ids(History history, Collection<String> targets) {
    var resolver = Targets.of(history, List.of());
    return targets.stream()
        .flatMap(it -> resolver.named(it).stream())
        .map(Revision::id)
        .distinct()
        .toList();
  }
}
