package dev.ambix.migrate.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevisionsTest {
  @TempDir private Path root;
  private Path folder;

  @BeforeEach
  void twoFiles() throws IOException {
    folder = Files.createDirectories(root.resolve("db/revisions"));
    Files.writeString(folder.resolve("b.sql"), "-- revision: bbbbbbbbbbbb\n");
    Files.writeString(folder.resolve("a.sql"), "-- revision: aaaaaaaaaaaa\n");
    Files.writeString(folder.resolve("notes.txt"), "no revision");
  }

  @Test
  void readsAFolder() {
    assertThat(Revisions.folder(folder).load())
        .extracting(Revision::id)
        .containsExactly("aaaaaaaaaaaa", "bbbbbbbbbbbb");
    assertThatThrownBy(() -> Revisions.folder(root.resolve("none")).load())
        .hasMessageStartingWith("[RevisionsMissing] " + root.resolve("none"));
  }

  @Test
  void readsTheClassPathByItsIndex() throws IOException {
    Revisions.index(folder);
    try (var loader = new URLClassLoader(new URL[] {root.toUri().toURL()}, null)) {
      assertThat(Revisions.classPath(loader, "db/revisions").load())
          .extracting(Revision::file)
          .containsExactly("db/revisions/a.sql", "db/revisions/b.sql");
    }
  }

  @Test
  void readsAJar() throws IOException {
    Revisions.index(folder);
    var jar = root.resolve("app.jar");
    try (var zip = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
      Files.createDirectories(zip.getPath("db/revisions"));
      for (var name : new String[] {"a.sql", "b.sql", "index"}) {
        Files.copy(folder.resolve(name), zip.getPath("db/revisions", name));
      }
    }
    try (var loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
      assertThat(Revisions.classPath(loader, "db/revisions").load()).hasSize(2);
    }
  }

  @Test
  void refusesAnIndexThatLacksAFile() throws IOException {
    Revisions.index(folder);
    Files.writeString(folder.resolve("c.sql"), "-- revision: cccccccccccc\n");
    assertThatThrownBy(() -> Revisions.requireIndex(folder))
        .hasMessageContaining("[IndexStale]")
        .hasMessageContaining("it lacks c.sql");
    try (var loader = new URLClassLoader(new URL[] {root.toUri().toURL()}, null)) {
      assertThatThrownBy(() -> Revisions.classPath(loader, "db/revisions").load())
          .hasMessageContaining("[IndexStale]");
    }
  }

  @Test
  void saysWhereTheIndexIsMissing() throws IOException {
    try (var loader = new URLClassLoader(new URL[] {URI.create("file:/none/").toURL()}, null)) {
      assertThatThrownBy(() -> Revisions.classPath(loader, "db/revisions").load())
          .hasMessageStartingWith("[IndexMissing] db/revisions/index: ");
    }
  }
}
