package dev.ambix.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What a run is to do, as the command line says.
///
/// @param quick whether it takes a few minutes, or as long as it takes
/// @param works what to measure
/// @param engines where
/// @param contestants whom
/// @param profilers more profilers of JMH, such as `stack`
record Settings(
    boolean quick,
    Set<Work> works,
    Set<Engine> engines,
    Set<Contestant> contestants,
    List<String> profilers) {
  static Settings parse(String... arguments) {
    boolean quick = true;
    var works = EnumSet.allOf(Work.class);
    var engines = EnumSet.allOf(Engine.class);
    var contestants = EnumSet.allOf(Contestant.class);
    var profilers = new ArrayList<String>();
    for (var argument : arguments) {
      int at = argument.indexOf('=');
      var name = at < 0 ? argument : argument.substring(0, at);
      var values = at < 0 ? List.<String>of() : List.of(argument.substring(at + 1).split(","));
      switch (name) {
        case "--quick" -> quick = true;
        case "--full" -> quick = false;
        case "--work" -> works = some(Work.class, values);
        case "--engine" -> engines = some(Engine.class, values);
        case "--peer" -> contestants = some(Contestant.class, values);
        case "--profile" -> profilers.addAll(values);
        default -> throw new IllegalArgumentException("bench: got " + argument);
      }
    }
    return new Settings(quick, works, engines, contestants, List.copyOf(profilers));
  }

  private static <T extends Enum<T>> EnumSet<T> some(Class<T> type, List<String> names) {
    var some = EnumSet.noneOf(type);
    for (var name : names) {
      some.add(
          Arrays.stream(type.getEnumConstants())
              .filter(each -> each.name().equals(name.toUpperCase(Locale.ROOT)))
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException("bench: got " + name)));
    }
    return some;
  }

  /// Whether everything is measured, so that the results are worth keeping.
  boolean complete() {
    return works.size() == Work.values().length
        && engines.size() == Engine.values().length
        && contestants.size() == Contestant.values().length
        && profilers.isEmpty();
  }

  /// Those who do this work and are asked for. What a query is rendered to depends on no engine.
  List<Contestant> contestants(Work work, Engine engine) {
    return work == Work.RENDER && engine == Engine.SQLITE
        ? List.of()
        : work.contestants().stream().filter(contestants::contains).toList();
  }

  /// How many measurements all rounds have.
  int measurements() {
    int each = 0;
    for (var work : works) {
      for (var engine : engines) {
        each += contestants(work, engine).size();
      }
    }
    return each * rounds();
  }

  int rounds() {
    return quick ? 1 : 3;
  }

  String name() {
    return quick ? "quick" : "full";
  }
}
