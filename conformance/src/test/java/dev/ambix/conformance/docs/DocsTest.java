package dev.ambix.conformance.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.ambix.session.Database;
import dev.ambix.session.Session;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineTestKit;

/// The code in the documentation compiles, runs, and does what the page says.
final class DocsTest {
  @TempDir Path folder;

  @Test
  void readmePrintsWhatItSays() throws Exception {
    var readme = Files.readString(Page.root().resolve("README.md"));
    var printed = new ByteArrayOutputStream();
    try (var classes = Page.read("README.md").compile(folder)) {
      var main = classes.loadClass("Notes").getMethod("main", String[].class);
      main.setAccessible(true);
      var out = System.out;
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      try {
        in(classes, () -> main.invoke(null, (Object) new String[0]));
      } finally {
        System.setOut(out);
      }
    }
    var text = printed.toString(StandardCharsets.UTF_8).strip();
    assertThat(text).isNotEmpty();
    assertThat(readme).contains("```\n" + text + "\n```");
  }

  @Test
  void mappingCompiles() throws Exception {
    try (var classes = Page.read("docs/mapping.md").compile(folder)) {
      assertThat(classes.loadClass("Member_")).isNotNull();
    }
  }

  /// Its blocks follow one another in one database.
  @Test
  void associationsRun() throws Exception {
    var page = Page.read("docs/associations.md");
    assertThat(page.statements()).isPositive();
    try (var classes = page.compile(folder)) {
      in(
          classes,
          () -> {
            try (var database = Database.open("sqlite:" + folder.resolve("blog.db"))) {
              database.createAll();
              for (int i = 0; i < page.statements(); i++) {
                try (var session = database.open()) {
                  block(classes, i).invoke(null, database, session);
                  session.commit();
                }
              }
            }
          });
    }
  }

  @Test
  void queriesRun() throws Exception {
    runBlocks("docs/queries.md");
  }

  @Test
  void streamingRuns() throws Exception {
    runBlocks("docs/streaming.md");
  }

  @Test
  void listeningRuns() throws Exception {
    runBlocks("docs/listening.md");
  }

  private void runBlocks(String name) throws Exception {
    var page = Page.read("docs/mapping.md", name);
    assertThat(page.statements()).isPositive();
    try (var classes = page.compile(folder)) {
      in(
          classes,
          () -> {
            for (int i = 0; i < page.statements(); i++) {
              run(classes, i);
            }
          });
    }
  }

  @Test
  void typesRun() throws Exception {
    try (var classes = Page.read("docs/types.md").compile(folder)) {
      var method =
          classes.loadClass("Statements").getMethod("block0", Database.class, Session.class);
      method.setAccessible(true);
      in(
          classes,
          () -> {
            try (var database = Database.open("sqlite:" + folder.resolve("types.db"))) {
              database.createAll();
              try (var session = database.open()) {
                method.invoke(null, database, session);
              }
            }
          });
    }
  }

  @Test
  void testingRunsOnBothEngines() throws Exception {
    try (var classes = Page.read("docs/testing.md").compile(folder)) {
      in(
          classes,
          () -> {
            EngineTestKit.engine("junit-jupiter")
                .selectors(
                    selectClass(classes.loadClass("SongTest")),
                    selectClass(classes.loadClass("PagesTest")),
                    selectClass(classes.loadClass("PlaysTest")))
                .execute()
                .testEvents()
                .assertStatistics(stats -> stats.started(9).succeeded(9));
            var rehearse = classes.loadClass("Outage").getDeclaredMethod("rehearse");
            rehearse.setAccessible(true);
            rehearse.invoke(null);
          });
    }
  }

  /// Runs a block of statements on a database of its own with two members in it.
  private static Method block(ClassLoader classes, int block) throws Exception {
    var method =
        classes.loadClass("Statements").getMethod("block" + block, Database.class, Session.class);
    method.setAccessible(true);
    return method;
  }

  private void run(ClassLoader classes, int block) throws Exception {
    var method = block(classes, block);
    try (var database = Database.open("sqlite:" + folder.resolve("block" + block + ".db"))) {
      database.createAll();
      var constructor = classes.loadClass("Member").getDeclaredConstructor(String.class);
      constructor.setAccessible(true);
      var first = constructor.newInstance("first@example.org");
      var second = constructor.newInstance("second@example.org");
      database.write(db -> {
        db.add(first);
        db.add(second);
      });
      try (var session = database.open()) {
        method.invoke(null, database, session);
        session.commit();
      }
    }
  }

  private static void in(ClassLoader classes, Body body) throws Exception {
    var thread = Thread.currentThread();
    var before = thread.getContextClassLoader();
    thread.setContextClassLoader(classes);
    try {
      body.run();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private interface Body {
    void run() throws Exception;
  }
}
