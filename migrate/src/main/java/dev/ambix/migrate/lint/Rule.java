package dev.ambix.migrate.lint;

/// What lint finds. Each has a page in `docs/lint/`.
public enum Rule {
  /// CONCURRENTLY in a transaction fails.
  ConcurrentlyInTransaction(
      "CONCURRENTLY cannot run in a transaction", "Put `-- outside transaction` before it"),
  /// A foreign key or CHECK is validated under its lock.
  ConstraintValidation(
      "the constraint reads all rows while the table is locked",
      "Add it NOT VALID, and VALIDATE it in the next revision"),
  /// All rows go.
  DeleteAll("all rows go", "Say which with WHERE, or accept it with a reason"),
  /// A column goes with what is in it.
  DropColumn(
      "the column goes, with what is in it, and code that still reads it fails",
      "Drop it one release after the last code that uses it"),
  /// A table goes with its rows.
  DropTable(
      "the table goes, with its rows, and code that still reads it fails",
      "Drop it one release after the last code that uses it"),
  /// An exclusion constraint cannot be added without a lock.
  ExclusionConstraint(
      "an exclusion constraint locks the table while its index is built",
      "There is no other way: do it while nobody works"),
  /// A foreign key without an index.
  ForeignKeyIndex(
      "no index begins with the columns of the foreign key, so that each deletion of a parent reads"
          + " the whole table",
      "Add an index on them"),
  /// An index is built or dropped under a lock.
  IndexLock(
      "writes wait while the index is built, all queries while it is dropped",
      "Write CONCURRENTLY, with `-- outside transaction` before it"),
  /// A revision cannot be undone.
  MissingDowngrade(
      "it cannot be undone", "Write the downgrade, or say in it what cannot come back"),
  /// A new column is NOT NULL without a default.
  NotNullColumn(
      "a table with rows refuses the column", "Give it a default, or add it nullable and fill it"),
  /// An enum value gets another name.
  RenameValue("code that still uses the old name fails", "Add the new value, and move over to it"),
  /// A column gets another name.
  RenameColumn(
      "code that still uses the old name fails",
      "Add a column, write both, move over, and drop the old one a release later"),
  /// A table gets another name.
  RenameTable(
      "code that still uses the old name fails",
      "Rename it together with a view that has the old name, and drop that a release later"),
  /// SET NOT NULL reads all rows.
  SetNotNull(
      "SET NOT NULL reads all rows while the table is locked",
      "First add CHECK (column IS NOT NULL) NOT VALID and VALIDATE it; then it reads none"),
  /// The table is written anew.
  TableRewrite(
      "the whole table is written anew while it is locked",
      "Fill a new column in steps, or do it while nobody works"),
  /// A column gets another type.
  TypeChange(
      "the whole table is written anew while it is locked",
      "Add a column of the new type, write both, fill it in steps, and move over"),
  /// A UNIQUE constraint or primary key builds its index under a lock.
  UniqueConstraint(
      "the table is locked while the index of the constraint is built",
      "Build a unique index CONCURRENTLY, then ADD CONSTRAINT … USING INDEX"),
  /// All rows are written in one transaction.
  UpdateAll(
      "all rows are written in one transaction, and stay locked until its end",
      "Update in steps, in a revision of its own, or accept it for a small table"),
  /// UPDATE or DELETE in a transaction that has altered the table.
  UpdateTogether(
      "rows are written under the lock of the ALTER TABLE before it, and all queries wait",
      "Write them in a revision of its own, or put `-- outside transaction` before it"),
  /// VALIDATE in a transaction that has altered the table.
  ValidateTogether(
      "VALIDATE reads all rows under the lock of the ALTER TABLE before it",
      "Validate in the next revision, or put `-- outside transaction` before it"),
  /// A new column has a default that is worked out for each row.
  VolatileDefault(
      "the default is worked out for each row, so the whole table is written anew while it is"
          + " locked",
      "Add the column without it, set the default, and fill it in steps");

  private final String problem;
  private final String fix;

  Rule(String problem, String fix) {
    this.problem = problem;
    this.fix = fix;
  }

  /// What is wrong.
  public String problem() {
    return problem;
  }

  /// What to do about it.
  public String fix() {
    return fix;
  }
}
