package dev.ambix.dialect;

import dev.ambix.error.UsageException;
import dev.ambix.query.Node.Hop;
import dev.ambix.query.Node.Origin;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where the rows of a query come from, and the names they go by in its text. What a query refers
/// to without having named it is joined: by asking for its name. A subquery has a scope of its own
/// within that of its query, whose rows it may name.
final class Scope {
  private final @Nullable Scope outer;
  private final Names names;
  private final List<Source> sources = new ArrayList<>(1);

  private Scope(@Nullable Scope outer, Names names) {
    this.outer = outer;
    this.names = names;
  }

  static Scope root(Names names) {
    return new Scope(null, names);
  }

  Scope within() {
    return new Scope(this, names);
  }

  @Nullable Scope outer() {
    return outer;
  }

  List<Source> sources() {
    return sources;
  }

  /// Rows that the query names itself.
  ///
  /// @param optional whether there may be none of them beside those of another source
  Source add(Origin.Named origin, boolean optional) {
    if (sources.stream().anyMatch(source -> source.origin.equals(origin))) {
      throw new UsageException(
          "SameName",
          "query: got "
              + origin.name()
              + " twice, expected a name for each of the rows that it reads. Give one of them"
              + " another.");
    }
    return add(origin, names.unique(origin.name()), optional);
  }

  /// Rows that no column is named of.
  Source addHidden(String table) {
    return add(new Origin.Named(table, ""), names.unique(table), false);
  }

  /// The rows that a statement changes, which go by the name of their table.
  Source target(String table) {
    names.unique(table);
    return add(new Origin.Named(table, table), table, false);
  }

  /// The same rows, which go by another name for what names them here.
  Source borrow(Source source, Origin.Named as) {
    return add(as, source.alias, source.optional);
  }

  /// Rows of the query around, so that what they refer to is joined here and not there.
  Source borrow(Source source) {
    return add(source.origin, source.alias, source.optional);
  }

  private Source add(Origin.Named origin, String alias, boolean optional) {
    var source = new Source(origin, alias, optional);
    sources.add(source);
    return source;
  }

  /// The rows of an origin, joined if need be.
  Rows rows(Origin origin) {
    return switch (origin) {
      case Origin.Named named -> source(named);
      case Origin.Joined joined -> source(root(joined)).join(joined);
    };
  }

  private static Origin.Named root(Origin origin) {
    return switch (origin) {
      case Origin.Named named -> named;
      case Origin.Joined joined -> root(joined.from());
    };
  }

  private Source source(Origin.Named named) {
    for (var scope = this; scope != null; scope = scope.outer) {
      for (var source : scope.sources) {
        if (source.origin.equals(named)) {
          return source;
        }
      }
    }
    throw new UsageException(
        "NotInQuery",
        "query: got a column of "
            + named.name()
            + ", expected columns of what it reads. Join it, or ask in a subquery.");
  }

  /// Rows that columns can be named of.
  sealed interface Rows {
    /// Their name in the text.
    String alias();

    /// The table that they are of.
    String table();

    /// Whether there may be none, and NULL stands for each of their columns.
    boolean optional();
  }

  /// Rows that the query names itself, with what is joined to them.
  final class Source implements Rows {
    private final Origin.Named origin;
    private final String alias;
    private final boolean optional;
    private final List<Join> joins = new ArrayList<>(0);
    private final Map<Origin, Join> byOrigin = new HashMap<>(0);

    /// Where in the text its joins belong.
    int end;

    private Source(Origin.Named origin, String alias, boolean optional) {
      this.origin = origin;
      this.alias = alias;
      this.optional = optional;
    }

    @Override
    public String alias() {
      return alias;
    }

    @Override
    public String table() {
      return origin.table();
    }

    @Override
    public boolean optional() {
      return optional;
    }

    /// What names it.
    Origin.Named origin() {
      return origin;
    }

    /// What is joined to it, each after what it is joined by.
    List<Join> joins() {
      return joins;
    }

    private Join join(Origin.Joined origin) {
      var known = byOrigin.get(origin);
      if (known != null) {
        return known;
      }
      var parent = origin.from() instanceof Origin.Joined from ? join(from) : this;
      var path = parent == this ? origin.attribute() : parent.alias() + "_" + origin.attribute();
      var join =
          new Join(
              parent, origin.hop(), names.unique(path), origin.optional() || parent.optional());
      names.reads(origin.hop().table());
      joins.add(join);
      byOrigin.put(origin, join);
      return join;
    }
  }

  /// The rows that a hop leads to.
  record Join(Rows from, Hop hop, String alias, boolean optional) implements Rows {
    @Override
    public String table() {
      return hop.table();
    }
  }

  /// The names that a statement has given, none of them twice, and the tables that it reads.
  static final class Names {
    /// As many bytes of a name as every engine tells apart.
    private static final int LONGEST = 60;

    private final Set<String> given = new HashSet<>();
    private final Set<String> tables = new LinkedHashSet<>();

    String unique(String wanted) {
      var bytes = wanted.getBytes(StandardCharsets.UTF_8).length;
      var start = bytes > LONGEST ? "joined" : wanted;
      var name = start;
      for (int i = 2; !given.add(name.toLowerCase(Locale.ROOT)); i++) {
        name = start + "_" + i;
      }
      return name;
    }

    void reads(String table) {
      tables.add(table);
    }

    Set<String> tables() {
      return tables;
    }
  }
}
