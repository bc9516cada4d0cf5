package dev.ambix.migrate.inspect;

import static java.util.Objects.requireNonNullElse;

import dev.ambix.schema.Check;
import dev.ambix.schema.Column;
import dev.ambix.schema.Constraint;
import dev.ambix.schema.Default;
import dev.ambix.schema.Deferral;
import dev.ambix.schema.ForeignKey;
import dev.ambix.schema.Index;
import dev.ambix.schema.Numbering;
import dev.ambix.schema.OnDelete;
import dev.ambix.schema.OnUpdate;
import dev.ambix.schema.PrimaryKey;
import dev.ambix.schema.SqlType;
import dev.ambix.schema.Table;
import dev.ambix.schema.UniqueKey;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the tables of PostgreSQL: four queries. An index that is invalid, as a failed CREATE INDEX
/// CONCURRENTLY leaves it, is none.
final class PostgresTables {
  private static final String TABLES =
      """
      select c.oid::int8 as oid, %s, c.relname as name, obj_description(c.oid, 'pg_class') as comment
      from pg_catalog.pg_class c
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and not c.relispartition and %s
      order by n.nspname, c.relname
      """
          .formatted(PostgresCatalog.NAMESPACE, PostgresCatalog.ours("pg_class", "c"));

  private static final String COLUMNS =
      """
      select a.attrelid::int8 as oid, a.attname as name,
        pg_catalog.format_type(a.atttypid, a.atttypmod) as type,
        case when a.attcollation <> t.typcollation then
          (select quote_ident(l.collname) from pg_catalog.pg_collation l where l.oid = a.attcollation)
        end as collation,
        a.attnotnull as required, a.attidentity as identity, a.attgenerated as generated,
        pg_catalog.pg_get_expr(f.adbin, f.adrelid) as expression,
        f.oid is not null and a.attnotnull and exists (
          select from pg_catalog.pg_depend d
          join pg_catalog.pg_depend u on u.classid = 'pg_attrdef'::regclass and u.objid = f.oid
            and u.refclassid = 'pg_class'::regclass and u.refobjid = d.objid
          where d.classid = 'pg_class'::regclass and d.deptype = 'a'
          and d.refclassid = 'pg_class'::regclass and d.refobjid = a.attrelid
          and d.refobjsubid = a.attnum) as serial,
        col_description(a.attrelid, a.attnum) as comment
      from pg_catalog.pg_attribute a
      join pg_catalog.pg_class c on c.oid = a.attrelid
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      join pg_catalog.pg_type t on t.oid = a.atttypid
      left join pg_catalog.pg_attrdef f on f.adrelid = a.attrelid and f.adnum = a.attnum
      where a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'p')
      and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_(toast|temp)'
      order by a.attrelid, a.attnum
      """;

  private static final String CONSTRAINTS =
      """
      select k.conrelid::int8 as oid, k.conname as name, k.contype as kind,
        array(select a.attname::text
          from unnest(k.conkey) with ordinality as u(num, place)
          join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.num
          order by u.place) as columns,
        %s, f.relname as target,
        array(select a.attname::text
          from unnest(k.confkey) with ordinality as u(num, place)
          join pg_catalog.pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.num
          order by u.place) as target_columns,
        k.confdeltype as on_delete, k.confupdtype as on_update,
        k.condeferrable as deferrable, k.condeferred as deferred,
        pg_catalog.pg_get_expr(k.conbin, k.conrelid) as expression,
        k.contype = 'u' and pg_catalog.pg_get_constraintdef(k.oid) like 'UNIQUE NULLS NOT DISTINCT%%'
          as together
      from pg_catalog.pg_constraint k
      left join pg_catalog.pg_class f on f.oid = k.confrelid
      left join pg_catalog.pg_namespace n on n.oid = f.relnamespace
      where k.conrelid <> 0 and k.contype in ('p', 'u', 'f', 'c') and k.conparentid = 0
      order by k.conrelid, k.conname
      """
          .formatted(PostgresCatalog.NAMESPACE);

