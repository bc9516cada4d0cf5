package dev.ambix.conformance;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Which package of a module imports which other one, and through which file.
final class PackageGraph {
  private final Map<String, Map<String, Source>> imports = new TreeMap<>();

  private PackageGraph() {}

  static PackageGraph of(List<Source> sources) {
    var graph = new PackageGraph();
    var packages = sources.stream().map(Source::packageName).collect(Collectors.toSet());
    for (var source : sources) {
      for (var imported : source.imports()) {
        owner(imported, packages)
            .filter(it -> !it.equals(source.packageName()))
            .ifPresent(it -> graph.add(source, it));
      }
    }
    return graph;
  }

  private void add(Source source, String imported) {
    imports
        .computeIfAbsent(source.packageName(), it -> new TreeMap<>())
        .putIfAbsent(imported, source);
  }

  /// The longest package that the imported name lies in: an import may name a member of a type.
  private static Optional<String> owner(String imported, Set<String> packages) {
    var name = imported;
    while (name.contains(".")) {
      name = name.substring(0, name.lastIndexOf('.'));
      if (packages.contains(name)) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  /// One line for each import that leads back to where it stands.
  List<String> cycles() {
    var cycles = new ArrayList<String>();
    imports.forEach((from, targets) ->
        targets.forEach((to, source) -> {
          var back = route(to, from);
          if (!back.isEmpty()) {
            cycles.add(
                "%s: package cycle %s -> %s"
                    .formatted(source.path(), from, String.join(" -> ", back)));
          }
        }));
    return cycles;
  }

  /// The shortest way over imports, both ends included; empty when there is none.
  private List<String> route(String from, String to) {
    var cameFrom = new HashMap<String, String>();
    var queue = new ArrayDeque<String>(List.of(from));
    while (!queue.isEmpty()) {
      var at = queue.remove();
      if (at.equals(to)) {
        return backtrack(from, to, cameFrom);
      }
      for (var next : imports.getOrDefault(at, Map.of()).keySet()) {
        if (!next.equals(from) && cameFrom.putIfAbsent(next, at) == null) {
          queue.add(next);
        }
      }
    }
    return List.of();
  }

  private static List<String> backtrack(String from, String to, Map<String, String> cameFrom) {
    var route = new ArrayDeque<String>();
    for (var at = to; !at.equals(from); at = cameFrom.get(at)) {
      route.addFirst(at);
    }
    route.addFirst(from);
    return List.copyOf(route);
  }
}
