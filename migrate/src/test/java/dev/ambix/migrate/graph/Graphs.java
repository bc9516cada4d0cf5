package dev.ambix.migrate.graph;

import dev.ambix.migrate.revision.Revision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Histories for tests, from lines such as `b <- a, c + d : label`: b follows a and c, and depends
/// on d. Ids are the letter twelve times; letters are a to f.
final class Graphs {
  private Graphs() {}

  static History of(String... lines) {
    var revisions = new ArrayList<Revision>();
    for (var line : lines) {
      var parts = (line + " ").split("<-|\\+|:", -1);
      revisions.add(
          revision(
              id(line.strip().substring(0, 1)),
              part(line, "<-").stream().map(Graphs::id).toList(),
              part(line, "\\+").stream().map(Graphs::id).toList(),
              part(line, ":"),
              parts.length + revisions.size()));
    }
    return History.of(revisions);
  }

  static String id(String letter) {
    return letter.repeat(12);
  }

  static List<String> letters(Plan plan) {
    return plan.steps().stream().map(it -> it.id().substring(0, 1)).toList();
  }

  private static List<String> part(String line, String mark) {
    var found = java.util.regex.Pattern.compile(mark + "([^<+:]*)").matcher(line);
    return found.find() ? List.of(found.group(1).strip().split("\\s*,\\s*")) : List.of();
  }

  static Revision revision(
      String id, List<String> parents, List<String> dependsOn, List<String> labels, long second) {
    return new Revision(
        id,
        parents,
        dependsOn,
        labels,
        "",
        Instant.ofEpochSecond(second),
        id.substring(0, 1) + ".sql",
        "",
        List.of(),
        List.of());
  }

  /// A history by chance: each revision has up to three parents and a dependency among those before
  /// it.
  static History random(SplittableRandom random) {
    var revisions = new ArrayList<Revision>();
    int size = 1 + random.nextInt(20);
    for (int i = 0; i < size; i++) {
      var parents = pick(random, revisions, random.nextInt(4));
      var needs = pick(random, revisions, random.nextInt(2));
      revisions.add(revision("%012x".formatted(i), parents, needs, List.of(), random.nextInt(5)));
    }
    return History.of(revisions);
  }

  private static List<String> pick(SplittableRandom random, List<Revision> from, int count) {
    var picked = new ArrayList<String>();
    for (int i = 0; i < count && !from.isEmpty(); i++) {
      var id = from.get(random.nextInt(from.size())).id();
      if (!picked.contains(id)) {
        picked.add(id);
      }
    }
    return picked;
  }
}
