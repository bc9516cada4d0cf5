package dev.ambix.session;

import dev.ambix.error.UsageException;
import dev.ambix.mapping.Association;
import dev.ambix.mapping.Path;
import dev.ambix.mapping.Path.Step;
import java.util.ArrayList;
import java.util.List;

/// An association that is loaded, and those that are loaded of what it leads to.
///
/// @param step the association and how it is loaded
record Branch(Step step, List<Branch> branches) {
  Branch {
    branches = List.copyOf(branches);
  }

  Association<?, ?> association() {
    return step.association();
  }

  /// Whether it is loaded by the statement of what it starts at.
  boolean isJoined() {
    return association() instanceof Association.One<?, ?> && !step.separate();
  }

  /// The tree of these paths: what several have in common is loaded once, as the last of them says.
  static List<Branch> of(List<? extends Path<?, ?>> paths) {
    var branches = new ArrayList<Branch>();
    paths.forEach(path -> add(branches, path.steps()));
    return branches.stream().map(Branch::unrolled).toList();
  }

  private static void add(List<Branch> branches, List<Step> steps) {
    if (steps.isEmpty()) {
      return;
    }
    var step = steps.getFirst();
    int at = 0;
    while (at < branches.size() && !branches.get(at).association().equals(step.association())) {
      at++;
    }
    var below = new ArrayList<>(at < branches.size() ? branches.get(at).branches() : List.of());
    add(below, steps.subList(1, steps.size()));
    var effective = steps.size() > 1 && at < branches.size() ? branches.get(at).step() : step;
    var branch = new Branch(effective, below);
    if (at < branches.size()) {
      branches.set(at, branch);
    } else {
      branches.add(branch);
    }
  }

  /// The same, with a level of its own for each of its depth.
  private Branch unrolled() {
    if (step.depth() > 1 && association().entity() != association().targetType()) {
      throw new UsageException(
          "NotATree",
          association()
              + ": got a depth of "
              + step.depth()
              + " for an association to another entity, expected one that leads to its own. Remove"
              + " depth(…).");
    }
    var below = branches.stream().map(Branch::unrolled).toList();
    var branch = new Branch(step, below);
    for (int level = 1; level < step.depth(); level++) {
      var all = new ArrayList<>(below);
      all.add(branch);
      branch = new Branch(step, all);
    }
    return branch;
  }
}
