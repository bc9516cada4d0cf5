package dev.ambix.migrate.graph;

import dev.ambix.migrate.revision.Direction;
import dev.ambix.migrate.revision.Revision;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What targets mean for a database with these revisions. Immutable.
public final class Targets {
  private final History history;
  private final Set<String> applied;
  private final Branches branches;

  private Targets(History history, Set<String> applied) {
    this.history = history;
    this.applied = applied;
    this.branches = new Branches(history);
  }

  /// What targets mean in this history.
  ///
  /// @param applied the ids of the revisions that the database has; those that the history does not
  ///   know are passed over
  public static Targets of(History history, Collection<String> applied) {
    return new Targets(
        history,
        applied.stream()
            .filter(id -> history.find(id).isPresent())
            .collect(Collectors.toUnmodifiableSet()));
  }

  /// What an upgrade to this target runs; nothing when the database has it all.
  ///
  /// @throws dev.ambix.error.UsageException `UnknownTarget`, `AmbiguousTarget`, `SeveralHeads`,
  ///   `TooFar` or `WrongDirection`
  public Plan upgrade(String text) {
    var target = Target.parse(text, history);
    if (target.base() || (target.relative() && target.steps() < 0)) {
      throw TargetErrors.wrongDirection(text, "upgrade", "downgrade");
    }
    var wanted = target.relative() ? stepsUp(target) : history.withNeeds(ids(points(target)));
    return new Plan(
        Direction.UPGRADE,
        history.revisions().stream()
            .filter(it -> wanted.contains(it.id()) && !applied.contains(it.id()))
            .toList());
  }

  /// What a downgrade to this target undoes: all that comes after it, with what needs that.
  ///
  /// @throws dev.ambix.error.UsageException as [#upgrade], and `NotApplied`
  public Plan downgrade(String text) {
    var target = Target.parse(text, history);
    if (target.relative() && target.steps() > 0) {
      throw TargetErrors.wrongDirection(text, "downgrade", "upgrade");
    }
    var undone = undone(target);
    return new Plan(
        Direction.DOWNGRADE,
        history.revisions().reversed().stream()
            .filter(it -> undone.contains(it.id()) && applied.contains(it.id()))
            .toList());
  }

  /// The ids that a database stamped with this target has. Branches that the target says nothing of
  /// stay as they are.
  public Set<String> stamped(String text) {
    var target = Target.parse(text, history);
    var kept = new LinkedHashSet<>(applied);
    if (target.base() || (target.relative() && target.steps() < 0)) {
      kept.removeAll(undone(target));
      return kept;
    }
    var points = ids(target.relative() ? List.of(one(target)) : points(target));
    var after = new LinkedHashSet<>(history.withDescendants(points));
    after.removeAll(points);
    kept.removeAll(history.withNeeders(after));
    kept.addAll(history.withNeeds(points));
    return kept;
  }

  /// The ids that a database has which is at this target and has nothing else.
  public Set<String> only(String text) {
    return history.withNeeds(ids(named(text)));
  }

  /// The revisions that a target names.
  public List<Revision> named(String text) {
    var target = Target.parse(text, history);
    return target.relative() ? List.of(one(target)) : points(target);
  }

  /// The one revision that a target names.
  public Revision single(String text) {
    return one(Target.parse(text, history));
  }

  /// What a runner does on a database that is at `from`, and has nothing else, to get to `to`.
  /// Steps count from there.
  public Plan between(String from, String to) {
    var there = new Targets(history, only(from));
    var target = Target.parse(to, history);
    if (target.symbol().equals("current")) {
      return there.exactly(only(to));
    }
    if (target.base() || (target.relative() && target.steps() < 0)) {
      return there.downgrade(to);
    }
    var up = there.upgrade(to);
    return up.steps().isEmpty() ? there.downgrade(to) : up;
  }

  private Plan exactly(Set<String> wanted) {
    var up = history.revisions().stream().filter(it -> wanted.contains(it.id())).toList();
    return applied.containsAll(wanted)
        ? new Plan(
            Direction.DOWNGRADE,
            history.revisions().reversed().stream()
                .filter(it -> applied.contains(it.id()) && !wanted.contains(it.id()))
                .toList())
        : new Plan(
            Direction.UPGRADE, up.stream().filter(it -> !applied.contains(it.id())).toList());
  }