  private static final String INDEXES =
      """
      select i.indrelid::int8 as oid, c.relname as name, i.indisunique as distinct_keys,
        m.amname as method, i.indnkeyatts as keys,
        array(select pg_catalog.pg_get_indexdef(i.indexrelid, k, true)
          from generate_series(1, i.indnatts) k order by k) as texts,
        array(select u.num::text from unnest(i.indkey::int2[]) with ordinality as u(num, place)
          order by u.place) as numbers,
        array(select coalesce(a.attname::text, '')
          from unnest(i.indkey::int2[]) with ordinality as u(num, place)
          left join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = u.num
          order by u.place) as columns,
        array(select concat_ws(' ',
            case when l.oid is not null and l.oid is distinct from t.typcollation
              then 'collate ' || quote_ident(l.collname) end,
            case when not o.opcdefault then quote_ident(o.opcname) end,
            case when x.flags & 1 = 1 then 'desc' end,
            case when m.amname = 'btree' then
              case x.flags & 3 when 1 then 'nulls last' when 2 then 'nulls first' end end)
          from unnest(i.indclass::oid[], i.indcollation::oid[], i.indoption::int2[])
            with ordinality as x(class, coll, flags, place)
          left join pg_catalog.pg_opclass o on o.oid = x.class
          left join pg_catalog.pg_collation l on l.oid = x.coll
          left join pg_catalog.pg_attribute a
            on a.attrelid = i.indexrelid and a.attnum = x.place
          left join pg_catalog.pg_type t on t.oid = a.atttypid
          order by x.place) as orders,
        pg_catalog.pg_get_expr(i.indpred, i.indrelid, true) as predicate,
        pg_catalog.pg_get_indexdef(i.indexrelid) like '%NULLS NOT DISTINCT%' as together
      from pg_catalog.pg_index i
      join pg_catalog.pg_class c on c.oid = i.indexrelid
      join pg_catalog.pg_am m on m.oid = c.relam
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_(toast|temp)'
      and i.indisvalid
      and not exists (
        select from pg_catalog.pg_constraint k where k.conindid = i.indexrelid
        and k.contype in ('p', 'u', 'x'))
      order by i.indrelid, c.relname
      """;

  private static final String VARCHAR = "'(?:[^']|'')*'::character varying";
  private static final Pattern VARCHARS =
      Pattern.compile("(\\(?)ARRAY\\[(%1$s(?:, %1$s)*)](\\)?)::text\\[]".formatted(VARCHAR));

  private final Connection connection;
  private final Map<Long, List<Column>> columns = new HashMap<>();
  private final Map<Long, List<Constraint>> constraints = new HashMap<>();
  private final Map<Long, List<Index>> indexes = new HashMap<>();

  PostgresTables(Connection connection) {
    this.connection = connection;
  }

  List<Table> read() throws SQLException {
    collect(COLUMNS, columns, PostgresTables::column);
    collect(CONSTRAINTS, constraints, PostgresTables::constraint);
    collect(INDEXES, indexes, PostgresTables::index);
    return PostgresCatalog.query(connection, TABLES, this::table);
  }

  private <T> void collect(String sql, Map<Long, List<T>> into, PostgresCatalog.Reader<T> reader)
      throws SQLException {
    PostgresCatalog.query(
        connection,
        sql,
        rows ->
            into.computeIfAbsent(rows.getLong("oid"), _ -> new ArrayList<>())
                .add(reader.read(rows)));
  }

  private Table table(ResultSet rows) throws SQLException {
    long oid = rows.getLong("oid");
    var keys = constraints.getOrDefault(oid, List.of());
    return new Table(
        PostgresCatalog.name(rows, "namespace", "name"),
        columns.getOrDefault(oid, List.of()),
        of(keys, PrimaryKey.class).stream().findFirst(),
        of(keys, UniqueKey.class),
        of(keys, ForeignKey.class),
        of(keys, Check.class),
        indexes.getOrDefault(oid, List.of()),
        Optional.empty(),
        requireNonNullElse(rows.getString("comment"), ""),
        "");
  }

