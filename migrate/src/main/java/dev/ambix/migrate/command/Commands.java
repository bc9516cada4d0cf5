package dev.ambix.migrate.command;

import java.util.List;
import java.util.concurrent.Callable;

/// All commands.
final class Commands {
  private Commands() {}

  static List<Callable<Integer>> all(Console console) {
    var project = new Project(console);
    return List.of(
        new Writing.Init(project),
        new RevisionCommand(project),
        new Writing.Merge(project),
        new Writing.Edit(project),
        new Writing.Index(project),
        new Running.Upgrade(project),
        new Running.Downgrade(project),
        new Running.Stamp(project),
        new Running.Sql(project),
        new Looking.Current(project),
        new Looking.Heads(project),
        new Looking.HistoryCommand(project),
        new Looking.Branches(project),
        new Looking.Show(project),
        new Checking.Check(project),
        new LintCommand(project),
        new Checking.VerifyCommand(project),
        new Checking.DriftCommand(project),
        new ImportCommand(project));
  }
}
