package dev.ambix.migrate.graph;

import dev.ambix.error.UsageException;
import dev.ambix.migrate.revision.Revision;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All revisions and how they follow each other. Immutable.
///
/// A revision *needs* its parents and what it depends on; it *follows* its parents only. Heads are
/// those that nothing follows, bases those that follow nothing.
public final class History {
  private static final Comparator<Revision> ORDER =
      Comparator.comparing(Revision::created).thenComparing(Revision::id);

  private final Map<String, Revision> byId;
  private final List<Revision> sorted;
  private final Map<String, Set<String>> followers = new HashMap<>();
  private final Map<String, Set<String>> needers = new HashMap<>();
  private final Map<String, String> labelled = new LinkedHashMap<>();

  private History(Map<String, Revision> byId) {
    this.byId = byId;
    byId.values().forEach(this::link);
    this.sorted = sort();
    Branches.requireLabelsOnce(byId.values());
    byId.values().forEach(it -> it.labels().forEach(label -> labelled.put(label, it.id())));
  }

  /// Links revisions to a history.
  ///
  /// @throws UsageException `DuplicateRevision`, `RevisionMissing`, `RevisionCycle` or
  ///   `DuplicateLabel`, with the files
  public static History of(Collection<Revision> revisions) {
    var byId = new LinkedHashMap<String, Revision>();
    for (var revision : revisions.stream().sorted(ORDER).toList()) {
      var twin = byId.put(revision.id(), revision);
      if (twin != null) {
        throw new UsageException(
            "DuplicateRevision",
            revision.file()
                + ": its revision "
                + revision.id()
                + " is also that of "
                + twin.file()
                + "; expected another. Give one of them a new id.");
      }
    }
    return new History(byId);
  }

  private void link(Revision revision) {
    for (var need : needs(revision)) {
      if (!byId.containsKey(need)) {
        throw new UsageException(
            "RevisionMissing",
            revision.file()
                + ": it "
                + (revision.parents().contains(need) ? "follows " : "depends on ")
                + need
                + ", which no file has; got revisions without it, expected it. Add the file,"
                + " or correct the id.");
      }
      needers.computeIfAbsent(need, _ -> new TreeSet<>()).add(revision.id());
    }
    revision
        .parents()
        .forEach(it -> followers.computeIfAbsent(it, _ -> new TreeSet<>()).add(revision.id()));
  }

  /// What needs nothing first, and of what is ready the oldest.
  private List<Revision> sort() {
    var missing = new HashMap<String, Integer>();
    var ready = new TreeSet<>(ORDER);
    for (var revision : byId.values()) {
      int needs = needs(revision).size();
      missing.put(revision.id(), needs);
      if (needs == 0) {
        ready.add(revision);
      }
    }
    var order = new ArrayList<Revision>();
    for (var next = ready.pollFirst(); next != null; next = ready.pollFirst()) {
      order.add(next);
      for (var needer : needers.getOrDefault(next.id(), Set.of())) {
        if (missing.merge(needer, -1, Integer::sum) == 0) {
          ready.add(require(needer));
        }
      }
    }
    if (order.size() < byId.size()) {
      throw cycle(order);
    }
    return List.copyOf(order);
  }

  private UsageException cycle(List<Revision> order) {
    var rest = new LinkedHashMap<>(byId);
    order.forEach(it -> rest.remove(it.id()));
    var walked = new LinkedHashSet<String>();
    var at = rest.keySet().iterator().next();
    while (walked.add(at)) {
      at = needs(require(at)).stream().filter(rest::containsKey).findFirst().orElseThrow();
    }
    var start = at;
    var files = walked.stream().dropWhile(it -> !it.equals(start)).map(it -> require(it).file());
    return new UsageException(
        "RevisionCycle",
        "revisions: each of these needs the next, and the last the first: "
            + files.collect(Collectors.joining(", "))
            + "; expected no circle. Correct parents or depends-on of one of them.");
  }

  static List<String> needs(Revision revision) {
    return Stream.concat(revision.parents().stream(), revision.dependsOn().stream())
        .distinct()
        .toList();
  }

  /// All revisions, each after what it needs.
  public List<Revision> revisions() {
    return sorted;
  }

  /// The revision with this id.
  public Optional<Revision> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /// The revision with this id, which is known.
  Revision require(String id) {
    return find(id).orElseThrow();
  }

  /// The id that has this label.
  Optional<String> labelled(String label) {
    return Optional.ofNullable(labelled.get(label));
  }

  /// All labels.
  Set<String> labels() {
    return labelled.keySet();
  }

  /// Those that nothing follows.
  public List<Revision> heads() {
    return heads(byId.keySet());
  }

  /// Those of these ids that none of them follows.
  public List<Revision> heads(Set<String> among) {
    return sorted.stream()
        .filter(it -> among.contains(it.id()))
        .filter(it -> followers(it.id()).stream().noneMatch(among::contains))
        .toList();
  }

  /// Those that follow nothing.
  public List<Revision> bases() {
    return sorted.stream().filter(it -> it.parents().isEmpty()).toList();
  }

  /// Those that several revisions follow.
  public List<Revision> branchPoints() {
    return sorted.stream().filter(it -> followers(it.id()).size() > 1).toList();
  }

  /// The ids of those that follow this one.
  public Set<String> followers(String id) {
    return followers.getOrDefault(id, Set.of());
  }

  /// These and all that they need.
  public Set<String> withNeeds(Collection<String> ids) {
    return closure(ids, it -> needs(require(it)));
  }

  /// These and all that need them.
  public Set<String> withNeeders(Collection<String> ids) {
    return closure(ids, it -> needers.getOrDefault(it, Set.of()));
  }

  /// These and all before them, by parents alone.
  Set<String> withAncestors(Collection<String> ids) {
    return closure(ids, it -> require(it).parents());
  }

  /// These and all after them, by parents alone.
  Set<String> withDescendants(Collection<String> ids) {
    return closure(ids, this::followers);
  }

  private static Set<String> closure(
      Collection<String> from, Function<String, ? extends Collection<String>> next) {
    var reached = new LinkedHashSet<String>();
    var open = new ArrayDeque<>(from);
    while (!open.isEmpty()) {
      var id = open.pop();
      if (reached.add(id)) {
        open.addAll(next.apply(id));
      }
    }
    return reached;
  }
}
