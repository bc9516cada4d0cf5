package dev.ambix.migrate.autogenerate;

import dev.ambix.schema.Column;
import dev.ambix.schema.EnumType;
import dev.ambix.schema.Schema;
import dev.ambix.schema.Sequence;
import dev.ambix.schema.Table;
import dev.ambix.schema.TableName;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What comparisons pass over, by name: tables, sequences and types (`audit_*`, `legacy.*`), and
/// the columns, constraints and indexes of a table (`posts.ix_posts_search`). `*` stands for
/// anything; case does not count. What is passed over stays as it is: a table that is made anew
/// keeps it.
///
/// @param names the names, as somebody wrote them
public record Ignored(List<String> names) {
  public Ignored {
    names = List.copyOf(names);
  }

  /// With more names.
  public Ignored and(List<String> more) {
    return new Ignored(Stream.concat(names.stream(), more.stream()).toList());
  }

  /// The schema without the tables, sequences and types that are passed over.
  Schema without(Schema schema) {
    return new Schema(
        others(schema.tables(), Table::id),
        others(schema.sequences(), Sequence::id),
        others(schema.enums(), EnumType::id),
        schema.namespaces(),
        schema.views());
  }

  /// The schema `to`, in which the parts of tables that are passed over are as in `from`.
  Schema keeping(Schema from, Schema to) {
    var tables =
        to.tables().stream()
            .map(table -> from.table(table.id()).map(was -> keeping(was, table)).orElse(table))
            .toList();
    return new Schema(tables, to.sequences(), to.enums(), to.namespaces(), to.views());
  }

  private Table keeping(Table from, Table to) {
    return new Table(
        to.id(),
        parts(to.id(), from.columns(), to.columns(), Column::name),
        to.key(),
        parts(to.id(), from.uniqueKeys(), to.uniqueKeys(), it -> it.name()),
        parts(to.id(), from.foreignKeys(), to.foreignKeys(), it -> it.name()),
        parts(to.id(), from.checks(), to.checks(), it -> it.name()),
        parts(to.id(), from.indexes(), to.indexes(), it -> it.name()),
        to.sequence(),
        to.comment(),
        to.options());
  }

  private <T> List<T> parts(TableName table, List<T> from, List<T> to, Function<T, String> name) {
    return Stream.concat(
            to.stream().filter(each -> !matches(table + "." + name.apply(each))),
            from.stream().filter(each -> matches(table + "." + name.apply(each))))
        .toList();
  }

  private <T> List<T> others(List<T> all, Function<T, TableName> name) {
    return all.stream().filter(each -> !matches(name.apply(each).toString())).toList();
  }

  private boolean matches(String name) {
    var text = name.toLowerCase(Locale.ROOT);
    return names.stream().anyMatch(it -> pattern(it).matcher(text).matches());
  }

  /// A `*` ends at a dot: `audit_*` is no part of a table.
  private static Pattern pattern(String name) {
    return Pattern.compile(
        Stream.of(name.strip().toLowerCase(Locale.ROOT).split("\\*", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining("[^.]*")));
  }
}
