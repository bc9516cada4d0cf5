package dev.ambix.conformance.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.ambix.mapping.Mapping;
import dev.ambix.session.Database;
import dev.ambix.session.Listener;
import dev.ambix.session.Session;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

  @Test
  void associationsRun() throws Exception {
    runInOrder(Page.read("docs/associations.md"));
  }

  @Test
  void inheritanceRuns() throws Exception {
    runInOrder(Page.read("docs/inheritance.md"));
  }

  @Test
  void filtersRun() throws Exception {
    runInOrder(Page.read("docs/filters.md"));
  }

  @Test
  void loadingTakesAsManyStatementsAsItSays() throws Exception {
    runInOrder(Page.read("docs/loading.md"));
  }

  @Test
  void unitOfWorkTakesAsManyStatementsAsItSays() throws Exception {
    runInOrder(Page.read("docs/loading.md", "docs/unit-of-work.md"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"docs/coming-from-sqlalchemy.md", "docs/coming-from-hibernate.md"})
  void comparisonsRun(String page) throws Exception {
    runInOrder(Page.read(page));
  }

  /// Runs the blocks of a page one after the other on one database, each in a session of its own,
  /// and counts the statements where a block says how many there are.
  private void runInOrder(Page page) throws Exception {
    assertThat(page.statements()).isPositive();
    var sent = new AtomicInteger();
    try (var classes = page.compile(folder)) {
      in(
          classes,
          () -> {
            try (var database = counting(classes, sent)) {
              database.createAll();
              for (int i = 0; i < page.statements(); i++) {
                sent.set(0);
                invoke(classes, i, database);
                var said = page.statementsSaid(i);
                if (said.isPresent()) {
                  assertThat(sent).as("block %d", i).hasValue(said.getAsInt());
                }
              }
            }
          });
    }
  }

  private Database counting(URLClassLoader classes, AtomicInteger sent) throws Exception {
    return database(classes, "page")
        .listener(
            new Listener() {
              @Override
              public void onStatement(StatementEvent event) {
                sent.incrementAndGet();
              }
            })
        .open();
  }

  private static void invoke(ClassLoader classes, int block, Database database) throws Exception {
    var method =
        classes.loadClass("Statements").getMethod("block" + block, Database.class, Session.class);
    method.setAccessible(true);
    try (var session = database.open()) {
      method.invoke(null, database, session);
      session.commit();
    }
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
      in(
          classes,
          () -> {
            try (var database = database(classes, "types").open()) {
              database.createAll();
              invoke(classes, 0, database);
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
  private void run(URLClassLoader classes, int block) throws Exception {
    try (var database = database(classes, "block" + block).open()) {
      database.createAll();
      var constructor = classes.loadClass("Member").getDeclaredConstructor(String.class);
      constructor.setAccessible(true);
      var first = constructor.newInstance("first@example.org");
      var second = constructor.newInstance("second@example.org");
      database.write(db -> {
        db.add(first);
        db.add(second);
      });
      invoke(classes, block, database);
    }
  }

  /// A database of the entities of the page, and not of all others on the class path.
  private Database.Builder database(URLClassLoader classes, String name) throws Exception {
    var mappings = new ArrayList<Mapping<?>>();
    var provided = Files.readString(folder.resolve("META-INF/services/" + Mapping.class.getName()));
    for (var mapping : provided.lines().filter(line -> !line.startsWith("#")).toList()) {
      mappings.add((Mapping<?>) classes.loadClass(mapping).getDeclaredConstructor().newInstance());
    }
    return Database.builder("sqlite:" + folder.resolve(name + ".db")).mappings(mappings);
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
