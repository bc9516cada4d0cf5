package dev.ambix.migrate.revision;

import dev.ambix.error.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where revision files come from. Each call reads them again.
@FunctionalInterface
public interface Revisions {
  /// Where they stand on the class path, unless told otherwise.
  String PLACE = "db/revisions";

  /// The file beside them that lists their names, one a line, so that a jar can be read.
  String INDEX = "index";

  /// Reads all of them, in the order of their names.
  ///
  /// @throws UsageException that names the file and the line of what is wrong
  List<Revision> load();

  /// The `.sql` files of a folder, which must be there: a wrong name is not an empty history.
  static Revisions folder(Path folder) {
    return () -> {
      if (!Files.isDirectory(folder)) {
        throw new UsageException(
            "RevisionsMissing",
            folder
                + ": there is no such folder; expected that of the revisions. Correct --revisions or"
                + " revisions=, or run `ambix init`.");
      }
      var revisions = new ArrayList<Revision>();
      for (var name : names(folder)) {
        revisions.add(
            RevisionParser.parse(folder.resolve(name).toString(), read(folder.resolve(name))));
      }
      return List.copyOf(revisions);
    };
  }

  /// The files in `db/revisions/` on the class path of this thread.
  static Revisions classPath() {
    var loader = Thread.currentThread().getContextClassLoader();
    return classPath(loader != null ? loader : ClassLoader.getSystemClassLoader(), PLACE);
  }

  /// The files that the index at this place of a class path lists.
  ///
  /// @param place such as `db/revisions`
  static Revisions classPath(ClassLoader loader, String place) {
    return () -> {
      var index = resource(loader, place + "/" + INDEX);
      if (index.isEmpty()) {
        throw new UsageException(
            "IndexMissing",
            place
                + "/"
                + INDEX
                + ": the class path has no such file; expected the names of the"
                + " revision files in it. Run `ambix init`, and put the folder among the resources.");
      }
      var names = index.get().lines().map(String::strip).filter(it -> !it.isEmpty()).toList();
      onDisk(loader, place).ifPresent(folder -> requireCurrent(folder, names));
      var revisions = new ArrayList<Revision>();
      for (var name : names) {
        var file = place + "/" + name;
        var text = resource(loader, file).orElseThrow(() -> stale(place, "it names " + name));
        revisions.add(RevisionParser.parse(file, text));
      }
      return List.copyOf(revisions);
    };
  }

  /// Writes the index of a folder: the names of its revision files, sorted.
  static void index(Path folder) {
    try {
      var names = names(folder);
      Files.writeString(
          folder.resolve(INDEX), names.isEmpty() ? "" : String.join("\n", names) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Checks the index of a folder against its files.
  ///
  /// @throws UsageException `IndexStale` when they differ
  static void requireIndex(Path folder) {
    var index = folder.resolve(INDEX);
    requireCurrent(folder, Files.exists(index) ? read(index).lines().toList() : List.of());
  }

  private static void requireCurrent(Path folder, List<String> listed) {
    var names = names(folder);
    for (var name : names) {
      if (!listed.contains(name)) {
        throw stale(folder.toString(), "it lacks " + name);
      }
    }
    for (var name : listed) {
      if (!name.isBlank() && !names.contains(name)) {
        throw stale(folder.toString(), "it names " + name);
      }
    }
  }

  private static UsageException stale(String place, String problem) {
    return new UsageException(
        "IndexStale",
        place
            + "/"
            + INDEX
            + ": it does not list the files beside it; "
            + problem
            + ". Run `ambix index`; where it is a build that is stale, build anew.");
  }

  private static List<String> names(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files
          .map(it -> it.getFileName().toString())
          .filter(it -> it.endsWith(".sql"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Path> onDisk(ClassLoader loader, String place) {
    URL url = loader.getResource(place + "/" + INDEX);
    try {
      return url != null && "file".equals(url.getProtocol())
          ? Optional.ofNullable(Path.of(url.toURI()).getParent())
          : Optional.empty();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a class loader gives URIs", e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (java.nio.charset.CharacterCodingException e) {
      throw new UsageException(
          "RevisionEncoding", file + ": it is not UTF-8; expected that. Save it so.", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<String> resource(ClassLoader loader, String name) {
    try (InputStream in = loader.getResourceAsStream(name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
