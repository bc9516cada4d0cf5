package dev.ambix.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.benchmarks.peer.Peer;
import dev.ambix.benchmarks.peer.Shelf;
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

  /// One test for all that a contestant does: what costs here is to open it.
  @ParameterizedTest
  @MethodSource("everyOne")
  void doesTheSameWorkAsJdbcByHand(Engine engine, Contestant contestant) throws IOException {
    try (var stage = Stage.open(engine)) {
      stage.fillShelf(ROWS);
      try (var peer = contestant.open(stage);
          var byHand = Contestant.JDBC.open(stage)) {
        readsWhatItHasInserted(peer, byHand);
        readsWhatBelongsTogether(peer, byHand);
        if (Work.UPDATE.contestants().contains(contestant)) {
          writesTheChangesOfWhatItHasLoaded(peer, byHand);
        }
      }
    }
  }

  private static void readsWhatItHasInserted(Peer peer, Peer byHand) {
    assertThat(peer.insert(ROWS)).isGreaterThanOrEqualTo(ROWS);

    var expected = texts(byHand.first(2 * ROWS));
    assertThat(texts(peer.first(2 * ROWS))).hasSize(ROWS).isEqualTo(expected);
    assertThat(peer.find(7)).hasToString(expected.get(6));
  }

  private static void readsWhatBelongsTogether(Peer peer, Peer byHand) {
    assertThat(texts(peer.books(ROWS / 2)))
        .hasSize(ROWS / 2)
        .contains(
            "11|What there is to be said, volume 11|978-3-16-1411|111|1911"
                + " by 2|Ann Writer 2|Switzerland")
        .isEqualTo(texts(byHand.books(ROWS / 2)));

    int writers = ROWS / 2 / Shelf.BOOKS_EACH;
    assertThat(texts(peer.writers(writers)))
        .hasSize(writers)
        .allMatch(text -> text.split("volume").length == 1 + Shelf.BOOKS_EACH)
        .isEqualTo(texts(byHand.writers(writers)));
  }

  private static void writesTheChangesOfWhatItHasLoaded(Peer peer, Peer byHand) {
    var before = texts(byHand.first(ROWS));
    peer.load(ROWS);
    assertThat(peer.touch(10)).isEqualTo(ROWS / 10);
    var after = texts(byHand.first(ROWS));
    for (int i = 0; i < ROWS; i++) {
      assertThat(after.get(i).equals(before.get(i))).isEqualTo(i % 10 != 0);
    }
  }

  private static List<String> texts(List<?> rows) {
    return rows.stream().map(Object::toString).toList();
  }
}
