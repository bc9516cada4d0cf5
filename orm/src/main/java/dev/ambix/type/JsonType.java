package dev.ambix.type;

import dev.ambix.error.UsageException;
import dev.ambix.json.JsonText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How a Java type stands in JSON, and the way there and back, without reflection: generated code
/// puts it together. Immutable and safe for any thread.
///
/// A component that is null is left out, and one that is left out is null. Properties that a record
/// does not have are passed over. One value always has one text.
///
/// @param <T> the Java type, boxed
public final class JsonType<T> {
  /// A decimal number of any size, which keeps the digits after its point.
  public static final JsonType<BigDecimal> DECIMAL =
      new JsonType<>(BigDecimal.class, JsonScalars::decimal, JsonScalars::decimal);

  private final Class<T> javaType;
  private final Writer<T> writer;
  private final Reader<T> reader;

  private JsonType(Class<T> javaType, Writer<T> writer, Reader<T> reader) {
    this.javaType = javaType;
    this.writer = writer;
    this.reader = reader;
  }

  /// A value as it would stand in a column: as a truth value, a number or a text. Times are texts
  /// of ISO 8601, bytes are in Base64.
  public static <T> JsonType<T> of(Type<T> type) {
    return new JsonType<>(
        type.javaType(),
        (out, value) -> JsonScalars.write(out, Objects.requireNonNull(type.toColumn(value))),
        (json, path) -> type.fromColumn(JsonScalars.read(json, type.sqlType(), path)));
  }

  /// An array. A list that is read may be changed.
  @SuppressWarnings("unchecked") // the class of a list has no type argument
  public static <E> JsonType<List<E>> list(JsonType<E> element) {
    return new JsonType<>(
        (Class<List<E>>) (Class<?>) List.class,
        (out, list) -> {
          out.append('[');
          for (@Nullable E each : list) {
            separate(out, '[');
            element.writer.write(out, present(each));
          }
          out.append(']');
        },
        (json, path) -> {
          var list = new ArrayList<E>();
          for (var each : JsonScalars.require(json, List.class, path)) {
            list.add(element.required(each, path + "[" + list.size() + "]"));
          }
          return list;
        });
  }

  /// An object of any properties. A map that is read may be changed.
  @SuppressWarnings("unchecked") // the class of a map has no type arguments
  public static <V> JsonType<Map<String, V>> map(JsonType<V> value) {
    return new JsonType<>(
        (Class<Map<String, V>>) (Class<?>) Map.class,
        (out, map) -> {
          out.append('{');
          new TreeMap<>(map)
              .forEach((name, each) -> value.property(out, present(name), present(each)));
          out.append('}');
        },
        (json, path) -> {
          var map = new LinkedHashMap<String, V>();
          for (Object each : JsonScalars.require(json, Map.class, path).entrySet()) {
            var entry = (Map.Entry<String, @Nullable Object>) each;
            map.put(entry.getKey(), value.required(entry.getValue(), path + "." + entry.getKey()));
          }
          return map;
        });
  }

  /// An object of the components of a record.
  ///
  /// @param maker its constructor, given the components in order
  @SafeVarargs
  @SuppressWarnings("varargs") // the components are only listed
  public static <R> JsonType<R> record(
      Class<R> javaType, Function<@Nullable Object[], R> maker, Part<R, ?>... parts) {
    var all = List.of(parts);
    return new JsonType<>(
        javaType,
        (out, value) -> {
          out.append('{');
          all.forEach(part -> part.write(out, value));
          out.append('}');
        },
        (json, path) -> {
          var properties = JsonScalars.require(json, Map.class, path);
          var values = new @Nullable Object[all.size()];
          for (int i = 0; i < values.length; i++) {
            values[i] = all.get(i).read(properties, path);
          }
          return maker.apply(values);
        });
  }

  /// A component that is never null.
  public static <R, C> Part<R, C> part(
      String name, Function<R, ? extends @Nullable C> getter, JsonType<C> type) {
    return new Part<>(name, getter, type, false);
  }

  /// A component that may be null.
  public static <R, C> Part<R, C> optional(
      String name, Function<R, ? extends @Nullable C> getter, JsonType<C> type) {
    return new Part<>(name, getter, type, true);
  }

  /// A component of a record.
  ///
  /// @param nullable whether it may be null
  /// @param <R> the record
  /// @param <C> the component's type, boxed
  public record Part<R, C>(
      String name, Function<R, ? extends @Nullable C> getter, JsonType<C> type, boolean nullable) {
    private void write(StringBuilder out, R owner) {
      C value = getter.apply(owner);
      if (value != null) {
        type.property(out, name, value);
      } else if (!nullable) {
        throw Conversions.rejected("a component of a record is null: " + name);
      }
    }

    private @Nullable C read(Map<?, ?> properties, String path) {
      var value = properties.get(name);
      return value == null && nullable ? null : type.required(value, path + "." + name);
    }
  }

  Class<T> javaType() {
    return javaType;
  }

  String write(T value) {
    var out = new StringBuilder();
    writer.write(out, value);
    return out.toString();
  }

  /// @throws UsageException `JsonMismatch` when the text is no such value
  T read(String text) {
    try {
      return required(JsonText.parse(text), javaType.getSimpleName());
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "JsonMismatch",
          javaType.getSimpleName()
              + ": a row holds no JSON; got "
              + e.getMessage()
              + ", expected all of it. Correct the row.");
    }
  }

  private T required(@Nullable Object json, String path) {
    if (json == null) {
      throw JsonScalars.mismatch(path, "none", "a value");
    }
    return reader.read(json, path);
  }

  private void property(StringBuilder out, String name, T value) {
    separate(out, '{');
    JsonText.quote(out, name);
    out.append(':');
    writer.write(out, value);
  }

  private static void separate(StringBuilder out, char opening) {
    if (out.charAt(out.length() - 1) != opening) {
      out.append(',');
    }
  }

  private static <E> E present(@Nullable E value) {
    if (value == null) {
      throw Conversions.rejected("an element of a list or a map is null");
    }
    return value;
  }

  @FunctionalInterface
  private interface Writer<T> {
    void write(StringBuilder out, T value);
  }

  @FunctionalInterface
  private interface Reader<T> {
    T read(Object json, String path);
  }
}
