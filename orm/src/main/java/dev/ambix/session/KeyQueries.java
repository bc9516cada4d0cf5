package dev.ambix.session;

import dev.ambix.dialect.Dialect;
import dev.ambix.dialect.Sql;
import dev.ambix.dialect.Statement;
import dev.ambix.entity.EntityType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The queries that read a row by its primary key: the text of each is written once for a database.
/// Safe for any thread.
final class KeyQueries {
  private final Dialect dialect;
  private final Map<EntityType<?>, String> texts = new ConcurrentHashMap<>();

  KeyQueries(Dialect dialect) {
    this.dialect = dialect;
  }

  Sql of(EntityType<?> type, Object key) {
    var text = texts.get(type);
    if (text == null) {
      text = render(type, key);
      texts.put(type, text);
    }
    var columns = type.keyColumns();
    if (columns.size() == 1) {
      return new Sql(text, List.of(new Sql.One(key, type.sqlType(columns.getFirst()))));
    }
    var parts = (List<?>) key;
    var binds = new ArrayList<Sql.Bind>(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      binds.add(new Sql.One(Objects.requireNonNull(parts.get(i)), type.sqlType(columns.get(i))));
    }
    return new Sql(text, binds);
  }

  /// The same, for rows that satisfy conditions.
  Sql of(EntityType<?> type, Object key, Filters filters) {
    return filters.concern(type)
        ? dialect.render(statement(type, key), filters.byTable())
        : of(type, key);
  }

  private String render(EntityType<?> type, Object key) {
    return dialect.render(statement(type, key)).text();
  }

  private static Statement statement(EntityType<?> type, Object key) {
    return new Statement.Select(
        type.table().name(),
        type.nodes(),
        Optional.of(type.whereKey(key)),
        List.of(),
        Optional.empty(),
        0);
  }
}
