package dev.ambix.dialect;

import dev.ambix.query.Node;
import dev.ambix.schema.Schema;
import java.util.List;
import java.util.Map;

/// How an engine writes SQL. Stateless and safe for any thread.
public interface Dialect {
  /// The dialect of PostgreSQL 13 and later.
  static Dialect postgresql() {
    return new PostgresDialect();
  }

  /// The dialect of SQLite.
  ///
  /// @param schema the tables that are known: what is NOT NULL in them is ordered by an index as it
  ///   stands
  static Dialect sqlite(Schema schema) {
    return new SqliteDialect(schema);
  }

  /// The name of the engine, as URLs write it: `sqlite`, `postgresql`.
  String name();

  /// Writes a statement.
  default Sql render(Statement statement) {
    return render(statement, Map.of());
  }

  /// Writes a statement that leaves out some rows.
  ///
  /// @param filters by table, what the rows satisfy that the statement reads, changes or deletes by
  ///   itself; those that it joins to others by a reference it does not ask
  Sql render(Statement statement, Map<String, Node> filters);

  /// How many rows of `columns` columns one INSERT may have; at least 1.
  int insertLimit(int columns);

  /// An identifier in quotes.
  String quote(String identifier);

  /// Writes the definitions of tables and what belongs to them.
  TableWriter tables();

  /// The statements that make all tables, sequences, keys, checks and indexes of a schema, in
  /// order; tables, sequences and indexes that are there already are passed over.
  List<String> create(Schema schema);

  /// The statements that drop them, in order; what is not there is passed over.
  List<String> drop(Schema schema);

  /// A statement that takes `blocks` blocks from a sequence and gives the first number of each, in
  /// rows of one column.
  ///
  /// Where [#transactionalSequences] says so, a rollback gives the blocks back.
  Sql nextBlocks(String sequence, int increment, int blocks);

  /// Whether a rollback gives back what was taken from a sequence.
  boolean transactionalSequences();
}