  private static <C extends Constraint> List<C> of(List<Constraint> all, Class<C> kind) {
    return all.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private static Column column(ResultSet rows) throws SQLException {
    var collation = rows.getString("collation");
    var type = rows.getString("type") + (collation == null ? "" : " collate " + collation);
    var generated = rows.getString("generated");
    boolean computed = generated != null && !generated.isEmpty();
    boolean serial = rows.getBoolean("serial");
    var expression = expression(rows, "expression");
    return new Column(
        rows.getString("name"),
        new SqlType.Spelled(type),
        !rows.getBoolean("required"),
        computed || serial ? Optional.empty() : expression.map(Default.Sql::new),
        serial ? Numbering.SERIAL : numbering(rows.getString("identity")),
        computed
            ? expression.map(sql -> new Column.Computed(sql, "s".equals(generated)))
            : Optional.empty(),
        requireNonNullElse(rows.getString("comment"), ""));
  }

  private static Numbering numbering(@Nullable String identity) {
    return switch (requireNonNullElse(identity, "")) {
      case "a" -> Numbering.ALWAYS;
      case "d" -> Numbering.BY_DEFAULT;
      default -> Numbering.NONE;
    };
  }

  private static Constraint constraint(ResultSet rows) throws SQLException {
    var name = rows.getString("name");
    var columns = PostgresCatalog.strings(rows, "columns");
    return switch (rows.getString("kind")) {
      case "p" -> new PrimaryKey(name, columns);
      case "u" -> new UniqueKey(name, columns, !rows.getBoolean("together"));
      case "c" -> new Check(name, unwrapped(expression(rows, "expression").orElse("")));
      default ->
          new ForeignKey(
              name,
              columns,
              PostgresCatalog.name(rows, "namespace", "target"),
              PostgresCatalog.strings(rows, "target_columns"),
              action(OnDelete.values(), rows.getString("on_delete")),
              action(OnUpdate.values(), rows.getString("on_update")),
              rows.getBoolean("deferred")
                  ? Deferral.ALWAYS
                  : rows.getBoolean("deferrable") ? Deferral.ON_REQUEST : Deferral.NEVER);
    };
  }

  /// The catalog's letters stand for the actions in this order.
  private static <E extends Enum<E>> E action(E[] actions, String letter) {
    return actions["arcnd".indexOf(letter)];
  }

  private static Index index(ResultSet rows) throws SQLException {
    var texts = PostgresCatalog.strings(rows, "texts");
    var numbers = PostgresCatalog.strings(rows, "numbers");
    var names = PostgresCatalog.strings(rows, "columns");
    var orders = PostgresCatalog.strings(rows, "orders");
    int count = rows.getInt("keys");
    var keys = new ArrayList<Index.Key>();
    for (int i = 0; i < count; i++) {
      boolean expression = numbers.get(i).equals("0");
      keys.add(
          new Index.Key(
              expression ? unwrapped(settled(texts.get(i))) : names.get(i),
              expression,
              orders.get(i)));
    }
    var method = rows.getString("method");
    return new Index(
        rows.getString("name"),
        keys,
        rows.getBoolean("distinct_keys"),
        !rows.getBoolean("together"),
        names.subList(count, names.size()),
        expression(rows, "predicate"),
        method.equals("btree") ? "" : method);
  }

  private static Optional<String> expression(ResultSet rows, String column) throws SQLException {
    return Optional.ofNullable(rows.getString(column)).map(PostgresTables::settled);
  }

  /// An expression as PostgreSQL prints it once it has read what it printed: `varchar in ('a')` is
  /// first a cast of the list, and then a list of casts.
  static String settled(String sql) {
    return VARCHARS
        .matcher(sql)
        .replaceAll(list -> {
          boolean plain = list.group(3).isEmpty(); // as in indexes, with few parentheses
          var casts = list.group(2).replaceAll(VARCHAR, plain ? "$0::text" : "($0)::text");
          var text = (plain ? list.group(1) : "") + "ARRAY[" + casts + "]";
          return Matcher.quoteReplacement(text);
        });
  }

  /// An expression without the parentheses around all of it.
  static String unwrapped(String sql) {
    if (!sql.startsWith("(") || !sql.endsWith(")")) {
      return sql;
    }
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < sql.length(); i++) {
      char c = sql.charAt(i);
      quoted ^= c == '\'';
      if (!quoted) {
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (depth == 0 && i < sql.length() - 1) {
          return sql;
        }
      }
    }
    return unwrapped(sql.substring(1, sql.length() - 1));
  }
}
