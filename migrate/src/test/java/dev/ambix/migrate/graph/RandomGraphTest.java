package dev.ambix.migrate.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.migrate.revision.Revision;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds in every history: in 500 by chance, each from its seed.
class RandomGraphTest {
  static LongStream seeds() {
    return LongStream.range(0, 500);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void upVisitsEachOnceAfterWhatItNeedsAndDownIsItsReverse(long seed) {
    var random = new SplittableRandom(seed);
    var history = Graphs.random(random);
    var target = any(random, history);
    var up = Targets.of(history, List.of()).upgrade(target.id()).steps();

    var have = new LinkedHashSet<String>();
    for (var step : up) {
      assertThat(have).containsAll(History.needs(step)).doesNotContain(step.id());
      have.add(step.id());
    }
    assertThat(have).contains(target.id());
    assertThat(up).allMatch(it -> needed(history, target, it));

    var down = Targets.of(history, have).downgrade("base").steps();
    assertThat(down).containsExactlyElementsOf(up.reversed());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void downToAnyLeavesNothingWithoutWhatItNeeds(long seed) {
    var random = new SplittableRandom(seed);
    var history = Graphs.random(random);
    var have = new LinkedHashSet<String>();
    history.revisions().forEach(it -> have.add(it.id()));
    var target = any(random, history);

    for (var step : Targets.of(history, have).downgrade(target.id()).steps()) {
      have.remove(step.id());
      assertThat(have).allMatch(it -> !History.needs(history.require(it)).contains(step.id()));
    }
    assertThat(have).contains(target.id());
    assertThat(history.heads(have)).contains(target);

    var again = Targets.of(history, have).upgrade("heads").steps();
    again.forEach(it -> have.add(it.id()));
    assertThat(have).hasSize(history.revisions().size());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void stampIsWhatUpgradeAndDowngradeWouldLeave(long seed) {
    var random = new SplittableRandom(seed);
    var history = Graphs.random(random);
    var have = history.withNeeds(Set.of(any(random, history).id()));
    var target = any(random, history);

    var walked = new LinkedHashSet<>(have);
    Targets.of(history, have).upgrade(target.id()).steps().forEach(it -> walked.add(it.id()));
    Targets.of(history, walked)
        .downgrade(target.id())
        .steps()
        .forEach(it -> walked.remove(it.id()));

    assertThat(Targets.of(history, have).stamped(target.id())).isEqualTo(walked);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void stepsBackUndoStepsForth(long seed) {
    var history = line(1 + (int) (seed % 20));
    int half = history.revisions().size() / 2;
    var have = new LinkedHashSet<String>();
    history.revisions().subList(0, half).forEach(it -> have.add(it.id()));
    int steps = history.revisions().size() - half;

    var up = Targets.of(history, have).upgrade("+" + steps).steps();
    up.forEach(it -> have.add(it.id()));
    assertThat(Targets.of(history, have).downgrade("-" + steps).steps())
        .containsExactlyElementsOf(up.reversed());
  }

  private static boolean needed(History history, Revision target, Revision step) {
    return history.withNeeds(Set.of(target.id())).contains(step.id());
  }

  private static Revision any(SplittableRandom random, History history) {
    return history.revisions().get(random.nextInt(history.revisions().size()));
  }

  private static History line(int size) {
    return History.of(
        IntStream.range(0, size)
            .mapToObj(i ->
                Graphs.revision(
                    "%012x".formatted(i),
                    i == 0 ? List.of() : List.of("%012x".formatted(i - 1)),
                    List.of(),
                    List.of(),
                    i))
            .toList());
  }
}
