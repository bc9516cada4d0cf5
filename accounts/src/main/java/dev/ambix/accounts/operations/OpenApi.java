package dev.ambix.accounts.operations;

import io.avaje.json.stream.JsonStream;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The OpenAPI document: what avaje-http writes of the controllers when they are compiled, made
/// version 3.1, with what avaje does not know laid over it: `openapi-overlay.json`, a JSON merge
/// patch (RFC 7396).
public final class OpenApi {
  private static final JsonType<Object> JSON =
      Jsonb.builder()
          .adapter(JsonStream.builder().serializeNulls(true).serializeEmpty(true).build())
          .build()
          .type(Object.class);

  private final Map<String, Object> document;

  private OpenApi(Map<String, Object> document) {
    this.document = document;
  }

  /// Reads the document of this service.
  public static OpenApi load() {
    var document = read("/meta/openapi.json");
    document.put("openapi", "3.1.1");
    document.remove("servers"); // avaje writes one that is no URL; without, it is the server itself
    modernise(document);
    merge(document, read("openapi-overlay.json"));
    return new OpenApi(document);
  }

  /// The document as JSON.
  public byte[] toJson() {
    return JSON.toJsonBytes(document);
  }

  /// The methods of each path, such as `GET` and `DELETE` of `/users/{id}`.
  public Map<String, Set<String>> methods() {
    var methods = new TreeMap<String, Set<String>>();
    map(document.get("paths"))
        .forEach((path, operations) ->
            methods.put(
                path,
                map(operations).keySet().stream()
                    .map(method -> method.toUpperCase(Locale.ROOT))
                    .collect(Collectors.toUnmodifiableSet())));
    return methods;
  }

  private static Map<String, Object> read(String resource) {
    try (var in = OpenApi.class.getResourceAsStream(resource)) {
      return map(JSON.fromJson(Objects.requireNonNull(in, resource)));
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }

  /// Version 3.1 is JSON Schema of 2020-12, which has no `nullable`; and a description is left out
  /// rather than empty.
  private static void modernise(Object node) {
    if (node instanceof List<?> list) {
      list.forEach(OpenApi::modernise);
    } else if (node instanceof Map<?, ?>) {
      var map = map(node);
      map.remove("description", "");
      if (Boolean.TRUE.equals(map.remove("nullable"))) {
        map.put("type", List.of(Objects.requireNonNull(map.get("type")), "null"));
      }
      map.values().forEach(OpenApi::modernise);
    }
  }

  private static void merge(Map<String, Object> target, Map<String, Object> patch) {
    patch.forEach((key, value) -> {
      if (value == null) {
        target.remove(key);
      } else if (value instanceof Map<?, ?> && target.get(key) instanceof Map<?, ?>) {
        merge(map(target.get(key)), map(value));
      } else {
        target.put(key, value);
      }
    });
  }

  @SuppressWarnings("unchecked") // a JSON object
  private static Map<String, Object> map(@Nullable Object node) {
    return (Map<String, Object>) Objects.requireNonNullElseGet(node, LinkedHashMap::new);
  }
}