  /// The revisions of a range `a:b`, either of which may lack, each after what it needs; `a` itself
  /// is one of them.
  public List<Revision> range(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      var only = ids(named(text));
      return history.revisions().stream().filter(it -> only.contains(it.id())).toList();
    }
    var from = text.substring(0, colon);
    var to = text.substring(colon + 1);
    var low = from.isEmpty() ? Set.<String>of() : ids(named(from));
    var below = new LinkedHashSet<>(history.withNeeds(low));
    below.removeAll(low);
    var high = history.withNeeds(ids(to.isEmpty() ? history.heads() : named(to)));
    return history.revisions().stream()
        .filter(it -> high.contains(it.id()) && !below.contains(it.id()))
        .toList();
  }

  private Set<String> undone(Target target) {
    if (target.relative()) {
      return stepsDown(target);
    }
    if (target.base()) {
      var branch =
          target.branch().isEmpty() ? applied : branches.of(anchor(target, target.branch()));
      return history.withNeeders(branch);
    }
    var points = ids(points(target));
    for (var id : points) {
      if (!applied.contains(id)) {
        throw TargetErrors.notApplied(target.text(), history.require(id));
      }
    }
    var after = new LinkedHashSet<>(history.withDescendants(points));
    after.removeAll(points);
    return history.withNeeders(after);
  }

  /// One revision after the other, as long as there is only one that can come next.
  private Set<String> stepsUp(Target target) {
    var have = new LinkedHashSet<>(applied);
    for (int i = 0; i < target.steps(); i++) {
      var next = next(target, have);
      requireOne(target, next, "revisions can come next", i);
      have.addAll(history.withNeeds(ids(next)));
    }
    return have;
  }

  private List<Revision> next(Target target, Set<String> have) {
    var rest = history.revisions().stream().filter(it -> !have.contains(it.id()));
    if (target.branch().isEmpty()) {
      return rest.filter(it -> have.containsAll(History.needs(it))).toList();
    }
    var branch = branches.of(anchor(target, target.branch()));
    return rest.filter(it -> branch.contains(it.id()))
        .filter(it ->
            it.parents().stream()
                .allMatch(parent -> have.contains(parent) || !branch.contains(parent)))
        .toList();
  }

  private Set<String> stepsDown(Target target) {
    var have = new LinkedHashSet<>(applied);
    var undone = new LinkedHashSet<String>();
    for (int i = 0; i < -target.steps(); i++) {
      var last = last(target, have);
      requireOne(target, last, "revisions came last", i);
      undone.addAll(history.withNeeders(ids(last)));
      have.removeAll(undone);
    }
    return undone;
  }

  private List<Revision> last(Target target, Set<String> have) {
    if (!target.branch().isEmpty()) {
      var branch = new LinkedHashSet<>(branches.of(anchor(target, target.branch())));
      branch.retainAll(have);
      return history.heads(branch);
    }
    return history.revisions().stream()
        .filter(it -> have.contains(it.id()))
        .filter(it -> {
          var needers = new LinkedHashSet<>(history.withNeeders(Set.of(it.id())));
          needers.remove(it.id());
          return needers.stream().noneMatch(have::contains);
        })
        .toList();
  }

  private void requireOne(Target target, List<Revision> found, String what, int done) {
    if (found.isEmpty()) {
      throw TargetErrors.tooFar(target, done);
    }
    if (found.size() > 1) {
      var steps = (target.steps() > 0 ? "+" : "") + target.steps();
      throw TargetErrors.ambiguous(
          target.text(),
          what,
          found,
          target.relative()
              ? "Say which, such as " + found.getFirst().id() + "@" + steps
              : "Name it by its id, or its branch by label@");
    }
  }

  private Revision one(Target target) {
    if (target.relative()) {
      return walk(target, only(target, history.heads(applied)), target.steps());
    }
    return only(target, points(target));
  }

  private Revision only(Target target, List<Revision> found) {
    if (found.size() > 1) {
      throw TargetErrors.ambiguous(
          target.text(), "revisions are meant", found, "Name one by its id");
    }
    if (found.isEmpty()) {
      throw Target.unknown(target.text(), "it names no revision here");
    }
    return found.getFirst();
  }

  private List<Revision> points(Target target) {
    var found = symbol(target);
    if (target.steps() == 0) {
      return found;
    }
    boolean fromBase = target.symbol().equals("base"); // base+1 is the first
    return List.of(walk(target, only(target, found), target.steps() - (fromBase ? 1 : 0)));
  }

  private List<Revision> symbol(Target target) {
    return switch (target.symbol()) {
      case "heads" -> inBranch(target, history.heads());
      case "head" -> head(target);
      case "base" -> target.steps() == 0 ? List.of() : inBranch(target, history.bases());
      case "current" -> inBranch(target, history.heads(applied));
      default -> List.of(named(target));
    };
  }

  private Revision named(Target target) {
    var id = anchor(target, target.symbol());
    if (!target.branch().isEmpty() && !branches.of(anchor(target, target.branch())).contains(id)) {
      throw Target.unknown(target.text(), id + " is not on the branch " + target.branch());
    }
    return history.require(id);
  }

  private List<Revision> head(Target target) {
    var heads = inBranch(target, history.heads());
    if (heads.size() > 1) {
      throw TargetErrors.severalHeads(target.text(), heads);
    }
    return heads;
  }

  private List<Revision> inBranch(Target target, List<Revision> found) {
    if (target.branch().isEmpty()) {
      return found;
    }
    var branch = branches.of(anchor(target, target.branch()));
    return found.stream().filter(it -> branch.contains(it.id())).toList();
  }

  /// The id of a label, an id, or the start of one.
  private String anchor(Target target, String text) {
    var label = history.labelled(text);
    if (label.isPresent()) {
      return label.get();
    }
    if (history.find(text).isPresent()) {
      return text;
    }
    var found =
        text.length() < 3
            ? List.<Revision>of()
            : history.revisions().stream().filter(it -> it.id().startsWith(text)).toList();
    if (found.size() > 1) {
      throw TargetErrors.ambiguous(target.text(), "ids start so", found, "Give more of its digits");
    }
    if (found.isEmpty()) {
      throw Target.unknown(target.text(), "no revision has the id or the label " + text);
    }
    return found.getFirst().id();
  }

  private Revision walk(Target target, Revision from, int steps) {
    var at = from;
    for (int i = 0; i < Math.abs(steps); i++) {
      var ids = steps > 0 ? history.followers(at.id()) : at.parents();
      var next = inBranch(target, ids.stream().map(history::require).toList());
      requireOne(target, next, steps > 0 ? "revisions follow" : "revisions come before", i);
      at = next.getFirst();
    }
    return at;
  }

  private static Set<String> ids(List<Revision> revisions) {
    return revisions.stream()
        .map(Revision::id)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
