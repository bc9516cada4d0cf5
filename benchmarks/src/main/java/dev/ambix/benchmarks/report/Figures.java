package dev.ambix.benchmarks.report;

import dev.ambix.benchmarks.Contestant;
import dev.ambix.benchmarks.Engine;
import dev.ambix.benchmarks.Work;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.results.RunResult;

/// The medians of all iterations of all rounds of a run.
public final class Figures {
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private final Map<Key, Figure> byKey = new HashMap<>();

  /// Takes the medians of these results.
  public static Figures of(Collection<RunResult> results) {
    var times = new HashMap<Key, List<Double>>();
    var bytes = new HashMap<Key, List<Double>>();
    for (var result : results) {
      var key = key(result);
      for (var fork : result.getBenchmarkResults()) {
        for (var iteration : fork.getIterationResults()) {
          times
              .computeIfAbsent(key, _ -> new ArrayList<>())
              .add(iteration.getPrimaryResult().getScore());
          var allocated = iteration.getSecondaryResults().get(ALLOCATED);
          if (allocated != null) {
            bytes.computeIfAbsent(key, _ -> new ArrayList<>()).add(allocated.getScore());
          }
        }
      }
    }
    var figures = new Figures();
    times.forEach((key, each) -> {
      Collections.sort(each);
      var allocated = bytes.getOrDefault(key, List.of());
      figures.byKey.put(
          key,
          new Figure(median(each), each.getFirst(), median(allocated.stream().sorted().toList())));
    });
    return figures;
  }

  private static Key key(RunResult result) {
    var name = result.getParams().getBenchmark();
    var work = name.substring(name.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
    return new Key(
        Work.valueOf(work),
        Engine.valueOf(result.getParams().getParam("engine")),
        Contestant.valueOf(result.getParams().getParam("contestant")));
  }

  private static double median(List<Double> sorted) {
    int size = sorted.size();
    return size == 0 ? Double.NaN : (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
  }

  /// Adds what a contestant took.
  void put(Work work, Engine engine, Contestant contestant, Figure figure) {
    byKey.put(new Key(work, engine, contestant), figure);
  }

  /// What this contestant took, if it was measured.
  public Optional<Figure> of(Work work, Engine engine, Contestant contestant) {
    return Optional.ofNullable(byKey.get(new Key(work, engine, contestant)));
  }

  /// Whether this work was measured on this engine.
  boolean has(Work work, Engine engine) {
    return byKey.keySet().stream().anyMatch(key -> key.work == work && key.engine == engine);
  }

  private record Key(Work work, Engine engine, Contestant contestant) {}
}
