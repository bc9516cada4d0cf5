package dev.ambix.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.testing.PostgresServer;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContestantTest {
  private static final int ROWS = 120;

  private @Nullable PostgresServer server;

  @BeforeAll
  void start() {
    server = PostgresServer.start();
    var url = server.createDatabase();
    System.setProperty(Stage.SERVER, url.substring(url.indexOf('@') + 1));
  }

  @AfterAll
  void stop() {
    System.clearProperty(Stage.SERVER);
    if (server != null) {
      server.close();
    }
  }

  private static Stream<Arguments> everyOne() {
    return Stream.of(Engine.values())
        .flatMap(engine ->
            Arrays.stream(Contestant.values()).map(contestant -> Arguments.of(engine, contestant)));
  }

  @ParameterizedTest
  @MethodSource("everyOne")
  void readsWhatItHasInserted(Engine engine, Contestant contestant) throws IOException {
    try (var stage = Stage.open(engine);
        var peer = contestant.open(stage);
        var reader = Contestant.JDBC.open(stage)) {
      assertThat(peer.insert(ROWS)).isGreaterThanOrEqualTo(ROWS);

      var own = peer.first(2 * ROWS).stream().map(Object::toString).toList();
      var byHand = reader.first(2 * ROWS).stream().map(Object::toString).toList();
      assertThat(own).hasSize(ROWS).isEqualTo(byHand);
      assertThat(peer.find(7)).hasToString(byHand.get(6));
    }
  }

  @ParameterizedTest
  @MethodSource("everyOne")
  void writesTheChangesOfWhatItHasLoaded(Engine engine, Contestant contestant) throws IOException {
    if (!Work.UPDATE.contestants().contains(contestant)) {
      return;
    }
    try (var stage = Stage.open(engine)) {
      stage.fill(ROWS);
      List<String> before;
      List<String> after;
      try (var peer = contestant.open(stage);
          var reader = Contestant.JDBC.open(stage)) {
        before = reader.first(ROWS).stream().map(Object::toString).toList();
        peer.load(ROWS);
        assertThat(peer.touch(10)).isEqualTo(ROWS / 10);
        after = reader.first(ROWS).stream().map(Object::toString).toList();
      }
      for (int i = 0; i < ROWS; i++) {
        assertThat(after.get(i).equals(before.get(i))).isEqualTo(i % 10 != 0);
      }
    }
  }
}
